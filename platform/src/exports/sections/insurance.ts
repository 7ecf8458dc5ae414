import { coverageLabels, partnerKindLabels } from '@meldewerk/contract/labels';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Fact, WriteSection } from '../section.ts';

export const writeInsurance: WriteSection = ({ report: { insurance, partner } }) => ({
  title: { de: 'Versicherung und Partner', en: 'Insurance and partner' },
  parts: [{
    kind: 'facts',
    facts: [
      [{ de: 'Wer zahlt', en: 'Who pays' }, coverageLabels[insurance.coverage]],
      [{ de: 'Versicherer', en: 'Insurer' }, insurance.insurer],
      [{ de: 'Versicherungsschein-Nr.', en: 'Policy number' }, insurance.policyNumber],
      [{ de: 'Schadennummer', en: 'Claim number' }, insurance.claimNumber],
      ...(partner ? partnerFacts(partner) : []),
    ],
  }],
});

function partnerFacts({ kind, name, orderNumber }: NonNullable<ReportDetail['partner']>): Fact[] {
  return [[partnerKindLabels[kind], name], [{ de: 'Auftragsnummer', en: 'Order number' }, orderNumber]];
}
