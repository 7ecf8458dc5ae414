import type { StaffLanguage } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import type { Submission } from '@meldewerk/contract/report';
import { withdrawalStatements } from '@meldewerk/contract/withdrawal-statements';
import type { Transaction } from '@meldewerk/db/client';
import { consents } from '@meldewerk/db/schema';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { contractOfReport } from './contract-of-report.ts';
import { currentWithdrawalNotice } from './current-notice.ts';

/**
 * Keeps what the customer decided with the notice before them, to the letter, when a signed form concludes a contract. Throws
 * validationFailed at `withdrawal` when nothing was decided, or with a notice that is no longer in force.
 */
export async function recordWithdrawalConsent(scope: Scope, tx: Transaction, { reportId, submission }: { reportId: string; submission: Pick<Submission, 'withdrawal' | 'language'> }): Promise<void> {
  const { tenant, services, language } = scope;
  const { isSigned } = await contractOfReport(scope, tx, reportId);
  if (!isSigned) return;
  const decided = submission.withdrawal;
  if (!decided) throw refused('missing', texts[language].missing);
  const current = await currentWithdrawalNotice(scope, tx);
  if (decided.noticeVersion !== current.version) throw refused('outdated', texts[language].outdated);

  const read = submission.language;
  const given = { tenantId: tenant.id, reportId, givenAt: services.clock.now() };
  const { noticeReceived, earlyStart, earlyStartMeans, version } = withdrawalStatements;
  const notice = [textIn(noticeReceived, read), textIn(current.notice, read), textIn(current.modelForm, read)].join('\n\n');
  await tx.insert(consents).values({ ...given, kind: 'withdrawalNotice', textVersion: current.version, text: notice });
  if (decided.earlyStart) await tx.insert(consents).values({ ...given, kind: 'earlyStart', textVersion: version, text: `${textIn(earlyStart, read)} ${textIn(earlyStartMeans, read)}` });
}

function refused(code: string, message: string): ProblemError {
  return new ProblemError('validationFailed', { issues: [{ path: 'withdrawal', code, message }] });
}

const texts = {
  de: {
    missing: 'Bitte lesen Sie die Widerrufsbelehrung und bestätigen Sie, dass Sie sie erhalten haben.',
    outdated: 'Die Widerrufsbelehrung wurde inzwischen geändert. Bitte lesen und bestätigen Sie die neue Fassung.',
  },
  en: {
    missing: 'Please read the notice of withdrawal and confirm that you have received it.',
    outdated: 'The notice of withdrawal has been changed meanwhile. Please read and confirm the new version.',
  },
} satisfies Record<StaffLanguage, unknown>;
