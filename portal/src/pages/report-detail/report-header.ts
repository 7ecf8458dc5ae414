import { msg, str } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { formatMomentWithin } from '../../format.ts';
import { customerLanguageName, statusLabel } from '../../labels.ts';
import { currentLanguage } from '../../locale.ts';
import { paths } from '../../router.ts';
import { safetyMark } from '../../safety-mark.ts';
import { reportFormsLine } from './report-forms-line.ts';
import '../exports/report-output-menu.ts';
import './report-presence.ts';

type Header = {
  report: ReportDetail;
  timeZone: string;
  isNew: boolean;
  listPath: string;
  neighbours: { previous: string | null; next: string | null } | null;
};

export function reportHeader({ report, timeZone, isNew, listPath, neighbours }: Header) {
  return html`
    <nav class="way no-print" aria-label=${msg('Zwischen Meldungen', { id: 'detail.way' })}>
      <a class="back" href=${listPath}><wa-icon name="arrow-left"></wa-icon>${msg('Meldungen', { id: 'nav.reports' })}</a>
      <report-presence .reportId=${report.id}></report-presence>
      <report-output-menu .report=${report}></report-output-menu>
      ${neighbours
        ? html`<span class="neighbours">
            ${neighbour(neighbours.previous, 'chevron-up', msg('Vorige Meldung', { id: 'detail.previous' }))}
            ${neighbour(neighbours.next, 'chevron-down', msg('Nächste Meldung', { id: 'detail.next' }))}
          </span>`
        : nothing}
    </nav>
    <header class="report card">
      <div class="title">
        ${report.vehicle.licensePlate
          ? html`<span class="plate ${report.vehicle.plateCountry === 'D' ? '' : 'foreign'}"><span>${report.vehicle.licensePlate}</span></span>`
          : html`<span class="quiet">${msg('ohne Kennzeichen', { id: 'list.noPlate' })}</span>`}
        <h1>${report.categoryLabel?.[currentLanguage()] ?? msg('Vorbereitete Meldung', { id: 'detail.prepared' })}${report.vehicle.licensePlate ? html`<span class="visually-hidden">, ${report.vehicle.licensePlate}</span>` : nothing}</h1>
        <span class="status ${report.handling.status}">${statusLabel(report.handling.status, report.handling.subStatus)}</span>
        ${safetyMark(report.safety?.advice)}
        ${report.handling.internalSince ? html`<span class="internal"><wa-icon name="lock"></wa-icon>${msg('Intern', { id: 'mark.internal' })}</span>` : nothing}
        ${isNew ? html`<span class="new">${msg('Neu', { id: 'list.new' })}</span>` : nothing}
      </div>
      <div class="meta quiet">
        <span class="reference">${report.reference}<wa-copy-button value=${report.reference} copy-label=${msg('Vorgangsnummer kopieren', { id: 'detail.copyReference' })}></wa-copy-button></span>
        ${report.submittedAt ? html`<span>${msg(str`Eingang ${formatMomentWithin(report.submittedAt, timeZone)}`, { id: 'detail.received' })}</span>` : nothing}
        ${report.preparedBy
          ? html`<span>${msg(str`Vorbereitet von ${report.preparedBy.staffName}, ${formatMomentWithin(report.preparedBy.at, timeZone)}`, { id: 'detail.preparedBy' })}</span>`
          : nothing}
        ${report.partner ? html`<span>${msg(str`Partner ${report.partner.name}`, { id: 'detail.partner' })}</span>` : nothing}
        <span>${msg(str`Sprache des Kunden: ${customerLanguageName(report.language)}`, { id: 'detail.customerLanguage' })}</span>
        ${report.submittedAt ? html`<span>${sourceText(report.source)}</span>` : nothing}
        ${report.submittedAt && report.firstOpened && !isNew
          ? html`<span>${msg(str`Geöffnet von ${report.firstOpened.staffName}, ${formatMomentWithin(report.firstOpened.at, timeZone)}`, { id: 'detail.firstOpened' })}</span>`
          : nothing}
      </div>
      ${reportFormsLine(report, timeZone)}
    </header>
  `;
}

function neighbour(id: string | null, icon: string, label: string) {
  return id
    ? html`<a href=${paths.report(id)}><wa-icon name=${icon} label=${label}></wa-icon></a>`
    : html`<span class="none" aria-hidden="true"><wa-icon name=${icon}></wa-icon></span>`;
}

function sourceText({ kind, origin }: ReportDetail['source']): string {
  if (kind === 'page') return msg('Über die Meldeseite', { id: 'detail.fromPage' });
  if (kind === 'link') return msg('Über den persönlichen Link', { id: 'detail.fromLink' });
  return origin
    ? msg(str`Über ${origin.replace(/^https?:\/\//, '')}`, { id: 'detail.fromOrigin' })
    : msg('Über eine Website', { id: 'detail.fromEmbed' });
}

export const headerStyles = css`
  .way { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 2.4rem; margin-bottom: 0.6rem; }
  .back { display: inline-flex; align-items: center; gap: 0.4rem; color: var(--wa-color-text-quiet); text-decoration: none; }
  .back:hover { color: var(--wa-color-text-normal); }
  .way report-presence { flex: 1; }
  .neighbours { display: flex; gap: 0.35rem; }
  .neighbours a, .neighbours .none { display: grid; place-items: center; width: 2rem; height: 2rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; color: var(--wa-color-text-normal); background: var(--wa-color-surface-default); }
  .neighbours a:hover { border-color: var(--wa-color-neutral-border-loud); }
  .neighbours .none { opacity: 0.35; }
  .report { padding: 1rem 1.15rem; }
  .title { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.9rem; }
  .title h1 { font-size: 1.35rem; }
  .title .plate { font-size: 1.15rem; }
  .title .new { font-size: 0.8rem; }
  .title .internal { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.15rem 0.55rem; border: 1px dashed var(--wa-color-warning-border-loud); border-radius: 999px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); font-size: 0.85rem; font-weight: 600; }
  .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 0; margin-top: 0.55rem; font-size: var(--wa-font-size-s); }
  .meta > span:not(:last-child)::after { content: '·'; margin-inline: 0.55rem; }
  .reference { display: inline-flex; align-items: center; color: var(--wa-color-text-normal); font-weight: 550; }
  wa-copy-button { font-size: 0.85em; }
  .reference wa-copy-button { margin-inline-end: -0.5rem; }
  @media (max-width: 40rem) { .way { flex-wrap: wrap; gap: 0.3rem 1rem; } .way report-presence { order: 1; flex-basis: 100%; min-height: 1.3rem; } .meta { column-gap: 0.9rem; } .meta > span:not(:last-child)::after { content: none; } .title h1 { font-size: 1.15rem; flex-basis: 100%; order: 1; } }
`;
