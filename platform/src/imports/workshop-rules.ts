import type { ImportField } from '@meldewerk/contract/import';
import { smsOptOuts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import { currentCatalogue } from '../catalogues/find-catalogue.ts';
import type { Scope } from '../http/scope.ts';
import { checkRows, type CheckedRow, type StoredRow } from './check-rows.ts';

/** The check of rows with what this workshop knows: its kinds of damage, and who does not want an SMS. */
export async function loadRules(scope: Scope): Promise<(rows: StoredRow[], fields: (ImportField | null)[]) => CheckedRow[]> {
  const { services, tenant } = scope;
  const catalogue = await currentCatalogue(scope);
  const stopped = await inTenant(services.db, tenant.id, (tx) => tx.select({ phone: smsOptOuts.phone }).from(smsOptOuts).where(eq(smsOptOuts.tenantId, tenant.id)));
  const phones = new Set(stopped.map(({ phone }) => phone));
  return (rows, fields) => checkRows(rows, fields, { catalogue, hasOptedOut: (phone) => phones.has(phone) });
}
