import { approvalSchema, type Approval, type AskApprovalInput } from '@meldewerk/contract/approval';
import { request, requestJson } from '@meldewerk/shell/request';
import * as v from 'valibot';

/** Everything asked on the report comes back. The id makes asking twice harmless. */
export async function askApproval(reportId: string, asked: AskApprovalInput): Promise<Approval[]> {
  return (await requestJson(v.object({ approvals: v.array(approvalSchema) }), 'POST', `/api/reports/${reportId}/approvals`, { body: asked })).approvals;
}

export async function remindOfApproval(approvalId: string, id: string) {
  await request('POST', `/api/approvals/${approvalId}/reminders`, { body: { id } });
}

export async function withdrawApproval(approvalId: string) {
  await request('DELETE', `/api/approvals/${approvalId}`);
}

export function approvalDocumentUrl(approvalId: string): string {
  return `/api/approvals/${approvalId}/document`;
}

export function approvalPhotoUrl(approvalId: string, photoId: string, rendition: 'thumbnail' | 'display'): string {
  return `/api/approvals/${approvalId}/photos/${photoId}/${rendition}`;
}
