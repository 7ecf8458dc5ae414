import type { Inbox } from '../inbox.ts';
import type { Sms } from '../message.ts';
import { toMessageResource } from './message-resource.ts';

const maxPageSize = 1000;

/** One page, newest first, filtered as Twilio filters: `To`, `From`, `DateSent` (a day), `DateSent>`, `DateSent<`. */
export function listMessages(inbox: Inbox, accountSid: string, query: URLSearchParams) {
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const matching = inbox
    .messages()
    .filter((message): message is Sms => message.vendor === 'twilio' && message.accountSid === accountSid && matches(message, query))
    .toReversed();
  const pageSize = Math.min(readNumber(query.get('PageSize'), 50), maxPageSize);
  const page = readNumber(query.get('Page'), 0);
  const start = page * pageSize;
  const shown = matching.slice(start, start + pageSize);
  return {
    end: start + Math.max(shown.length - 1, 0),
    first_page_uri: pageUri(path, query, pageSize, 0),
    messages: shown.map(toMessageResource),
    next_page_uri: start + pageSize < matching.length ? pageUri(path, query, pageSize, page + 1) : null,
    page,
    page_size: pageSize,
    previous_page_uri: page > 0 ? pageUri(path, query, pageSize, page - 1) : null,
    start,
    uri: pageUri(path, query, pageSize, page),
  };
}

function matches(sms: Sms, query: URLSearchParams): boolean {
  const [to, from, day] = ['To', 'From', 'DateSent'].map((name) => query.get(name));
  if (to && sms.to !== to) return false;
  if (from && sms.from !== from) return false;
  const [after, before] = [query.get('DateSent>'), query.get('DateSent<')];
  if (!day && !after && !before) return true;
  // A queued message has no such date yet.
  if (sms.status === 'queued') return false;
  if (day && sms.receivedAt.slice(0, 10) !== day.slice(0, 10)) return false;
  const sentAt = Math.floor(Date.parse(sms.receivedAt) / 1000) * 1000;
  return (!after || sentAt >= Date.parse(after)) && (!before || sentAt <= Date.parse(before));
}

function pageUri(path: string, query: URLSearchParams, pageSize: number, page: number): string {
  const next = new URLSearchParams(query);
  next.set('PageSize', String(pageSize));
  next.set('Page', String(page));
  return `${path}?${next}`;
}

function readNumber(text: string | null, fallback: number): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Math.max(Number(text), fallback === 0 ? 0 : 1) : fallback;
}
