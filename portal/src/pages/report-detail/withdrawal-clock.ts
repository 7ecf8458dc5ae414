import type { ReportWithdrawal } from '@meldewerk/contract/withdrawal';

/** Whole days until the end, rounded up: on the last day it is 1; 0 when it is over. */
export function daysLeft(endsAt: string, now = new Date()): number {
  return Math.max(0, Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 86_400_000));
}

export type WithdrawalState = 'none' | 'declared' | 'running' | 'over';

export function withdrawalState(withdrawal: ReportWithdrawal | null, now = new Date()): WithdrawalState {
  if (withdrawal?.declaration) return 'declared';
  if (!withdrawal?.endsAt) return 'none';
  return new Date(withdrawal.endsAt) > now ? 'running' : 'over';
}
