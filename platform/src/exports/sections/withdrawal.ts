import type { WriteSection } from '../section.ts';

export const writeWithdrawal: WriteSection = ({ report: { withdrawal } }) => {
  if (!withdrawal) return null;
  const { declaration } = withdrawal;
  const at = (instant: string | null) => instant && { instant };
  return {
    title: { de: 'Widerruf', en: 'Withdrawal' },
    parts: [{
      kind: 'facts',
      facts: [
        [{ de: 'Belehrung, Fassung', en: 'Notice, version' }, withdrawal.noticeVersion],
        [{ de: 'Belehrung erhalten', en: 'Notice received' }, at(withdrawal.noticeReceivedAt)],
        [{ de: 'Früher Beginn verlangt', en: 'Early start requested' }, at(withdrawal.earlyStartRequestedAt)],
        [{ de: 'Ausgehändigt', en: 'Handed over' }, at(withdrawal.handedOverAt)],
        [{ de: 'Vertragsschluss', en: 'Contract concluded' }, at(withdrawal.contractConcludedAt)],
        [{ de: 'Frist endet', en: 'Period ends' }, at(withdrawal.endsAt)],
        [{ de: 'Widerrufen am', en: 'Withdrawn on' }, declaration && { instant: declaration.declaredAt }],
        [{ de: 'Widerrufen von', en: 'Withdrawn by' }, declaration?.name],
        [{ de: 'Erklärung', en: 'Declaration' }, declaration?.statement],
      ],
    }],
  };
};
