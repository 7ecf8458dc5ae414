import type { Approval } from '@meldewerk/contract/approval';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { Part, WriteSection } from '../section.ts';

const kinds: Record<Approval['kind'], LocalizedText> = { extraWork: { de: 'Zusätzliche Arbeit', en: 'Extra work' }, delay: { de: 'Verzögerung', en: 'Delay' } };
const states: Record<Approval['state'], LocalizedText> = {
  open: { de: 'offen', en: 'open' }, yes: { de: 'zugestimmt', en: 'agreed' }, no: { de: 'abgelehnt', en: 'declined' }, withdrawn: { de: 'zurückgenommen', en: 'taken back' },
};

/** What the customer was asked to agree to, and the signed answer. */
export const writeApprovals: WriteSection = ({ report: { approvals } }) => {
  if (approvals.length === 0) return null;
  return {
    title: { de: 'Freigaben', en: 'Approvals' },
    parts: approvals.flatMap((approval): Part[] => [
      { kind: 'subheading', text: kinds[approval.kind] },
      {
        kind: 'facts',
        facts: [
          [{ de: 'Gefragt am', en: 'Asked on' }, { instant: approval.askedAt }],
          [{ de: 'Gefragt von', en: 'Asked by' }, approval.askedByName],
          [{ de: 'Grund', en: 'Reason' }, approval.reason],
          [approval.amount?.includesVat ? { de: 'Betrag mit MwSt.', en: 'Amount with VAT' } : { de: 'Betrag ohne MwSt.', en: 'Amount without VAT' }, approval.amount && { cents: approval.amount.cents }],
          [{ de: 'Fertig am', en: 'Ready on' }, approval.readyOn ? { day: approval.readyOn } : null],
          [{ de: 'Fotos', en: 'Photos' }, { de: approval.photos.map(({ label }) => label.de).join(', '), en: approval.photos.map(({ label }) => label.en).join(', ') }],
          [{ de: 'Stand', en: 'State' }, states[approval.state]],
          [{ de: 'Beantwortet am', en: 'Answered on' }, approval.answeredAt && { instant: approval.answeredAt }],
          [{ de: 'Unterschrieben von', en: 'Signed by' }, approval.signerName],
          [{ de: 'Bemerkung', en: 'Comment' }, approval.comment],
          [{ de: 'Zurückgenommen am', en: 'Taken back on' }, approval.withdrawnAt && { instant: approval.withdrawnAt }],
          [{ de: 'SHA-256 der Datei', en: 'SHA-256 of the file' }, approval.document?.sha256],
        ],
      },
    ]),
  };
};
