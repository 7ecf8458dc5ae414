import { msg, str } from '@lit/localize';
import type { ReportSummary } from '@meldewerk/contract/report';
import { html, nothing } from 'lit';
import { categoryLabel } from '../../categories.ts';
import { formatMoment } from '../../format.ts';
import { paths } from '../../router.ts';
import { subStatusesOf } from '../../workflow.ts';
import { dueMark, ownerMark, priorityMark, tagMarks, waitingMarks } from '../report-list/handling-marks.ts';

type Card = { report: ReportSummary; timeZone: string; mayMove: boolean; lifted: boolean; dragged: boolean; onLift: () => void; onKey: (event: KeyboardEvent) => void };

/** One report on the board. The grip takes it up by key or by a tap; the whole card is dragged. */
export function boardCard({ report, timeZone, mayMove, lifted, dragged, onLift, onKey }: Card) {
  const finer = subStatusesOf(report.status).find(({ id }) => id === report.subStatus);
  return html`
    <li class="card-item ${lifted ? 'lifted' : ''} ${dragged ? 'dragged' : ''} ${report.isNew ? 'unopened' : ''}" data-card=${report.id}>
      <div class="first">
        ${report.licensePlate ? html`<span class="plate"><span>${report.licensePlate}</span></span>` : html`<span class="quiet">${msg('ohne Kennzeichen', { id: 'list.noPlate' })}</span>`}
        ${report.isNew ? html`<span class="new">${msg('Neu', { id: 'list.new' })}</span>` : nothing}
        ${priorityMark(report)}
      </div>
      <a href=${paths.report(report.id)} draggable="false">${report.customerName || report.reference}</a>
      <span class="quiet small">${[report.reference, report.category ? categoryLabel(report.category) : null].filter(Boolean).join(' · ')}</span>
      ${finer ? html`<span class="finer">${finer.label}</span>` : nothing}
      ${tagMarks(report)}
      ${report.nextStep ? html`<span class="next-step">${report.nextStep}</span>` : nothing}
      <div class="marks">${waitingMarks(report, timeZone)}${dueMark(report, timeZone)}</div>
      <div class="last">${ownerMark(report)}<time class="quiet small numbers" datetime=${report.listedAt}>${formatMoment(report.listedAt, timeZone)}</time></div>
      ${mayMove
        ? html`<button class="grip" aria-label=${msg(str`${report.reference} verschieben`, { id: 'board.move' })} aria-pressed=${lifted} @click=${onLift} @keydown=${onKey}><wa-icon name="grip"></wa-icon></button>`
        : nothing}
    </li>
  `;
}
