import type { Link } from '@meldewerk/contract/preparation';
import { readLinkForms } from '../forms/read-link-forms.ts';
import type { Scope } from '../http/scope.ts';
import { currentWithdrawalNotice } from '../withdrawals/current-notice.ts';
import { assertLive, withLink } from './admit-to-link.ts';
import type { PreparedRow } from './find-prepared.ts';
import { toShownPreparation } from './preparation-columns.ts';

/** What opens with an individual link. Reading changes nothing, so that a preview robot or a mail scanner uses nothing up. */
export async function readLink(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<Link> {
  return withLink(scope, tokenHash, clientAddress, async (tx, admitted) => {
    assertLive(scope, admitted);
    const { link, report } = admitted;
    if (report.preparationVersion === null) throw new Error('a link always leads to a prepared report');
    const forms = await readLinkForms(scope, tx, report.id);
    return {
      draftId: link.draftId,
      reference: report.reference,
      language: report.language,
      expiresAt: link.expiresAt.toISOString(),
      version: report.preparationVersion,
      preparation: report.submittedAt ? nothingOf(report) : shownOf(report),
      partner: report.partner && { name: report.partner.name, kind: report.partner.kind },
      forms,
      withdrawalNotice: forms.some(({ concludesContract }) => concludesContract) ? await currentWithdrawalNotice(scope, tx) : null,
      receipt: report.submittedAt && { reportId: report.id, reference: report.reference, submittedAt: report.submittedAt.toISOString() },
    };
  });
}

function shownOf(report: PreparedRow): Link['preparation'] {
  const { partner: _, ...preparation } = toShownPreparation(report);
  return preparation;
}

/** Once it is sent, whoever has the link sees that it was, and no longer whose it is. */
function nothingOf({ language, category }: PreparedRow): Link['preparation'] {
  return { language, category, reporter: {}, vehicle: { plateCountry: 'D' }, insurance: { coverage: 'unknown' }, incidentDate: undefined };
}
