import { handlingSchema, type Handling } from '@meldewerk/contract/handling';
import { statusLinkAddressSchema, type StatusLinkAddress } from '@meldewerk/contract/link-state';
import type { LinkChannel } from '@meldewerk/contract/preparation';
import { request, requestJson } from '@meldewerk/shell/request';

/** The address is a secret of the customer's: asked for only when it is handed on. */
export function fetchStatusLink(reportId: string): Promise<StatusLinkAddress> {
  return requestJson(statusLinkAddressSchema, 'GET', `/api/reports/${reportId}/status-link`);
}

/** `id` makes pressing twice harmless. */
export async function sendStatusLink(reportId: string, message: { id: string; channel: LinkChannel }) {
  await request('POST', `/api/reports/${reportId}/status-link/messages`, { body: message });
}

/** A new address; the ones before stop working. */
export function renewStatusLink(reportId: string): Promise<StatusLinkAddress> {
  return requestJson(statusLinkAddressSchema, 'POST', `/api/reports/${reportId}/status-link/renewal`);
}

export async function withdrawStatusLink(reportId: string) {
  await request('DELETE', `/api/reports/${reportId}/status-link`);
}

/** From now on the customer sees it; nothing is sent by that. */
export function publishReport(reportId: string): Promise<Handling> {
  return requestJson(handlingSchema, 'PUT', `/api/reports/${reportId}/publication`);
}

/** The customer sees nothing of it any more and hears nothing. */
export function keepReportInternal(reportId: string): Promise<Handling> {
  return requestJson(handlingSchema, 'DELETE', `/api/reports/${reportId}/publication`);
}
