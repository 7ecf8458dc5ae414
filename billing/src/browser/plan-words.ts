import { msg, str } from '@lit/localize';
import type { Plan } from '@meldewerk/contract/billing';
import { formatMoney } from './format.ts';

type Period = Pick<Plan, 'period' | 'periodUnit'>;

/** `pro Monat`, `alle 3 Monate` */
export function periodWords({ period, periodUnit }: Period): string {
  if (period === 1) {
    switch (periodUnit) {
      case 'day': return msg('pro Tag', { id: 'period.day' });
      case 'week': return msg('pro Woche', { id: 'period.week' });
      case 'month': return msg('pro Monat', { id: 'period.month' });
      case 'year': return msg('pro Jahr', { id: 'period.year' });
    }
  }
  switch (periodUnit) {
    case 'day': return msg(str`alle ${period} Tage`, { id: 'period.days' });
    case 'week': return msg(str`alle ${period} Wochen`, { id: 'period.weeks' });
    case 'month': return msg(str`alle ${period} Monate`, { id: 'period.months' });
    case 'year': return msg(str`alle ${period} Jahre`, { id: 'period.years' });
  }
}

export function priceWords(plan: Pick<Plan, 'unitAmountCents' | 'currency'> & Period, quantity: number): string {
  return `${formatMoney(plan.unitAmountCents * quantity, plan.currency)} ${periodWords(plan)}`;
}

export function plusVat(): string {
  return msg('zzgl. gesetzlicher USt.', { id: 'price.plusVat' });
}
