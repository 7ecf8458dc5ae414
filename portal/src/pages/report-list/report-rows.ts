import { msg, str } from '@lit/localize';
import type { ReportSummary } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { categoryIcon, categoryLabel } from '../../categories.ts';
import { photoUrl } from '../../data/reports.ts';
import { formatMoment } from '../../format.ts';
import { statusLabel } from '../../labels.ts';
import { paths } from '../../router.ts';

type Rows = { reports: ReportSummary[]; arrived: ReadonlySet<string>; timeZone: string; onOpen: (report: ReportSummary) => void };

/** A table on a desk, cards on a phone: the same elements, laid out differently. */
export function reportTable({ reports, arrived, timeZone, onOpen }: Rows) {
  return html`
    <table role="table" aria-label=${msg('Schadenmeldungen, neueste zuerst', { id: 'list.tableLabel' })}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader"><span class="visually-hidden">${msg('Foto', { id: 'list.photo' })}</span></th>
          <th role="columnheader">${msg('Meldung', { id: 'list.reference' })}</th>
          <th role="columnheader">${msg('Kennzeichen', { id: 'list.plate' })}</th>
          <th role="columnheader">${msg('Kunde', { id: 'list.customer' })}</th>
          <th role="columnheader">${msg('Schaden', { id: 'list.category' })}</th>
          <th role="columnheader">${msg('Status', { id: 'list.status' })}</th>
          <th role="columnheader">${msg('Eingang', { id: 'list.date' })}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(reports, (report) => report.id, (report) => reportRow(report, arrived.has(report.id), timeZone, onOpen))}
      </tbody>
    </table>
  `;
}

function reportRow(report: ReportSummary, arrived: boolean, timeZone: string, onOpen: (report: ReportSummary) => void) {
  return html`
    <tr role="row" class="${report.isNew ? 'unopened' : ''} ${arrived ? 'arrived' : ''}" data-id=${report.id}>
      <td role="cell" class="photo">${thumbnail(report)}</td>
      <td role="cell" class="reference">
        <a href=${paths.report(report.id)} @click=${() => onOpen(report)}>${report.reference}</a>
        ${report.isNew ? html`<span class="new">${msg('Neu', { id: 'list.new' })}</span>` : nothing}
      </td>
      <td role="cell" class="vehicle">
        ${report.licensePlate ? html`<span class="plate"><span>${report.licensePlate}</span></span>` : html`<span class="quiet">${msg('ohne Kennzeichen', { id: 'list.noPlate' })}</span>`}
        ${report.makeModel ? html`<span class="model quiet">${report.makeModel}</span>` : nothing}
      </td>
      <td role="cell" class="customer">
        ${report.customerName || html`<span class="quiet">${msg('Name noch offen', { id: 'detail.noName' })}</span>`}
        ${report.partnerName ? html`<span class="partner quiet"><wa-icon name="briefcase" label=${msg('Partner', { id: 'prepare.partnerName' })}></wa-icon>${report.partnerName}</span>` : nothing}
      </td>
      <td role="cell" class="category">${report.category ? html`<wa-icon name=${categoryIcon(report.category)}></wa-icon><span>${categoryLabel(report.category)}</span>` : html`<span class="quiet">${msg('Noch offen', { id: 'list.noCategory' })}</span>`}</td>
      <td role="cell" class="progress"><span class="status ${report.status}">${statusLabel(report.status)}</span>${linkMark(report.linkState)}</td>
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

export const rowStyles = css`
  table { display: grid; grid-template-columns: auto auto minmax(9rem, 1.2fr) minmax(9rem, 1.2fr) minmax(9rem, 1fr) auto auto; overflow: hidden; }
  thead, tbody { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; }
  tr { position: relative; display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center; column-gap: 0; border-top: 1px solid var(--wa-color-surface-border); }
  thead tr { border-top: 0; }
  th { padding: 0.55rem 0.9rem 0.5rem; text-align: start; font-size: var(--wa-font-size-xs); font-weight: 550; color: var(--wa-color-text-quiet); }
  td { min-width: 0; padding: 0.5rem 0.9rem; }
  th:first-child, td:first-child { padding-inline-end: 0; }
  tbody tr:hover { background: color-mix(in oklab, var(--wa-color-brand-50) 4%, var(--wa-color-surface-default)); }
  tbody tr:focus-within { background: color-mix(in oklab, var(--wa-color-brand-50) 7%, var(--wa-color-surface-default)); }
  tr:has(a:focus-visible)::after { content: ''; position: absolute; inset: 1px; border: var(--wa-focus-ring); border-radius: 6px; pointer-events: none; }
  .photo img, .no-photo { display: grid; place-items: center; width: 3.5rem; height: 2.625rem; border-radius: 5px; background: var(--wa-color-surface-lowered); object-fit: cover; color: var(--wa-color-text-quiet); }
  .reference { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.5rem; }
  .reference a { color: inherit; text-decoration: none; white-space: nowrap; outline: none; }
  .reference a::after { content: ''; position: absolute; inset: 0; }
  .unopened .reference a, .unopened .customer { font-weight: 650; }
  .vehicle { display: grid; justify-items: start; gap: 0.15rem; }
  .model { max-width: 100%; font-size: var(--wa-font-size-xs); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .customer { overflow-wrap: anywhere; }
  .partner { display: flex; align-items: center; gap: 0.3rem; font-size: var(--wa-font-size-xs); }
  .progress { display: grid; justify-items: start; gap: 0.1rem; }
  .link-mark { font-size: var(--wa-font-size-xs); }
  .link-mark.lost { padding: 0.05em 0.5em; border-radius: 999px; background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); font-weight: 600; }
  .link-mark.half { padding: 0.05em 0.5em; border-radius: 999px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); font-weight: 600; }
  .category { display: flex; align-items: center; gap: 0.5rem; }
  .category wa-icon { flex: none; color: var(--wa-color-text-quiet); font-size: 1.05em; }
  .date { white-space: nowrap; text-align: end; }
  th:last-child { text-align: end; }
  .arrived { animation: glow 6s ease-out; }
  @keyframes glow { from { background: color-mix(in oklab, var(--wa-color-brand-50) 22%, var(--wa-color-surface-default)); } }
  @media (max-width: 60rem) {
    table, tbody { display: block; }
    thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    tr { grid-template-columns: 4rem minmax(0, 1fr) auto; grid-template-areas: 'photo vehicle date' 'photo customer customer' 'photo category category' 'photo status reference'; gap: 0.2rem 0.75rem; padding: 0.75rem 0.9rem; }
    tbody tr:first-child { border-top: 0; }
    td { padding: 0; }
    td:nth-child(1) { grid-area: photo; align-self: start; }
    td:nth-child(2) { grid-area: reference; justify-self: end; font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); }
    td:nth-child(3) { grid-area: vehicle; }
    td:nth-child(4) { grid-area: customer; }
    td:nth-child(5) { grid-area: category; font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); }
    td:nth-child(6) { grid-area: status; font-size: var(--wa-font-size-s); }
    td:nth-child(7) { grid-area: date; font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); }
    .photo img, .no-photo { width: 4rem; height: 4rem; }
    .model { display: none; }
    .reference { flex-wrap: nowrap; }
    .category span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  }
  @media (max-width: 24rem) {
    tr { grid-template-columns: 3rem minmax(0, 1fr) auto; padding-inline: 0.75rem; }
    .photo img, .no-photo { width: 3rem; height: 3rem; }
  }
`;
