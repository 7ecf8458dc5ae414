import { createHash } from 'node:crypto';
import type { Preparation, PreparedReport } from '@meldewerk/contract/preparation';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, drafts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { currentCatalogue } from '../catalogues/find-catalogue.ts';
import { canonicalJson } from '../events/event-chain.ts';
import { recordEvent } from '../events/record-event.ts';
import { recordPublication } from '../handling/publication.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { findActivatedPartner } from '../partners/find-activated-partner.ts';
import { dayIn } from '../time-zone.ts';
import { addGeneration } from './add-generation.ts';
import { checkPreparation } from './check-preparation.ts';
import { findPrepared, type PreparedRow } from './find-prepared.ts';
import { isSamePreparation, toColumns } from './preparation-columns.ts';
import { describePrepared } from './read-prepared.ts';

type Saving = { version: number; internal?: boolean; preparation: Preparation };
type Checked = ReturnType<typeof toColumns> & { preparation: Preparation; catalogueVersion: number };

/**
 * Makes a report that the workshop prepares for its customer, or changes what it prepared, until the customer sends it.
 * The id is the client's, so that a repeat after a lost answer makes nothing twice; `version` is the one that was read
 * (0: none yet), so that nobody overwrites a colleague.
 */
export async function prepareReport(scope: StaffScope, reportId: string, { version, internal = false, preparation: typed }: Saving): Promise<PreparedReport> {
  const { services, tenant } = scope;
  const catalogue = await currentCatalogue(scope);
  const preparation = checkPreparation(scope, catalogue, typed);
  return inTenant(services.db, tenant.id, async (tx) => {
    // The same id twice at once: one of them makes it, the other finds it.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant.id}/${reportId}`}, 0))`);
    const stored = await findPrepared(scope, tx, reportId);
    if (!stored && version !== 0) throw new ProblemError('notFound');
    if (stored?.submittedAt || stored?.preparationVersion === null) throw new ProblemError('alreadySubmitted');
    if (stored && stored.preparationVersion === version + 1 && isSamePreparation(stored, preparation)) return describePrepared(scope, tx, stored);
    if (stored && stored.preparationVersion !== version) throw new ProblemError('changedMeanwhile');

    const checked: Checked = { ...toColumns(preparation, await copyPartner(scope, tx, preparation)), preparation, catalogueVersion: catalogue.version };
    if (stored) await change(scope, tx, stored, checked);
    else await create(scope, tx, reportId, checked, internal);
    const saved = await findPrepared(scope, tx, reportId);
    if (!saved) throw new Error('it was saved just now');
    return describePrepared(scope, tx, saved);
  });
}

/** Copied in, so that the report says what it said then. */
async function copyPartner(scope: StaffScope, tx: Transaction, { partner }: Preparation): Promise<PreparedRow['partner']> {
  if (!partner) return null;
  const found = await findActivatedPartner(scope, tx, partner.id);
  if (!found) throw new ProblemError('partnerNotActivated');
  return { id: found.id, name: found.name, kind: found.kind, orderNumber: partner.orderNumber ?? null };
}

/** One statement takes the next number and makes the report, so that the lock on the tenant's counter is held no longer than needed. */
async function create(scope: StaffScope, tx: Transaction, reportId: string, { columns, searched, preparation, catalogueVersion }: Checked, internal: boolean): Promise<void> {
  const { services, tenant, staff } = scope;
  const now = services.clock.now();
  const at = now.toISOString();
  const year = Number(dayIn(tenant.settings.timeZone, now).slice(0, 4));
  await tx.execute(sql`
    with numbered as (
      insert into report_counters as counter (tenant_id, year, last_number) values (${tenant.id}::uuid, ${year}::integer, 1)
      on conflict (tenant_id, year) do update set last_number = counter.last_number + 1
      returning tenant_id, ${tenant.settings.referencePrefix}::text || '-' || year || '-' || lpad(last_number::text, 6, '0') as reference
    )
    insert into damage_reports (
      tenant_id, id, reference, status, category, catalogue_version, language, reporter, vehicle, insurance, answers, skipped_shots, source,
      license_plate, plate_search_key, customer_name, search_text, listed_at, preparation_version, prepared_at, prepared_by, partner, incident_date,
      first_opened_at, first_opened_by, status_since, active_at, internal_since
    ) select
      tenant_id, ${reportId}::uuid, reference, 'draft', ${columns.category}, ${catalogueVersion}::integer, ${columns.language},
      ${JSON.stringify(columns.reporter)}::jsonb, ${JSON.stringify(columns.vehicle)}::jsonb, ${JSON.stringify(columns.insurance)}::jsonb, '{}'::jsonb, '[]'::jsonb,
      '{"kind":"link"}'::jsonb, ${columns.licensePlate}, ${columns.plateSearchKey}, ${columns.customerName}, lower(reference) || ${`\n${searched}`}::text,
      ${at}::timestamptz, 1, ${at}::timestamptz, ${staff.id}::uuid, ${columns.partner && JSON.stringify(columns.partner)}::jsonb, ${columns.incidentDate}::date,
      ${at}::timestamptz, ${staff.id}::uuid, ${at}::timestamptz, ${at}::timestamptz, ${internal ? at : null}::timestamptz
    from numbered`);
  const draftId = services.newId();
  // Opened by nobody until its first link gives it a token.
  await tx.insert(drafts).values({ tenantId: tenant.id, id: draftId, tokenHash: Buffer.alloc(32), createdAt: now, expiresAt: now, preparedReportId: reportId });
  const link = await addGeneration(scope, tx, { reportId, draftId, generation: 1, createdBy: staff.id });
  await recordEvent(services, tx, tenant.id, reportId, {
    type: 'reportPrepared',
    actor: { kind: 'staff', id: staff.id },
    data: { version: 1, generation: link.generation, contentSha256: sha256Of(preparation) },
  });
  if (internal) await recordPublication(scope, tx, reportId, false);
}

async function change(scope: StaffScope, tx: Transaction, stored: PreparedRow, { columns, searched, preparation, catalogueVersion }: Checked): Promise<void> {
  const { services, tenant, staff } = scope;
  const version = (stored.preparationVersion ?? 0) + 1;
  await tx
    .update(damageReports)
    .set({ ...columns, catalogueVersion, preparationVersion: version, searchText: sql`lower(reference) || ${`\n${searched}`}::text` })
    .where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, stored.id)));
  await recordEvent(services, tx, tenant.id, stored.id, {
    type: 'preparationChanged',
    actor: { kind: 'staff', id: staff.id },
    data: { version, contentSha256: sha256Of(preparation) },
  });
}

function sha256Of(preparation: Preparation): string {
  return createHash('sha256').update(canonicalJson(preparation)).digest('hex');
}
