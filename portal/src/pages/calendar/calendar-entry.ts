import { msg, str } from '@lit/localize';
import type { Calendar } from '@meldewerk/contract/appointment';
import type { ReportStatus } from '@meldewerk/contract/handling';
import { css, html, nothing } from 'lit';
import { serviceMark } from '../../appointment-words.ts';
import { paths } from '../../router.ts';
import { statusText } from '../../workflow.ts';
import { clockAt } from '../../workshop-time.ts';
import { PlacingEvent } from './placing.ts';

export type Entry = Calendar['appointments'][number];
type Showing = { timeZone: string; mayMove: boolean; tabindex?: number };

/** An appointment in the week: time, plate, name. It opens the report, and is dragged to another half day to move it. */
export function weekEntry(entry: Entry, { timeZone, mayMove, tabindex = 0 }: Showing) {
  const clock = clockAt(entry.startsAt, timeZone);
  return html`<a class="entry ${entry.status}" href=${paths.report(entry.reportId)} tabindex=${tabindex} draggable=${mayMove ? 'true' : 'false'} title=${entryTitle(entry)} @dragstart=${(event: DragEvent) => startDrag(event, entry)} @dragend=${endDrag}>
    <span class="line"><strong class="numbers">${clock}</strong> <span class="plate-text">${entry.licensePlate || entry.reference}</span></span>
    <span class="name">${entry.customerName}</span>
    ${entry.services.length > 0 ? html`<span class="marks">${entry.services.map((service) => html`<span>${serviceMark(service)}</span>`)}</span>` : nothing}
  </a>`;
}

/** The same in the day, with all that helps when the vehicle comes in. */
export function dayEntry(entry: Entry, { timeZone, mayMove }: Showing) {
  return html`<li><a class="row" href=${paths.report(entry.reportId)} draggable=${mayMove ? 'true' : 'false'} @dragstart=${(event: DragEvent) => startDrag(event, entry)} @dragend=${endDrag}>
    <span class="when numbers"><strong>${clockAt(entry.startsAt, timeZone)}</strong><span class="quiet">–${clockAt(entry.endsAt, timeZone)}</span></span>
    <span class="who"><span class="plate"><span>${entry.licensePlate || '–'}</span></span> <strong>${entry.customerName}</strong></span>
    <span class="quiet car">${[entry.makeModel, entry.reference].filter(Boolean).join(' · ')}</span>
    <span class="more"><span class="status ${entry.status}">${statusText(entry.status as ReportStatus, entry.subStatus)}</span>${entry.services.map((service) => html`<span class="mark">${serviceMark(service)}</span>`)}${entry.assigneeName ? html`<span class="quiet">${entry.assigneeName}</span>` : nothing}</span>
    <span class="tick" aria-hidden="true"></span>
  </a></li>`;
}

function entryTitle(entry: Entry): string {
  const status = statusText(entry.status as ReportStatus, entry.subStatus);
  return entry.assigneeName ? msg(str`${status}, bei ${entry.assigneeName}`, { id: 'calendar.statusWith' }) : status;
}

function startDrag(event: DragEvent, { reportId, licensePlate, customerName }: Entry) {
  const { target } = event;
  event.dataTransfer?.setData('text/plain', licensePlate);
  // Chrome ends a drag whose surroundings change within the event.
  setTimeout(() => target?.dispatchEvent(new PlacingEvent({ reportId, name: licensePlate || customerName, wishes: [], dragged: true })));
}

function endDrag({ target }: DragEvent) {
  target?.dispatchEvent(new PlacingEvent(null));
}

export const entryStyles = css`
  .entry { display: grid; gap: 0.05rem; padding: 0.3rem 0.45rem; border-radius: 6px; border-inline-start: 3px solid var(--dot, #7a8490); background: var(--wa-color-surface-lowered); color: inherit; font-size: var(--wa-font-size-xs); line-height: 1.35; text-decoration: none; overflow: hidden; }
  .entry:hover { background: color-mix(in oklab, var(--wa-color-surface-lowered) 80%, var(--wa-color-text-normal) 8%); }
  .entry.scheduled { --dot: var(--status-scheduled); } .entry.inRepair { --dot: var(--status-inRepair); } .entry.ready { --dot: var(--status-ready); } .entry.submitted { --dot: var(--status-submitted); } .entry.inReview { --dot: var(--status-inReview); } .entry.completed { --dot: var(--status-completed); }
  .plate-text { white-space: nowrap; }
  .entry strong { font-weight: 650; }
  .plate-text { font-weight: 600; }
  .entry .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .marks { display: flex; flex-wrap: wrap; gap: 0.2rem; }
  .marks span, .mark { padding: 0 0.4em; border-radius: 4px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); font-size: 0.92em; }
`;
