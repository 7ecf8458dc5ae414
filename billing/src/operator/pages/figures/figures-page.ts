import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { Figures } from '@meldewerk/contract/operator';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { css, html, LitElement } from 'lit';
import { formatMoney, formatMonth, formatNumber } from '../../../browser/format.ts';
import { LoadController } from '../../../browser/load-controller.ts';
import { fetchFigures } from '../../data/workshops.ts';
import { setPageTitle } from '../../page-title.ts';
import { consoleStyles } from '../../styles/console.ts';
import { loaded } from '../loaded.ts';
import { columnStyles, monthColumns, type Series } from './month-columns.ts';

/** There the widest chart is as wide as the others. */
const narrow = matchMedia('(max-width: 40rem)');

type Month = Figures['months'][number];

/** How thirteen months ended: who pays, who tries, who came and went, and what a month brings. */
export class FiguresPage extends LitElement {
  readonly #figures = new LoadController<Figures>(this, fetchFigures);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, narrow, 'change');
  }

  static override styles = [
    consoleStyles,
    columnStyles,
    css`
      .now { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); gap: 0.8rem; }
      .now .card { display: grid; gap: 0.15rem; padding: 1rem 1.25rem; }
      .now dt { font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); }
      .now dd.amount { font-size: 1.55rem; overflow-wrap: anywhere; }
      .scroll { overflow-x: auto; }
      .scroll:focus-visible { outline-offset: -2px; }
      th[scope='row'] { color: inherit; font-weight: 550; border-top: 1px solid var(--wa-color-surface-border); }
      .flush > h2 { padding: 0.9rem 1.25rem 0.4rem; }
      .flush > p { padding: 0 1.25rem 0.9rem; }
      .still { font-weight: 400; color: var(--wa-color-text-quiet); }
    `,
  ];

  override render() {
    setPageTitle(msg('Zahlen', { id: 'figures.title' }));
    return html`
      <div class="head"><h1>${msg('Zahlen', { id: 'figures.title' })}</h1><p class="lead quiet">${msg('Wie jeder Monat endete, nach deutscher Zeit. Der laufende Monat ist hell gezeichnet: so steht er gerade.', { id: 'figures.lead' })}</p></div>
      ${loaded(this.#figures, (figures) => this.#content(figures))}
    `;
  }

  #content({ months, currency }: Figures) {
    const names = months.map(({ month }) => month);
    const of = (key: Exclude<keyof Month, 'month'>) => months.map((month) => month[key]);
    const [running] = months.slice(-1);
    const standing: Series[] = [
      { name: 'one', label: msg('Aktiv', { id: 'state.active' }), values: of('active') },
      { name: 'two', label: msg('Testphase', { id: 'state.trial' }), values: of('trial') },
      { name: 'three', label: msg('Zahlung offen', { id: 'state.pastDue' }), values: of('pastDue') },
      { name: 'four', label: msg('Neue Links angehalten', { id: 'state.suspended' }), values: of('suspended') },
    ];
    const movement: Series[] = [
      { name: 'two', label: msg('Begonnen', { id: 'figures.started' }), values: of('started') },
      { name: 'four', label: msg('Beendet', { id: 'figures.churned' }), values: of('churned'), down: true },
    ];
    const euros = (cents: number) => formatMoney(cents, currency);
    const roundEuros = (cents: number) => formatNumber(Math.round(cents / 100));
    return html`
      <div class="stack">
        ${running ? html`<dl class="now" aria-label=${msg('Jetzt', { id: 'figures.now' })}>
          ${now(msg('Aktiv', { id: 'state.active' }), formatNumber(running.active))}
          ${now(msg('Testphase', { id: 'state.trial' }), formatNumber(running.trial))}
          ${now(msg('Zahlung offen oder angehalten', { id: 'figures.inTrouble' }), formatNumber(running.pastDue + running.suspended))}
          ${now(msg('Einnahmen im Monat (MRR)', { id: 'figures.mrr' }), euros(running.mrrCents))}
        </dl>` : ''}
        <section class="card" aria-labelledby="standing"><h2 id="standing">${msg('Werkstätten am Monatsende', { id: 'figures.standing' })}</h2>${monthColumns(names, standing, formatNumber, narrow.matches ? undefined : 1150)}</section>
        <div class="sides">
          <section class="card" aria-labelledby="mrr"><h2 id="mrr">${msg('Einnahmen im Monat (MRR)', { id: 'figures.mrr' })}</h2>${monthColumns(names, [{ name: 'one', label: msg('ohne USt., in Euro', { id: 'figures.net' }), values: of('mrrCents') }], roundEuros)}</section>
          <section class="card" aria-labelledby="movement"><h2 id="movement">${msg('Kommen und Gehen', { id: 'figures.movement' })}</h2>${monthColumns(names, movement, formatNumber)}</section>
        </div>
        <div class="card flush">
          <h2 id="months">${msg('Alle Zahlen', { id: 'figures.table' })}</h2>
          <div class="scroll" tabindex="0" role="region" aria-labelledby="months">${this.#table(months, euros)}</div>
          <p class="quiet small">${msg('Die Einnahmen zählen alle mit laufendem Vertrag nach der Testphase, auch wenn gerade eine Zahlung offen ist: Preis ohne USt., auf einen Monat umgerechnet.', { id: 'figures.mrrText' })}</p>
        </div>
      </div>
    `;
  }

  #table(months: Month[], euros: (cents: number) => string) {
    const head = (label: string) => html`<th scope="col" class="number">${label}</th>`;
    return html`<table>
      <thead><tr>
        <th scope="col">${msg('Monat', { id: 'figures.month' })}</th>${head(msg('Aktiv', { id: 'state.active' }))}${head(msg('Testphase', { id: 'state.trial' }))}${head(msg('Zahlung offen', { id: 'state.pastDue' }))}
        ${head(msg('Angehalten', { id: 'figures.suspended' }))}${head(msg('Begonnen', { id: 'figures.started' }))}${head(msg('Beendet', { id: 'figures.churned' }))}${head(msg('MRR', { id: 'figures.mrrShort' }))}
      </tr></thead>
      <tbody>${months.toReversed().map((month, index) => html`<tr>
        <th scope="row">${formatMonth(month.month, 'long')}${index === 0 ? html` <span class="still">${msg('(läuft noch)', { id: 'figures.running' })}</span>` : ''}</th>
        ${[month.active, month.trial, month.pastDue, month.suspended, month.started, month.churned].map((count) => html`<td class="number">${formatNumber(count)}</td>`)}
        <td class="number">${euros(month.mrrCents)}</td>
      </tr>`)}</tbody>
    </table>`;
  }
}

function now(label: string, value: string) {
  return html`<div class="card"><dt>${label}</dt><dd class="amount">${value}</dd></div>`;
}

customElements.define('figures-page', FiguresPage);
