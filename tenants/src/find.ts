import type { Database } from '@meldewerk/db/client';
import { tenants } from '@meldewerk/db/schema';
import { eq, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { tenantSettingsSchema, type TenantSettings } from './settings.ts';
import { slugSchema } from './slug.ts';

export type Tenant = { id: string; slug: string; settings: TenantSettings; suspendedAt: Date | null; linksStoppedAt: Date | null };

/** The tenant of a host label, or null for a label that is malformed, reserved or taken by nobody. */
export async function findTenantBySlug(db: Database, label: string): Promise<Tenant | null> {
  return v.is(slugSchema, label) ? find(db, eq(tenants.slug, label)) : null;
}

/** The tenant a job or a row names. */
export async function findTenantById(db: Database, id: string): Promise<Tenant | null> {
  return find(db, eq(tenants.id, id));
}

async function find(db: Database, condition: SQL): Promise<Tenant | null> {
  const [row] = await db.select().from(tenants).where(condition);
  return row ? { id: row.id, slug: row.slug, settings: v.parse(tenantSettingsSchema, row.settings), suspendedAt: row.suspendedAt, linksStoppedAt: row.linksStoppedAt } : null;
}
