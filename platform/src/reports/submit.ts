import { createHash } from 'node:crypto';
import type { Receipt, Submission } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, idempotencyKeys, photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { attachStatement } from '../accident-statements/attach-statement.ts';
import { findCatalogue } from '../catalogues/find-catalogue.ts';
import { admitToDraft, findDraft } from '../drafts/authorize-draft.ts';
import { forgetContent } from '../drafts/forget-content.ts';
import { addressKey, limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { assertWishes, takeWishes } from '../appointments/wishes-of-submission.ts';
import { checkSubmission } from './check-submission.ts';
import { insertReport } from './insert-report.ts';
import { submitPrepared } from './submit-prepared.ts';

const perAddress = limit('report-by-address', 20, 60);
const perTenant = limit('report-by-tenant', 300, 2);

type Credentials = { tokenHash: Buffer; idempotencyKey: string; clientAddress: string };

/**
 * Takes a report in: report, photos linked, consent, first event of its chain, job and idempotency record in one
 * statement. A repeat under the same key gets the first receipt; nothing is half there.
 */
export async function submitReport(scope: Scope, submission: Submission, credentials: Credentials): Promise<Receipt> {
  const { services, tenant } = scope;
  const { idempotencyKey, tokenHash, clientAddress } = credentials;
  const requestHash = createHash('sha256').update(tokenHash).update(JSON.stringify(submission)).digest();
  // Asked before the transaction: inside it, everybody could hold a connection while waiting for a second one.
  const [refusal, catalogue] = await Promise.all([
    takeAll(services, [perAddress, addressKey(clientAddress)], [perTenant, tenant.id]).then(() => null, (error: unknown) => error),
    findCatalogue(scope, submission.catalogueVersion),
  ]);

  return inTenant(services.db, tenant.id, async (tx) => {
    const earlier = findEarlier(scope, tx, idempotencyKey, requestHash);
    const [receipt, draft, arrived] = await Promise.all([earlier, findDraft(scope, tx, submission.draftId, tokenHash), readPhotos(scope, tx, submission.draftId)]);
    // Whoever only repeats an answered request is not slowed down.
    if (receipt) return receipt;
    if (refusal) throw refusal;
    const { reportId, preparedReportId } = admitToDraft(scope, draft, tokenHash);
    if (reportId === null) {
      const checked = checkSubmission(scope, catalogue, submission);
      await assertWishes(scope, tx, checked.appointment);
      const accepted = { submission: checked, photos: checked.linkPhotos(arrived), idempotencyKey, requestHash };
      const inserted = preparedReportId === null ? await insertReport(scope, tx, accepted) : await submitPrepared(scope, tx, { ...accepted, tokenHash, reportId: preparedReportId });
      if (inserted) {
        await forgetContent(scope, tx, submission.draftId);
        await takeWishes(scope, tx, inserted.reportId, checked.appointment);
        await attachStatement(scope, tx, inserted.reportId, submission.accidentStatement);
        return inserted;
      }
    }
    // Somebody sent this draft while we were looking: the same request (its receipt is ours), or another one.
    const winner = await findEarlier(scope, tx, idempotencyKey, requestHash);
    if (winner) return winner;
    throw new ProblemError('draftSubmitted');
  });
}

async function findEarlier(scope: Scope, tx: Transaction, key: string, requestHash: Buffer): Promise<Receipt | null> {
  const [row] = await tx
    .select({
      requestHash: idempotencyKeys.requestHash,
      reportId: idempotencyKeys.reportId,
      reference: damageReports.reference,
      submittedAt: damageReports.submittedAt,
    })
    .from(idempotencyKeys)
    .innerJoin(damageReports, and(eq(damageReports.tenantId, idempotencyKeys.tenantId), eq(damageReports.id, idempotencyKeys.reportId)))
    .where(and(eq(idempotencyKeys.tenantId, scope.tenant.id), eq(idempotencyKeys.key, key)));
  if (!row) return null;
  if (!requestHash.equals(row.requestHash)) throw new ProblemError('idempotencyKeyReused');
  if (!row.submittedAt) throw new Error('an answered submission has its moment');
  return { reportId: row.reportId, reference: row.reference, submittedAt: row.submittedAt.toISOString() };
}

export type PhotoOfDraft = Awaited<ReturnType<typeof readPhotos>>[number];

function readPhotos(scope: Scope, tx: Transaction, draftId: string) {
  return tx
    .select({ id: photos.id, state: photos.state, problem: photos.problem, sha256: photos.sha256 })
    .from(photos)
    .where(and(eq(photos.tenantId, scope.tenant.id), eq(photos.draftId, draftId)));
}

