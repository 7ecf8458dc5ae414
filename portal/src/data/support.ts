import { supportRequestListSchema, type SupportRequestInput } from '@meldewerk/contract/support';
import { request, requestJson } from '@meldewerk/shell/request';
import type * as v from 'valibot';

export type SupportRequest = v.InferOutput<typeof supportRequestListSchema>['requests'][number];

export async function fetchSupportRequests(): Promise<SupportRequest[]> {
  return (await requestJson(supportRequestListSchema, 'GET', '/api/support-requests')).requests;
}

export async function sendSupportRequest(input: SupportRequestInput): Promise<void> {
  await request('POST', '/api/support-requests', { body: input });
}
