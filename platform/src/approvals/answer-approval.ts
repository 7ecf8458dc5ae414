import { isDeepStrictEqual } from 'node:util';
import type { AnswerApproval } from '@meldewerk/contract/approval';
import { approvals } from '@meldewerk/db/schema-approvals';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { checkSignature, hasLetters } from '../forms/check-signature.ts';
import { storingFile } from '../forms/storing-file.ts';
import { lockReport } from '../handling/change-handling.ts';
import { describeIssue } from '../http/issue-text.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope } from '../http/scope.ts';
import { findOwnApproval, type ApprovalRow } from './read-approvals.ts';
import { sealApproval } from './seal-approval.ts';

/** From where somebody answers; it goes on the evidence page. */
type Device = { clientAddress: string; userAgent: string | undefined };

const perReport = limit('approval-answer-by-report', 20, 30);

/**
 * The customer's one answer. Question and answer are sealed before anything is written down, so that an answer is there with
 * its document or not at all, and a request that was cut off can simply be made again under the same id.
 */
export async function answerApproval(scope: CustomerScope, approvalId: string, typed: AnswerApproval, device: Device): Promise<void> {
  const { services, tenant, reportId } = scope;
  const answer = checkAnswer(scope, typed);
  await takeFrom(services, perReport, tenant.id, reportId);
  const asked = await inTenant(services.db, tenant.id, async (tx) => {
    const row = await findOwnApproval(scope, tx, approvalId);
    return isOpenFor(row, answer) ? row : null;
  });
  if (!asked) return;
  const answered = { ...asked, ...columnsOf(answer, device, services.clock.now()) };
  const sealed = await sealApproval(scope, answered);

  await storingFile(scope, sealed, (keep) =>
    inTenant(services.db, tenant.id, async (tx) => {
      const report = await lockReport(scope, tx, reportId);
      if (report.internalSince) throw new ProblemError('notFound');
      if (!isOpenFor(await findOwnApproval(scope, tx, approvalId), answer)) return;
      const { answer: yesOrNo, comment, signerName, signature, answeredAt, ip, userAgent, answerId } = answered;
      await tx
        .update(approvals)
        .set({ answer: yesOrNo, comment, signerName, signature, answeredAt, ip, userAgent, answerId, documentId: sealed.id, documentSha256: sealed.sha256, documentByteSize: sealed.bytes.byteLength })
        .where(and(eq(approvals.tenantId, tenant.id), eq(approvals.id, approvalId)));
      await recordEvent(services, tx, tenant.id, reportId, {
        type: 'approvalAnswered',
        actor: { kind: 'customer', id: null },
        data: { approvalId, answer: yesOrNo, documentId: sealed.id, documentSha256: sealed.sha256.toString('hex'), method: answer.signature.method },
      });
      keep();
    }),
  );
}

/** False when this very answer is there already. Another answer, or none any more, is refused. */
function isOpenFor(row: ApprovalRow, { id, answer, name, signature }: AnswerApproval): boolean {
  if (row.answer) {
    const same = row.answerId === id && row.answer === answer && row.signerName === name && isDeepStrictEqual(row.signature, signature);
    if (same) return false;
    throw new ProblemError('approvalAnswered');
  }
  if (row.withdrawnAt) throw new ProblemError('approvalWithdrawn');
  return true;
}

function checkAnswer({ language }: CustomerScope, answer: AnswerApproval): AnswerApproval {
  if (!hasLetters(answer.name)) throw new ProblemError('validationFailed', { issues: [{ path: 'name', code: 'invalid', message: describeIssue('name', { code: 'invalid', missing: false }, language) }] });
  return { ...answer, signature: checkSignature(answer.signature) };
}

function columnsOf({ id, answer, comment, name, signature }: AnswerApproval, { clientAddress, userAgent }: Device, answeredAt: Date) {
  return { answerId: id, answer, comment: comment ?? null, signerName: name, signature, answeredAt, ip: clientAddress || null, userAgent: userAgent?.slice(0, 300) || null };
}
