import type { Transaction } from '@meldewerk/db/client';
import { isKeptInternal } from '../handling/kept-internal.ts';

/**
 * Whether a message must not leave because staff keep its report to themselves. Who declared a withdrawal from a contract
 * is owed the receipt by law, whatever staff make of the report.
 */
export async function isKeptBack(tx: Transaction, tenantId: string, { reportId, target, purpose }: { reportId: string | null; target: string; purpose: string }): Promise<boolean> {
  if (reportId === null || (target !== 'customerEmail' && target !== 'customerSms') || purpose === 'withdrawalConfirmation') return false;
  return isKeptInternal(tx, tenantId, reportId);
}
