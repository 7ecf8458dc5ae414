import { msg } from '@lit/localize';
import type { ConditionStage } from '@meldewerk/contract/condition-photo';
import type { ReportDetail } from '@meldewerk/contract/report';
import { currentLanguage } from '../../locale.ts';

export function stageLabel(stage: ConditionStage): string {
  return {
    dropOff: msg('Annahme', { id: 'condition.dropOff' }),
    afterRepair: msg('Nach der Reparatur', { id: 'condition.afterRepair' }),
    handOver: msg('Übergabe', { id: 'condition.handOver' }),
  }[stage];
}

/** A picture of no particular shot is `other`. */
export function shotLabel({ shotLabels }: Pick<ReportDetail, 'shotLabels'>, shotId: string): string {
  return shotLabels[shotId]?.[currentLanguage()] ?? msg('Weiteres Foto', { id: 'condition.other' });
}

/** Where the report most likely is in its course. */
export function likelyStage({ handling }: Pick<ReportDetail, 'handling'>): ConditionStage {
  if (handling.status === 'completed') return 'handOver';
  return handling.status === 'ready' || handling.status === 'inRepair' ? 'afterRepair' : 'dropOff';
}
