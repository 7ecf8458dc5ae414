import { msg } from '@lit/localize';
import type { AppointmentDays } from '@meldewerk/contract/appointment';
import { css, html, nothing } from 'lit';
import { dayAndMonth, longDay, partName, reasonText, weekdayShort } from '../../appointment-words.ts';
import { mondayOf } from '../../workshop-time.ts';

type Day = AppointmentDays['days'][number];

/** The next weeks as a customer can choose from them. */
export function appointmentPreview(choosable: AppointmentDays, isBehind: boolean) {
  if (!choosable.enabled) return html`<p class="quiet">${msg('Kunden werden nicht nach Terminen gefragt.', { id: 'appointmentPreview.off' })}</p>`;
  const weeks = Object.values(Object.groupBy(choosable.days, ({ day }) => mondayOf(day))).filter((week) => week !== undefined);
  return html`
    ${isBehind ? html`<p class="hint">${msg('Zeigt noch nicht, was Sie gerade ändern.', { id: 'appointmentPreview.behind' })}</p>` : nothing}
    <div class="weeks ${isBehind ? 'old' : ''}">${weeks.map((week) => html`<ul class="week">${week.map((day) => dayRow(day))}</ul>`)}</div>
  `;
}

function dayRow({ day, parts, label }: Day) {
  const reasons = new Set(parts.map(({ reason }) => reason));
  const [only] = reasons;
  const shut = reasons.size === 1 && only ? label ?? reasonText(only) : null;
  return html`<li class=${shut ? 'shut' : ''}><span class="date numbers" title=${longDay(day)}>${weekdayShort(day)} ${dayAndMonth(day)}</span>
    ${shut ? html`<span class="why">${shut}</span>` : parts.map(({ part, reason }) => html`<span class="part ${reason ? 'gone' : ''}">${partName(part)}${reason ? html` <small>${reasonText(reason)}</small>` : nothing}</span>`)}
  </li>`;
}

export const previewStyles = css`
  .weeks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0.9rem; }
  .weeks.old { opacity: 0.55; }
  .week { display: grid; gap: 0.2rem; align-content: start; }
  .week li { display: grid; grid-template-columns: 4.6rem 1fr 1fr; gap: 0.3rem; align-items: center; font-size: var(--wa-font-size-xs); }
  .week .shut { color: var(--wa-color-text-quiet); }
  .why { grid-column: span 2; overflow-wrap: anywhere; }
  .part { padding: 0.15rem 0.4rem; border-radius: 5px; background: var(--wa-color-success-fill-quiet); color: var(--wa-color-success-on-quiet); line-height: 1.3; }
  .part.gone { background: var(--wa-color-surface-lowered); color: var(--wa-color-text-quiet); }
  .part small { display: block; font-size: 0.92em; }
`;
