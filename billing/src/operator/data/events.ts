import { eventDetailSchema, eventPageSchema, reconciliationsSchema, type EventDetail, type EventPage, type EventQuery } from '@meldewerk/contract/operator';
import { request, requestJson } from '@meldewerk/shell/request';

const url = '/api/operator/events';

export function fetchEvents({ state, tenantId, before }: EventQuery): Promise<EventPage> {
  const query = new URLSearchParams({ ...(state && { state }), ...(tenantId && { tenantId }), ...(before && { before }) }).toString();
  return requestJson(eventPageSchema, 'GET', query ? `${url}?${query}` : url);
}

export function fetchEvent(eventId: string): Promise<EventDetail> {
  return requestJson(eventDetailSchema, 'GET', `${url}/${eventId}`);
}

/** Orders it; what came of it is read with the event a moment later. */
export async function retryEvent(eventId: string) {
  await request('POST', `${url}/${eventId}/attempts`);
}

export async function fetchReconciliations() {
  return (await requestJson(reconciliationsSchema, 'GET', '/api/operator/reconciliations')).reconciliations;
}

export async function reconcileNow() {
  await request('POST', '/api/operator/reconciliations');
}
