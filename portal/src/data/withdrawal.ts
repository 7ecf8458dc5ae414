import { withdrawalDeclarationListSchema, withdrawalNoticeSchema, type WithdrawalNotice, type withdrawalNoticeInputSchema } from '@meldewerk/contract/withdrawal';
import { request, requestJson } from '@meldewerk/shell/request';
import type * as v from 'valibot';

export type WithdrawalTexts = v.InferInput<typeof withdrawalNoticeInputSchema>;
export type WithdrawalDeclaration = v.InferOutput<typeof withdrawalDeclarationListSchema>['declarations'][number];

export function fetchWithdrawalNotice(signal?: AbortSignal): Promise<WithdrawalNotice> {
  return requestJson(withdrawalNoticeSchema, 'GET', '/api/withdrawal-notice', { signal });
}

export function publishWithdrawalNotice(texts: WithdrawalTexts): Promise<WithdrawalNotice> {
  return requestJson(withdrawalNoticeSchema, 'PUT', '/api/withdrawal-notice', { body: texts });
}

export async function fetchWithdrawalDeclarations(signal?: AbortSignal): Promise<WithdrawalDeclaration[]> {
  return (await requestJson(withdrawalDeclarationListSchema, 'GET', '/api/withdrawal-declarations', { signal })).declarations;
}

export async function assignWithdrawalDeclaration(id: string, reportId: string): Promise<void> {
  await request('POST', `/api/withdrawal-declarations/${id}/report`, { body: { reportId } });
}
