import { request, requestJson } from '@meldewerk/shell/request';
import {
  batchResultSchema, batchReversalSchema, preferencesSchema, savedViewListSchema,
  type BatchResult, type BatchReversal, type HandlingBatch, type NewSavedView, type Preferences, type PreferencesChange, type SavedView, type SavedViewInput,
} from '@meldewerk/contract/list';

export function fetchPreferences(): Promise<Preferences> {
  return requestJson(preferencesSchema, 'GET', '/api/preferences');
}

export function savePreferences(change: PreferencesChange): Promise<Preferences> {
  return requestJson(preferencesSchema, 'PUT', '/api/preferences', { body: change });
}

export async function fetchViews(): Promise<SavedView[]> {
  return (await requestJson(savedViewListSchema, 'GET', '/api/views')).views;
}

/** Also takes a deletion back: the view is there again under its id. */
export async function createView(view: NewSavedView) {
  await request('POST', '/api/views', { body: view });
}

export async function changeView(id: string, view: SavedViewInput) {
  await request('PUT', `/api/views/${id}`, { body: view });
}

export async function deleteView(id: string) {
  await request('DELETE', `/api/views/${id}`);
}

/** Up to fifty reports of a batch. */
export async function runBatchPart(batch: HandlingBatch): Promise<BatchResult[]> {
  return (await requestJson(batchResultSchema, 'POST', '/api/handling-batches', { body: batch })).results;
}

export async function reverseBatch(id: string): Promise<BatchReversal[]> {
  return (await requestJson(batchReversalSchema, 'POST', `/api/handling-batches/${id}/reversal`)).results;
}
