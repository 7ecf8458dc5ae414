import { msg, str } from '@lit/localize';
import type { Delivery } from '@meldewerk/contract/delivery';
import type { Colleague } from '@meldewerk/contract/handling';
import type { Message } from '@meldewerk/contract/message';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { deliveryProgressLabel } from '../../../arrival.ts';
import { dayOf, formatDay, formatMomentWithin, formatTime } from '../../../format.ts';
import { filesOf } from './attachment-list.ts';
import { addresseeName } from './to-customer.ts';

type Shown = { report: ReportDetail; messages: Message[]; timeZone: string; colleagues: Colleague[]; /** The first message that was not seen before this visit. */ newFrom: string | null; /** Parts of a picture were covered, or are shown again. */ onCovered: () => void };

/** The conversation with notes in between, by day. */
export function messageList({ report, messages, timeZone, colleagues, newFrom, onCovered }: Shown) {
  return html`<ol class="conversation">${messages.map((message, index) => {
    const day = dayOf(new Date(message.at), timeZone);
    const before = messages[index - 1];
    const isNewDay = !before || dayOf(new Date(before.at), timeZone) !== day;
    return html`
      ${isNewDay ? html`<li class="day"><span>${dayLabel(day, timeZone)}</span></li>` : nothing}
      ${message.id === newFrom ? html`<li class="day unread"><span>${msg('Neu', { id: 'messages.new' })}</span></li>` : nothing}
      ${bubble(message, report, timeZone, colleagues, onCovered)}`;
  })}</ol>`;
}

function bubble(message: Message, report: ReportDetail, timeZone: string, colleagues: Colleague[], onCovered: () => void) {
  const { id, author, audience, staffName, body, at, files } = message;
  const kind = author === 'customer' ? 'from-customer' : audience === 'customer' ? 'to-customer' : 'note';
  const who = author === 'customer' ? addresseeName(report) : (staffName ?? '');
  const what = { 'from-customer': msg('Kunde', { id: 'messages.customer' }), 'to-customer': msg('an den Kunden', { id: 'messages.toTheCustomer' }), 'note': msg('Notiz, nur intern', { id: 'messages.note' }) }[kind];
  return html`
    <li class="message ${kind}" data-message=${id}>
      <p class="head"><wa-icon name=${{ 'from-customer': 'user', 'to-customer': 'send', 'note': 'lock' }[kind]}></wa-icon><strong>${who}</strong> <span class="what">${what}</span> <time class="numbers" datetime=${at}>${formatTime(at, timeZone)}</time></p>
      ${body ? html`<p class="body">${withMentions(body, message, colleagues)}</p>` : nothing}
      ${filesOf(files, timeZone, onCovered)}
      ${kind === 'to-customer' ? html`<p class="fate">${fate(message, report, timeZone)}</p>` : nothing}
    </li>`;
}

/** Names stand out where they are meant. */
function withMentions(body: string, { mentions }: Message, colleagues: Colleague[]) {
  const names = colleagues.filter(({ id }) => mentions.includes(id)).map(({ name }) => `@${name}`);
  if (names.length === 0) return body;
  const pattern = new RegExp(`(${names.toSorted((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'u');
  return body.split(pattern).map((part) => (names.includes(part) ? html`<span class="mention">${part}</span>` : part));
}

/** Whether the customer has it before them; else how far the message about it got. */
function fate(message: Message, report: ReportDetail, timeZone: string) {
  if (message.readAt) return html`<wa-icon name="eye"></wa-icon>${msg(str`Gelesen ${formatMomentWithin(message.readAt, timeZone)}`, { id: 'messages.read' })}`;
  const delivery = deliveryOf(message, report);
  if (!delivery) return html`<wa-icon name="clock"></wa-icon>${msg('Auf der Statusseite, noch nicht gelesen', { id: 'messages.unreadThere' })}`;
  const way = delivery.target === 'customerSms' ? 'SMS' : msg('E-Mail', { id: 'messages.email' });
  const lost = delivery.state === 'failed' || delivery.arrival === 'undelivered' || delivery.arrival === 'bounced';
  return html`<span class=${lost ? 'lost' : ''}><wa-icon name=${lost ? 'error' : delivery.state === 'sent' ? 'check' : 'clock'}></wa-icon>${way}: ${deliveryProgressLabel(delivery)}</span>`;
}

/** The newest of those that told about it: the first after it was written, and what stood in for that. */
function deliveryOf({ id }: Message, { events, deliveries }: ReportDetail): Delivery | undefined {
  const written = events.find(({ type, data }) => type === 'messageWritten' && data['messageId'] === id)?.sequence ?? Infinity;
  const about = deliveries.filter(({ purpose, target, eventSequence }) => purpose === 'message' && target !== 'staffEmail' && eventSequence !== null && eventSequence >= written);
  const first = Math.min(...about.map(({ eventSequence }) => eventSequence ?? Infinity));
  return about.filter(({ eventSequence }) => eventSequence === first).at(-1);
}

function dayLabel(day: string, timeZone: string): string {
  const now = Date.now();
  if (day === dayOf(new Date(now), timeZone)) return msg('Heute', { id: 'messages.today' });
  return day === dayOf(new Date(now - 86_400_000), timeZone) ? msg('Gestern', { id: 'messages.yesterday' }) : formatDay(day);
}

export const messageListStyles = css`
  .conversation { display: grid; gap: 0.6rem; }
  .day { display: flex; align-items: center; gap: 0.75rem; margin-top: 0.3rem; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
  .day::before, .day::after { content: ''; flex: 1; height: 1px; background: var(--wa-color-surface-border); }
  .day.unread { color: var(--wa-color-brand-on-quiet); font-weight: 650; }
  .day.unread::before, .day.unread::after { background: currentColor; }
  .message { max-width: min(88%, 44rem); padding: 0.55rem 0.8rem 0.6rem; border: 1px solid var(--wa-color-surface-border); border-radius: 12px; }
  .from-customer { justify-self: start; border-end-start-radius: 3px; background: var(--wa-color-surface-lowered); }
  .to-customer { justify-self: end; border-color: transparent; border-end-end-radius: 3px; background: var(--wa-color-brand-fill-quiet); box-shadow: inset -3px 0 0 var(--wa-color-brand-50); }
  .note { justify-self: end; border: 1.5px dashed var(--wa-color-warning-border-loud); background: var(--wa-color-warning-fill-quiet); }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15rem 0.45rem; font-size: var(--wa-font-size-s); }
  .head wa-icon { translate: 0 0.12em; }
  .head .what, .head time { color: var(--wa-color-text-normal); }
  .note .head wa-icon, .note .what { color: var(--wa-color-warning-on-quiet); font-weight: 650; }
  .head time { margin-inline-start: auto; padding-inline-start: 0.75rem; }
  .body { margin-top: 0.2rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
  .mention { font-weight: 650; }
  .fate { display: flex; align-items: center; justify-content: flex-end; gap: 0.35rem; margin-top: 0.3rem; font-size: var(--wa-font-size-s); color: var(--wa-color-text-normal); }
  .fate wa-icon { margin-inline-end: 0.3rem; }
  .fate .lost { color: var(--wa-color-danger-on-quiet); font-weight: 600; }
`;
