import type { Language } from '@meldewerk/contract/language';
import { linkAddressSchema, messagePreviewSchema, type LinkChannel, type MessagePreview } from '@meldewerk/contract/preparation';
import { request, requestJson } from '@meldewerk/shell/request';
import type * as v from 'valibot';

export type LinkAddress = v.InferOutput<typeof linkAddressSchema>;
type PreviewInput = { reportId: string; language: Language; firstName: string; lastName: string; phone: string; email: string };

/** `id` makes pressing twice harmless. */
export async function sendLink(reportId: string, message: { id: string; channel: LinkChannel }) {
  await request('POST', `/api/reports/${reportId}/link-messages`, { body: message });
}

export function previewLinkMessage(input: PreviewInput, signal?: AbortSignal): Promise<MessagePreview> {
  return requestJson(messagePreviewSchema, 'POST', '/api/link-message-previews', { body: input, signal });
}

/** The address is a secret of the customer's: asked for only when it is handed on. */
export function fetchLinkAddress(reportId: string): Promise<LinkAddress> {
  return requestJson(linkAddressSchema, 'GET', `/api/reports/${reportId}/link`);
}

/** A new address; the one before stops working. */
export function renewLink(reportId: string): Promise<LinkAddress> {
  return requestJson(linkAddressSchema, 'POST', `/api/reports/${reportId}/link`);
}

export async function withdrawLink(reportId: string) {
  await request('DELETE', `/api/reports/${reportId}/link`);
}
