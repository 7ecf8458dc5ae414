import type { ImportField } from '@meldewerk/contract/import';
import { damageReports, smsOptOuts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { currentCatalogue } from '../catalogues/find-catalogue.ts';
import type { Scope } from '../http/scope.ts';
import { checkRows, type CheckedRow, type StoredRow } from './check-rows.ts';

const openForMs = 30 * 24 * 60 * 60 * 1_000;

/** The check of rows with what this workshop knows: its kinds of damage, who does not want an SMS, and who has been written to already. */
export async function loadRules(scope: Scope): Promise<(rows: StoredRow[], fields: (ImportField | null)[]) => CheckedRow[]> {
  const { services, tenant } = scope;
  const catalogue = await currentCatalogue(scope);
  const stopped = await inTenant(services.db, tenant.id, (tx) => tx.select({ phone: smsOptOuts.phone }).from(smsOptOuts).where(eq(smsOptOuts.tenantId, tenant.id)));
  const open = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ reference: damageReports.reference, plate: damageReports.plateSearchKey, phone: sql<string | null>`${damageReports.reporter} ->> 'phone'`, email: sql<string | null>`${damageReports.reporter} ->> 'email'` })
      .from(damageReports)
      .where(and(
        eq(damageReports.tenantId, tenant.id), inArray(damageReports.status, ['draft', 'linkSent']), isNull(damageReports.submittedAt),
        gt(damageReports.listedAt, new Date(services.clock.now().getTime() - openForMs)),
      )),
  );
  const references = new Map(open.flatMap(({ reference, plate, phone, email }) => [phone, email].filter(Boolean).map((contact) => [`${contact} ${plate}`, reference] as const)));
  const phones = new Set(stopped.map(({ phone }) => phone));
  return (rows, fields) => checkRows(rows, fields, { catalogue, hasOptedOut: (phone) => phones.has(phone), openReport: (contact, plate) => references.get(`${contact} ${plate}`) });
}
