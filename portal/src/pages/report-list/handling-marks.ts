import { msg, str } from '@lit/localize';
import type { ReportSummary } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { dayOf, formatDay, formatMoment } from '../../format.ts';
import { safetyMark, safetyMarkStyles } from '../../safety-mark.ts';
import { isClosed } from '@meldewerk/contract/handling';

/** Who has it, by initials and name. */
export function ownerMark({ assigneeName }: Pick<ReportSummary, 'assigneeName'>) {
  if (!assigneeName) return nothing;
  const initials = assigneeName.split(/\s+/).map((part) => part.charAt(0)).slice(0, 2).join('').toUpperCase();
  return html`<span class="owner"><i aria-hidden="true">${initials}</i><span>${assigneeName}</span></span>`;
}

/** Until when: loud when it is over. */
export function dueMark({ dueOn, status }: Pick<ReportSummary, 'dueOn' | 'status'>, timeZone: string) {
  if (!dueOn || isClosed(status)) return nothing;
  const today = dayOf(new Date(), timeZone);
  const kind = dueOn < today ? 'over' : dueOn === today ? 'today' : '';
  const text = kind === 'today' ? msg('heute fällig', { id: 'mark.dueToday' }) : kind === 'over' ? msg(str`fällig seit ${formatDay(dueOn)}`, { id: 'mark.overdue' }) : msg(str`fällig ${formatDay(dueOn)}`, { id: 'mark.due' });
  return html`<span class="due ${kind}"><wa-icon name="clock"></wa-icon>${text}</span>`;
}

export function priorityMark({ priority }: Pick<ReportSummary, 'priority'>) {
  if (priority === 'high') return html`<span class="priority high">${msg('Dringend', { id: 'mark.high' })}</span>`;
  return priority === 'low' ? html`<span class="priority quiet">${msg('Nicht eilig', { id: 'mark.low' })}</span>` : nothing;
}

/** What waits, and for whom. */
export function waitingMarks({ unread, appointmentTurn, appointmentAt, itemsMissing, itemsComplete, internal, safetyAdvice, status }: ReportSummary, timeZone: string) {
  return html`
    ${isClosed(status) ? nothing : safetyMark(safetyAdvice)}
    ${unread ? html`<span class="wait loud"><wa-icon name="message"></wa-icon>${msg('Neue Nachricht', { id: 'mark.unread' })}</span>` : nothing}
    ${appointmentTurn === 'staff' ? html`<span class="wait loud"><wa-icon name="calendar"></wa-icon>${msg('Terminwunsch', { id: 'mark.wishes' })}</span>` : nothing}
    ${appointmentTurn === 'customer' ? html`<span class="wait"><wa-icon name="calendar"></wa-icon>${msg('Termin beim Kunden', { id: 'mark.proposed' })}</span>` : nothing}
    ${appointmentAt && !appointmentTurn ? html`<span class="wait"><wa-icon name="calendar"></wa-icon>${formatMoment(appointmentAt, timeZone)}</span>` : nothing}
    ${itemsMissing ? html`<span class="wait"><wa-icon name="paperclip"></wa-icon>${msg('Angaben fehlen', { id: 'mark.missing' })}</span>` : itemsComplete ? html`<span class="wait"><wa-icon name="check"></wa-icon>${msg('Vollständig', { id: 'missingItems.complete' })}</span>` : nothing}
    ${internal ? html`<span class="wait"><wa-icon name="lock"></wa-icon>${msg('Intern', { id: 'mark.internal' })}</span>` : nothing}
  `;
}

export function tagMarks({ tags }: Pick<ReportSummary, 'tags'>) {
  return tags.length > 0 ? html`<span class="tags">${tags.map((tag) => html`<span class="tag">${tag}</span>`)}</span>` : nothing;
}

export const markStyles = css`
  ${safetyMarkStyles}
  .owner { display: inline-flex; align-items: center; gap: 0.4rem; min-width: 0; max-width: 100%; font-size: var(--wa-font-size-s); }
  .owner i { display: grid; place-items: center; flex: none; width: 1.6rem; height: 1.6rem; border-radius: 50%; background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); font-size: 0.68rem; font-style: normal; font-weight: 650; }
  .owner span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .due, .wait { display: inline-flex; align-items: center; gap: 0.3rem; font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); white-space: nowrap; }
  .due.today { color: var(--wa-color-warning-on-quiet); font-weight: 600; }
  .due.over { color: var(--wa-color-danger-on-quiet); font-weight: 600; }
  .wait.loud { color: var(--wa-color-brand-on-quiet); font-weight: 600; }
  .priority { font-size: var(--wa-font-size-xs); }
  .priority.high { padding: 0.05em 0.5em; border-radius: 999px; background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); font-weight: 600; white-space: nowrap; }
  .tags { display: flex; flex-wrap: wrap; gap: 0.25rem; }
  .tag { padding: 0.05em 0.5em; border: 1px solid var(--wa-color-surface-border); border-radius: 4px; background: var(--wa-color-surface-lowered); font-size: var(--wa-font-size-xs); white-space: nowrap; }
  .next-step { font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); overflow-wrap: anywhere; }
`;
