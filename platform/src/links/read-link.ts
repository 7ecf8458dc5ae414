import type { Link } from '@meldewerk/contract/preparation';
import { readLinkForms } from '../forms/read-link-forms.ts';
import type { Scope } from '../http/scope.ts';
import { assertLive, withLink } from './admit-to-link.ts';
import { toShownPreparation } from './preparation-columns.ts';

/** What opens with an individual link. Reading changes nothing, so that a preview robot or a mail scanner uses nothing up. */
export async function readLink(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<Link> {
  return withLink(scope, tokenHash, clientAddress, async (tx, admitted) => {
    assertLive(scope, admitted);
    const { link, report } = admitted;
    if (report.preparationVersion === null) throw new Error('a link always leads to a prepared report');
    const { partner: _, ...preparation } = toShownPreparation(report);
    return {
      draftId: link.draftId,
      reference: report.reference,
      language: report.language,
      expiresAt: link.expiresAt.toISOString(),
      version: report.preparationVersion,
      preparation,
      partner: report.partner && { name: report.partner.name, kind: report.partner.kind },
      forms: await readLinkForms(scope, tx, report.id),
      withdrawalNotice: null,
      receipt: report.submittedAt && { reportId: report.id, reference: report.reference, submittedAt: report.submittedAt.toISOString() },
    };
  });
}
