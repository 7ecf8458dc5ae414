import type { Database } from '@meldewerk/db/client';
import { tenants } from '@meldewerk/db/schema';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { tenantSettingsSchema, type TenantSettings } from './settings.ts';
import { slugSchema } from './slug.ts';

export type Tenant = { id: string; slug: string; settings: TenantSettings; suspendedAt: Date | null };

/** What a host name stands for. Everything that is no tenant looks alike from outside. */
export type HostMeaning = { kind: 'apex' } | { kind: 'label'; label: string } | { kind: 'unknown' };

/**
 * Reads the value of a Host header: port and one trailing dot are dropped, case is folded. Anything but the base
 * domain or exactly one plain label before it is unknown.
 */
export function readHost(host: string | null | undefined, baseDomain: string): HostMeaning {
  const name = /^([a-z0-9.-]{1,253}?)\.?(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  if (!name) return { kind: 'unknown' };
  if (name === baseDomain) return { kind: 'apex' };
  if (!name.endsWith(`.${baseDomain}`)) return { kind: 'unknown' };
  const label = name.slice(0, -baseDomain.length - 1);
  return label.includes('.') ? { kind: 'unknown' } : { kind: 'label', label };
}

/** The tenant of a host label, or null for a label that is malformed, reserved or taken by nobody. */
export async function findTenantBySlug(db: Database, label: string): Promise<Tenant | null> {
  if (!v.is(slugSchema, label)) return null;
  const [row] = await db.select().from(tenants).where(eq(tenants.slug, label));
  return row ? toTenant(row) : null;
}

/** The tenant of this id, or null; for jobs, which carry ids and have no host. */
export async function findTenantById(db: Database, tenantId: string): Promise<Tenant | null> {
  const [row] = await db.select().from(tenants).where(eq(tenants.id, tenantId));
  return row ? toTenant(row) : null;
}

function toTenant({ id, slug, settings, suspendedAt }: typeof tenants.$inferSelect): Tenant {
  return { id, slug, settings: v.parse(tenantSettingsSchema, settings), suspendedAt };
}
