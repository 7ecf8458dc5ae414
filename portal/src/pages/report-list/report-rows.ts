import { msg, str } from '@lit/localize';
import type { ReportSummary } from '@meldewerk/contract/report';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { categoryIcon, categoryLabel } from '../../categories.ts';
import { photoUrl } from '../../data/reports.ts';
import { formatMoment } from '../../format.ts';
import { paths } from '../../router.ts';
import { statusText } from '../../workflow.ts';
import { dueMark, ownerMark, priorityMark, tagMarks, waitingMarks } from './handling-marks.ts';

type Rows = {
  reports: ReportSummary[];
  arrived: ReadonlySet<string>;
  left: ReadonlySet<string>;
  timeZone: string;
  /** Null where nobody may change anything. */
  selected: ReadonlySet<string> | null;
  onOpen: (report: ReportSummary) => void;
  onSelect: (report: ReportSummary, event: MouseEvent) => void;
  onSelectAll: (all: boolean) => void;
};

/** A table on a desk, cards on a phone: the same elements, laid out differently. */
export function reportTable(rows: Rows) {
  const { reports, selected, onSelectAll } = rows;
  const chosen = selected ? reports.filter(({ id }) => selected.has(id)).length : 0;
  return html`
    <table role="table" class=${selected ? 'selecting' : ''} aria-label=${msg('Schadenmeldungen', { id: 'list.tableLabel' })}>
      <thead role="rowgroup">
        <tr role="row">
          ${selected
            ? html`<th role="columnheader" class="pick"><input type="checkbox" aria-label=${msg('Alle geladenen auswählen', { id: 'list.selectAll' })} .checked=${chosen > 0 && chosen === reports.length} .indeterminate=${chosen > 0 && chosen < reports.length} @change=${(event: Event) => onSelectAll((event.target as HTMLInputElement).checked)} /></th>`
            : nothing}
          <th role="columnheader"><span class="visually-hidden">${msg('Foto', { id: 'list.photo' })}</span></th>
          <th role="columnheader">${msg('Meldung', { id: 'list.reference' })}</th>
          <th role="columnheader">${msg('Kennzeichen', { id: 'list.plate' })}</th>
          <th role="columnheader">${msg('Kunde', { id: 'list.customer' })}</th>
          <th role="columnheader">${msg('Schaden', { id: 'list.category' })}</th>
          <th role="columnheader">${msg('Status', { id: 'list.status' })}</th>
          <th role="columnheader">${msg('Zuständig', { id: 'handling.assignee' })}</th>
          <th role="columnheader">${msg('Eingang', { id: 'list.date' })}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(reports, (report) => report.id, (report) => reportRow(report, rows))}
      </tbody>
    </table>
  `;
}

function reportRow(report: ReportSummary, { arrived, left, timeZone, selected, onOpen, onSelect }: Rows) {
  const { id } = report;
  const classes = [report.isNew && 'unopened', arrived.has(id) && 'arrived', left.has(id) && 'left', selected?.has(id) && 'selected'].filter(Boolean).join(' ');
  return html`
    <tr role="row" class=${classes} data-id=${id}>
      ${selected
        ? html`<td role="cell" class="pick"><label><input type="checkbox" aria-label=${msg(str`${report.reference} auswählen`, { id: 'list.select' })} .checked=${selected.has(id)} @click=${(event: MouseEvent) => onSelect(report, event)} /></label></td>`
        : nothing}
      <td role="cell" class="photo">${thumbnail(report)}</td>
      <td role="cell" class="reference">
        <a href=${paths.report(id)} @click=${() => onOpen(report)}>${report.reference}</a>
        ${report.isNew ? html`<span class="new">${msg('Neu', { id: 'list.new' })}</span>` : nothing}
        ${priorityMark(report)}
      </td>
      <td role="cell" class="vehicle">
        ${report.licensePlate ? html`<span class="plate"><span>${report.licensePlate}</span></span>` : html`<span class="quiet">${msg('ohne Kennzeichen', { id: 'list.noPlate' })}</span>`}
        ${report.makeModel ? html`<span class="model quiet">${report.makeModel}</span>` : nothing}
      </td>
      <td role="cell" class="customer">
        ${report.customerName || html`<span class="quiet">${msg('Name noch offen', { id: 'detail.noName' })}</span>`}
        ${report.partnerName ? html`<span class="partner quiet"><wa-icon name="briefcase" label=${msg('Partner', { id: 'prepare.partnerName' })}></wa-icon>${report.partnerName}</span>` : nothing}
      </td>
      <td role="cell" class="category">
        <span class="kind">${report.category ? html`<wa-icon name=${categoryIcon(report.category)}></wa-icon><span>${categoryLabel(report.category)}</span>` : html`<span class="quiet">${msg('Noch offen', { id: 'list.noCategory' })}</span>`}</span>
        ${tagMarks(report)}
      </td>
      <td role="cell" class="progress">
        <span class="status ${report.status}">${statusText(report.status, report.subStatus)}</span>
        ${left.has(id) ? html`<span class="link-mark quiet">${msg('passt nicht mehr zum Filter', { id: 'list.left' })}</span>` : nothing}
        ${linkMark(report.linkState)}${waitingMarks(report, timeZone)}
        ${report.nextStep ? html`<span class="next-step">${report.nextStep}</span>` : nothing}
      </td>
      <td role="cell" class="handling">${ownerMark(report)}${dueMark(report, timeZone)}</td>
      <td role="cell" class="date numbers"><time datetime=${report.listedAt}>${formatMoment(report.listedAt, timeZone)}</time></td>
    </tr>
  `;
}

/** What a waiting report waits for: a half-finished one deserves a call. */
function linkMark(state: ReportSummary['linkState']) {
  if (state === 'opened') return html`<span class="link-mark quiet">${msg('geöffnet', { id: 'linkMark.opened' })}</span>`;
  if (state === 'begun') return html`<span class="link-mark half">${msg('halb fertig', { id: 'linkMark.begun' })}</span>`;
  if (state === 'notReached') return html`<span class="link-mark lost">${msg('nicht angekommen', { id: 'linkMark.notReached' })}</span>`;
  if (state === 'expired') return html`<span class="link-mark quiet">${msg('Link abgelaufen', { id: 'linkMark.expired' })}</span>`;
  if (state === 'withdrawn') return html`<span class="link-mark quiet">${msg('Link zurückgezogen', { id: 'linkMark.withdrawn' })}</span>`;
  return nothing;
}

function thumbnail(report: ReportSummary) {
  if (report.thumbnailPhotoId) {
    return html`<img src=${photoUrl(report.thumbnailPhotoId, 'thumbnail')} alt="" width="56" height="42" loading="lazy" decoding="async" />
      <span class="visually-hidden">${msg(str`${report.photoCount} Fotos`, { id: 'list.photoCount' })}</span>`;
  }
  return html`<span class="no-photo"><wa-icon name="image-off" label=${msg('Kein Foto', { id: 'list.noPhoto' })}></wa-icon></span>`;
}
