import { itemMessagePreviewSchema, missingItemsSchema, type ItemMessagePreview, type MissingItems, type RequestItemsInput } from '@meldewerk/contract/missing-items';
import { request, requestJson } from '@meldewerk/shell/request';

const of = (reportId: string) => `/api/reports/${reportId}/item-requests`;

/** Asks the customer; the ids of the items make a repeat harmless. */
export function requestItems(reportId: string, body: RequestItemsInput): Promise<MissingItems> {
  return requestJson(missingItemsSchema, 'POST', of(reportId), { body });
}

/** What the customer would read, by every way that is open. */
export function previewItemMessage(reportId: string, body: { count: number; note: string | null; items: { label: string; reason: string }[] }, signal?: AbortSignal): Promise<ItemMessagePreview> {
  return requestJson(itemMessagePreviewSchema, 'POST', `/api/reports/${reportId}/item-message-previews`, { body, signal });
}

export async function remindOfItems(reportId: string, requestId: string, body: { id: string; channel: 'sms' | 'email' }): Promise<void> {
  await request('POST', `${of(reportId)}/${requestId}/reminders`, { body });
}

export function withdrawItems(reportId: string, requestId: string, itemId?: string): Promise<MissingItems> {
  return requestJson(missingItemsSchema, 'DELETE', `${of(reportId)}/${requestId}${itemId ? `/items/${itemId}` : ''}`);
}
