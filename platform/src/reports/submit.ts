import { createHash } from 'node:crypto';
import type { Receipt, Submission } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, idempotencyKeys, photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { authorizeDraft } from '../drafts/authorize-draft.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { checkSubmission } from './check-submission.ts';
import { insertReport } from './insert-report.ts';

const perAddress = limit('report-by-address', 20, 60);
const perTenant = limit('report-by-tenant', 300, 2);

type Credentials = { tokenHash: Buffer; idempotencyKey: string; clientAddress: string };

/**
 * Takes a report in: report, photos linked, consent, first event of its chain, job and idempotency record in one
 * statement. A repeat under the same key gets the first receipt; nothing is half there.
 */
export async function submitReport(scope: Scope, submission: Submission, credentials: Credentials): Promise<Receipt> {
  const { services, tenant } = scope;
  const { idempotencyKey, tokenHash } = credentials;
  const requestHash = createHash('sha256').update(tokenHash).update(JSON.stringify(submission)).digest();

  const earlier = await findEarlier(scope, idempotencyKey, requestHash);
  if (earlier) return earlier;
  await takeFrom(services, perAddress, addressKey(credentials.clientAddress));
  await takeFrom(services, perTenant, tenant.id);
  const checked = await checkSubmission(scope, submission);

  const receipt = await inTenant(services.db, tenant.id, async (tx) => {
    const [draft, photosOfDraft] = await Promise.all([
      authorizeDraft(scope, tx, submission.draftId, tokenHash),
      readPhotos(scope, tx, submission.draftId),
    ]);
    if (draft.reportId !== null) return null;
    const linked = checked.linkPhotos(photosOfDraft);
    return insertReport(scope, tx, { submission: checked, photos: linked, idempotencyKey, requestHash });
  });
  if (receipt) return receipt;

  // Somebody sent this draft in the meantime: the same request (its receipt is ours), or another one.
  const winner = await findEarlier(scope, idempotencyKey, requestHash);
  if (winner) return winner;
  throw new ProblemError('draftSubmitted');
}

async function findEarlier(scope: Scope, key: string, requestHash: Buffer): Promise<Receipt | null> {
  const { tenant, services } = scope;
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({
        requestHash: idempotencyKeys.requestHash,
        reportId: idempotencyKeys.reportId,
        reference: damageReports.reference,
        submittedAt: damageReports.submittedAt,
      })
      .from(idempotencyKeys)
      .innerJoin(damageReports, and(eq(damageReports.tenantId, idempotencyKeys.tenantId), eq(damageReports.id, idempotencyKeys.reportId)))
      .where(and(eq(idempotencyKeys.tenantId, tenant.id), eq(idempotencyKeys.key, key))),
  );
  if (!row) return null;
  if (!requestHash.equals(row.requestHash)) throw new ProblemError('idempotencyKeyReused');
  return { reportId: row.reportId, reference: row.reference, submittedAt: row.submittedAt.toISOString() };
}

export type PhotoOfDraft = Awaited<ReturnType<typeof readPhotos>>[number];

function readPhotos(scope: Scope, tx: Transaction, draftId: string) {
  return tx
    .select({ id: photos.id, state: photos.state, problem: photos.problem, sha256: photos.sha256 })
    .from(photos)
    .where(and(eq(photos.tenantId, scope.tenant.id), eq(photos.draftId, draftId)));
}

