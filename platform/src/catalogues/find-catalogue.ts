import { catalogueContentSchema, type Catalogue } from '@meldewerk/contract/catalogue';
import type { Database } from '@meldewerk/db/client';
import { catalogueVersions } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Scope } from '../http/scope.ts';

/** Published versions never change, so what was read once is kept; bounded, since tenants are many. */
const published = new WeakMap<Database, Map<string, Catalogue>>();
const maxKept = 500;

/** A published version of this tenant's catalogue, or null. */
export async function findCatalogue(scope: Scope, version: number): Promise<Catalogue | null> {
  const { db } = scope.services;
  const kept = published.get(db) ?? new Map<string, Catalogue>();
  published.set(db, kept);
  const key = `${scope.tenant.id}/${version}`;
  const known = kept.get(key);
  if (known) return known;

  const [row] = await inTenant(db, scope.tenant.id, (tx) =>
    tx
      .select({ content: catalogueVersions.content })
      .from(catalogueVersions)
      .where(and(eq(catalogueVersions.tenantId, scope.tenant.id), eq(catalogueVersions.version, version))),
  );
  if (!row) return null;
  const catalogue = { version, ...v.parse(catalogueContentSchema, row.content) };
  if (kept.size >= maxKept) kept.clear();
  kept.set(key, catalogue);
  return catalogue;
}

/** The catalogue new reports are made with. */
export async function currentCatalogue(scope: Scope): Promise<Catalogue> {
  const [row] = await inTenant(scope.services.db, scope.tenant.id, (tx) =>
    tx
      .select({ version: catalogueVersions.version })
      .from(catalogueVersions)
      .where(eq(catalogueVersions.tenantId, scope.tenant.id))
      .orderBy(desc(catalogueVersions.version))
      .limit(1),
  );
  const catalogue = row && (await findCatalogue(scope, row.version));
  if (!catalogue) throw new Error('a tenant always has a catalogue');
  return catalogue;
}
