import { msg, str } from '@lit/localize';
import type { Import } from '@meldewerk/contract/import';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { faultyRowsUrl } from '../../data/imports.ts';
import { paths } from '../../router.ts';
import type { RowCounts } from './row-counts.ts';

type Row = Import['rows'][number];
export type RowFilter = 'all' | 'faulty';

type Shown = { current: Import; counts: RowCounts; filter: RowFilter; mayChange: boolean; show: (filter: RowFilter) => void; leaveOut: (number: number, out: boolean) => void };

/** Every row as it will be read, with what is the matter with it. */
export function rowTable({ current, counts, filter, mayChange, show, leaveOut }: Shown) {
  const wrong = counts.faulty + counts.failed;
  const rows = filter === 'faulty' ? current.rows.filter(({ state }) => state === 'faulty' || state === 'failed') : current.rows;
  return html`
    <section class="card rows" aria-labelledby="rows">
      <div class="rows-head">
        <h2 id="rows">${msg('Zeilen', { id: 'import.rows' })}</h2>
        ${wrong > 0
          ? html`<div class="filters" role="group" aria-label=${msg('Welche Zeilen', { id: 'import.whichRows' })}>
              <button type="button" aria-pressed=${filter === 'all'} @click=${() => show('all')}>${msg(str`Alle (${counts.all})`, { id: 'import.allRows' })}</button>
              <button type="button" aria-pressed=${filter === 'faulty'} @click=${() => show('faulty')}>${msg(str`Mit Fehlern (${wrong})`, { id: 'import.faultyRows' })}</button>
            </div>
            <a class="download" href=${faultyRowsUrl(current.id)} download><wa-icon name="download"></wa-icon>${msg('Fehlerhafte Zeilen als CSV', { id: 'import.downloadFaulty' })}</a>`
          : nothing}
      </div>
      ${rows.length === 0
        ? html`<p class="quiet">${msg('Keine Zeile mit Fehlern.', { id: 'import.noFaulty' })}</p>`
        : html`<table>
            <thead><tr>
              <th scope="col">${msg('Zeile', { id: 'import.row' })}</th><th scope="col">${msg('Kunde', { id: 'import.customer' })}</th><th scope="col">${msg('Erreichbar', { id: 'import.contact' })}</th>
              <th scope="col">${msg('Fahrzeug', { id: 'import.vehicle' })}</th><th scope="col">${msg('Stand', { id: 'import.state' })}</th>
            </tr></thead>
            <tbody>${repeat(rows, ({ number }) => number, (row) => tableRow(row, mayChange, leaveOut))}</tbody>
          </table>`}
    </section>
  `;
}

function tableRow({ number, values, state, issues, channel, reportId }: Row, mayChange: boolean, leaveOut: Shown['leaveOut']) {
  const name = [values['firstName'], values['lastName'] ?? values['name']].filter(Boolean).join(' ') || values['company'];
  const bad = state === 'faulty' || state === 'failed';
  const reached = channel === 'email' ? values['email'] : (values['phone'] ?? values['email']);
  return html`
    <tr class=${state}>
      <th scope="row" class="numbers">${number}</th>
      <td>${name || html`<span class="quiet">–</span>`}${name && values['company'] && name !== values['company'] ? html`<div class="quiet small">${values['company']}</div>` : nothing}</td>
      <td class="contact">${reached ?? html`<span class="quiet">–</span>`}</td>
      <td>${values['licensePlate'] ?? ''}<div class="quiet small">${values['makeModel'] ?? ''}</div></td>
      <td class="state">
        ${bad
          ? html`<span class="bad"><wa-icon name="error"></wa-icon><span><span class="visually-hidden">${msg(str`Zeile ${number}:`, { id: 'import.rowNumber' })} </span>${issues.map(({ message }) => message).join(' ')}</span></span>`
          : html`<span>${stateLabel(state, channel)}</span>`}
        ${reportId ? html` <a href=${paths.report(reportId)}>${msg('Zur Meldung', { id: 'withdrawalPage.toReport' })}</a>` : nothing}
        ${mayChange && (state === 'ready' || state === 'leftOut' || issues.some(({ code }) => code === 'duplicate'))
          ? html` <button type="button" class="text-button" @click=${() => leaveOut(number, state !== 'leftOut')}>${state === 'leftOut' ? msg('Doch senden', { id: 'import.takeIn' }) : msg('Auslassen', { id: 'import.leaveOut' })}<span class="visually-hidden"> ${msg(str`(Zeile ${number})`, { id: 'import.inRow' })}</span></button>`
          : nothing}
      </td>
    </tr>
  `;
}

function stateLabel(state: Row['state'], channel: Row['channel']): string {
  if (state === 'leftOut') return msg('Ausgelassen', { id: 'import.stateLeftOut' });
  if (state === 'sent') return channel === 'email' ? msg('Gesendet per E-Mail', { id: 'import.sentByEmail' }) : msg('Gesendet per SMS', { id: 'import.sentBySms' });
  return channel === 'email' ? msg('Bereit, per E-Mail', { id: 'import.readyByEmail' }) : msg('Bereit, per SMS', { id: 'import.readyBySms' });
}

export const rowStyles = css`
  .rows-head { display: flex; flex-wrap: wrap; gap: 0.6rem 1.25rem; align-items: center; margin-bottom: 0.6rem; }
  .filters { display: inline-flex; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 6px; overflow: hidden; }
  .filters button { min-height: 2.25rem; padding: 0.2rem 0.85rem; border: 0; background: var(--wa-color-surface-default); color: inherit; font: inherit; cursor: pointer; }
  .filters button[aria-pressed='true'] { background: var(--wa-color-brand-50); color: #fff; }
  .filters button:focus-visible { outline-offset: -3px; }
  .download { display: inline-flex; gap: 0.4rem; align-items: center; margin-inline-start: auto; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-top: 1px solid var(--wa-color-surface-border); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  thead th { border-top: 0; font-size: var(--wa-font-size-s); font-weight: 550; color: var(--wa-color-text-quiet); }
  tbody th { width: 3.5rem; font-weight: 400; color: var(--wa-color-text-quiet); }
  td.state { width: 42%; }
  .small { font-size: var(--wa-font-size-s); }
  .bad { display: inline-flex; gap: 0.4rem; align-items: baseline; color: var(--wa-color-danger-on-quiet); }
  .bad wa-icon { flex: none; }
  tr.leftOut > :not(.state) { color: var(--wa-color-text-quiet); text-decoration: line-through; }
  .another { margin-top: 1rem; }
  @media (max-width: 48rem) {
    thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    table, tbody { display: block; }
    tr { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr) auto; gap: 0.1rem 0.6rem; padding: 0.65rem 0; border-top: 1px solid var(--wa-color-surface-border); }
    th, td, td.state { width: auto; padding: 0; border: 0; }
    .contact { grid-column: 2; grid-row: 2; }
    tr > td:nth-child(4) { grid-column: 3; grid-row: 1 / 3; text-align: end; }
    .state { grid-column: 2 / -1; }
  }
`;
