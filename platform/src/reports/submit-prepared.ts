import type { Receipt } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { consents, damageReports, drafts, idempotencyKeys } from '@meldewerk/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { recordEvent } from '../events/record-event.ts';
import { checkSignedForms } from '../forms/check-signed-forms.ts';
import type { Scope } from '../http/scope.ts';
import { recordWithdrawalConsent } from '../withdrawals/record-consent.ts';
import type { CheckedSubmission, LinkedPhoto } from './check-submission.ts';
import { foldForSearch } from './search-text.ts';
import { submittedFacts } from './submitted-facts.ts';

type Input = { reportId: string; submission: CheckedSubmission; photos: LinkedPhoto[]; tokenHash: Buffer; idempotencyKey: string; requestHash: Buffer };

/**
 * The customer completes what the workshop prepared: the report keeps its number, takes what the customer sent in place of
 * the prefill, and is new again. Null when it was sent by somebody else meanwhile.
 */
export async function submitPrepared(scope: Scope, tx: Transaction, { reportId, submission, photos, tokenHash, idempotencyKey, requestHash }: Input): Promise<Receipt | null> {
  const { services, tenant } = scope;
  const now = services.clock.now();
  // Before the draft, as everybody takes them who changes the link.
  await tx.select({ id: damageReports.id }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId))).for('no key update');
  // Asked again now that nobody can change it: staff may have withdrawn or renewed the link since.
  await authorizeDraft(scope, tx, submission.draftId, tokenHash);
  const claimed = await tx
    .update(drafts)
    .set({ reportId })
    .where(and(eq(drafts.tenantId, tenant.id), eq(drafts.id, submission.draftId), isNull(drafts.reportId)))
    .returning({ id: drafts.id });
  if (claimed.length === 0) return null;
  await checkSignedForms(scope, tx, { reportId, submission, categoryLabel: submission.categoryLabel });

  const { insurance, answers, damages, checkedSafety: safety, skippedShots, source, plate } = submission;
  const reporter = { ...submission.reporter, phone: submission.phoneE164 };
  const vehicle = { ...submission.vehicle, licensePlate: plate.canonical };
  const customerName = `${reporter.firstName} ${reporter.lastName}`;
  const [report] = await tx
    .update(damageReports)
    .set({
      // Staff may have gone on with it without the customer.
      status: sql`case when status in ('draft', 'linkSent') then 'submitted' else status end`,
      statusSince: sql`case when status in ('draft', 'linkSent') then ${now.toISOString()}::timestamptz else status_since end`,
      category: submission.category, catalogueVersion: submission.catalogueVersion, language: submission.language,
      reporter, vehicle, insurance, answers, damages, safety, skippedShots, source, licensePlate: plate.canonical, plateSearchKey: plate.searchKey, customerName,
      searchText: sql`lower(reference) || ${`\n${foldForSearch(plate.searchKey, plate.canonical, customerName, reporter.company, vehicle.vin)}`}::text`,
      photoCount: photos.length, listedAt: now, submittedAt: now, firstOpenedAt: null, firstOpenedBy: null,
    })
    .where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)))
    .returning({ reference: damageReports.reference });
  if (!report) throw new Error('a draft of a prepared report always has its report');

  await tx.execute(sql`
    update photos set report_id = ${reportId}::uuid, shot_id = named."shotId", position = named.position, spot_id = named."spotId", findings = named.findings, latitude = named.latitude, longitude = named.longitude
    from jsonb_to_recordset(${JSON.stringify(photos)}::jsonb) as named (id uuid, "shotId" text, "spotId" uuid, findings text[], latitude double precision, longitude double precision, position integer)
    where photos.tenant_id = ${tenant.id}::uuid and photos.draft_id = ${submission.draftId}::uuid and photos.id = named.id`);
  await tx.insert(consents).values({ tenantId: tenant.id, reportId, kind: 'privacy', textVersion: submission.privacyConsent.version, text: submission.privacyText, givenAt: now });
  await recordWithdrawalConsent(scope, tx, { reportId, submission });
  await tx.insert(idempotencyKeys).values({ tenantId: tenant.id, key: idempotencyKey, requestHash, reportId, createdAt: now });
  await recordEvent(services, tx, tenant.id, reportId, {
    type: 'reportSubmitted',
    actor: { kind: 'customer', id: null },
    data: submittedFacts(submission, { reporter, vehicle, insurance, answers, damages, safety, skippedShots }, photos, report.reference),
  });
  return { reportId, reference: report.reference, submittedAt: now.toISOString() };
}
