import { colleagueListSchema, handlingSchema, tagListSchema, type ChangeHandlingInput, type Colleague, type Handling } from '@meldewerk/contract/handling';
import { presentListSchema, type Present } from '@meldewerk/contract/presence';
import { requestJson } from '@meldewerk/shell/request';

export function changeHandling(reportId: string, change: ChangeHandlingInput): Promise<Handling> {
  return requestJson(handlingSchema, 'PATCH', `/api/reports/${reportId}/handling`, { body: change });
}

export async function fetchColleagues(): Promise<Colleague[]> {
  return (await requestJson(colleagueListSchema, 'GET', '/api/colleagues')).colleagues;
}

export async function fetchTags(): Promise<string[]> {
  return (await requestJson(tagListSchema, 'GET', '/api/tags')).tags;
}

/** Who else has the report open. */
export async function fetchPresent(reportId: string): Promise<Present[]> {
  return (await requestJson(presentListSchema, 'GET', `/api/reports/${reportId}/presence`)).present;
}

/** Says that this page is open, and hears who else is there. */
export async function notePresence(reportId: string, viewId: string, editing: boolean): Promise<Present[]> {
  return (await requestJson(presentListSchema, 'PUT', `/api/reports/${reportId}/presence/${viewId}`, { body: { editing } })).present;
}

/** Also while the page is being closed. */
export function leaveReport(reportId: string, viewId: string) {
  void fetch(`/api/reports/${reportId}/presence/${viewId}`, { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(() => undefined);
}
