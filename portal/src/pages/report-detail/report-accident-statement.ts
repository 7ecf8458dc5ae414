import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { circumstances, clockPositions, numberTitles, sharedFields, sideFields, sketchSize, statementSides, type AccidentField, type Sketch, type StatementSide } from '@meldewerk/contract/accident-fields';
import { isDrawn, roadLines, vehicleLines, type SketchLine } from '@meldewerk/contract/accident-sketch';
import type { ReportStatement } from '@meldewerk/contract/accident-statement';
import type { ReportDetail } from '@meldewerk/contract/report';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { accidentStatementUrl, fetchAccidentStatement } from '../../data/accident-statements.ts';
import { formatDay, formatMoment } from '../../format.ts';
import { currentLanguage } from '../../locale.ts';

/** The accident statement for two that came with a report: both sides, the sketch, who signed, and the PDF both drivers have. */
export class ReportAccidentStatement extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, statement: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare statement: ReportStatement | null;
  #loading: AbortController | undefined;
  #seen = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.statement = null;
  }

  static override styles = [
    base, card,
    css`
      section { padding: 1rem 1.15rem 1.1rem; }
      .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; min-block-size: 2rem; margin-block-end: 0.5rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      h3 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.9rem; margin-block-end: 0.25rem; }
      .mark { display: inline-grid; place-items: center; inline-size: 1.5rem; block-size: 1.5rem; border-radius: 6px; font-weight: 700; }
      .mark.a { background: #1c5cbd; color: #fff; }
      .mark.b { background: #fcd22e; color: #17212b; }
      .signed { margin-block: 0.15rem; font-size: var(--wa-font-size-s); }
      .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem 1.5rem; margin-block-start: 0.9rem; }
      dl { display: grid; gap: 0.45rem; margin: 0; }
      dt { font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); }
      dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
      .shared { grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); margin-block-start: 0.9rem; }
      svg { display: block; inline-size: min(100%, 34rem); margin-block-start: 0.9rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: #fbfbfd; }
      .hash { overflow-wrap: anywhere; font-size: var(--wa-font-size-s); }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    // Its events say whether there is one, and when there is more of it.
    const seen = `${this.report.id} ${this.report.events.filter(({ type }) => type.startsWith('accidentStatement')).length}`;
    if (changed.has('report') && seen !== this.#seen) void this.#load(seen);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  async #load(seen: string) {
    this.#seen = seen;
    this.#loading?.abort();
    this.#loading = new AbortController();
    if (seen.endsWith(' 0')) return void (this.statement = null);
    const { signal } = this.#loading;
    const statement = await fetchAccidentStatement(this.report.id, signal).catch(() => null);
    if (!signal.aborted) this.statement = statement;
  }

  override render() {
    const { statement } = this;
    if (!statement) return nothing;
    const { content, side, signatures, document } = statement;
    const sketch = content['shared.sketch'] as Sketch | undefined;
    return html`
      <section class="card" aria-labelledby="accident">
        <div class="head">
          <h2 id="accident"><wa-icon name="signature"></wa-icon>${msg('Unfallbericht für zwei', { id: 'accident.heading' })}</h2>
          ${document ? html`<wa-button class="no-print" size="s" appearance="outlined" href=${accidentStatementUrl(this.report.id)} download><wa-icon slot="start" name="download"></wa-icon>${msg('PDF herunterladen', { id: 'accident.download' })}</wa-button>` : nothing}
        </div>
        <p class="quiet">${statement.closedAt
          ? side === 'a' ? msg('Ihr Kunde ist Fahrer A. Beide haben dieselben Angaben unterschrieben.', { id: 'accident.customerA' }) : msg('Ihr Kunde ist Fahrer B. Beide haben dieselben Angaben unterschrieben.', { id: 'accident.customerB' })
          : msg('Noch nicht von beiden unterschrieben. Bis dahin sehen Sie nur, was Ihr Kunde und beide zusammen angegeben haben.', { id: 'accident.open' })}</p>
        ${signatures.map((given) => html`<p class="signed"><span class="mark ${given.side}" aria-hidden="true">${given.side.toUpperCase()}</span> ${given.ownDevice
          ? msg(str`${given.name}, unterschrieben: ${formatMoment(given.signedAt, this.timeZone)}`, { id: 'accident.signed' })
          : msg(str`${given.name}, unterschrieben auf dem Gerät des anderen: ${formatMoment(given.signedAt, this.timeZone)}`, { id: 'accident.signedElsewhere' })}</p>`)}
        ${this.#facts('shared', sharedFields)}
        ${sketch && isDrawn(sketch) ? drawing(sketch) : nothing}
        <div class="sides">${(statement.closedAt ? statementSides : [side]).map((one) => html`<div><h3><span class="mark ${one}" aria-hidden="true">${one.toUpperCase()}</span>${sideName(one, side)}</h3>${this.#facts(one, sideFields)}</div>`)}</div>
        ${document ? html`<p class="quiet hash">SHA-256: ${document.sha256}</p>` : nothing}
      </section>
    `;
  }

  #facts(part: 'shared' | StatementSide, fields: readonly AccidentField[]) {
    const language = currentLanguage();
    const filled = fields.flatMap((known) => {
      const words = this.#wordsOf(known, `${part}.${known.id}`);
      if (words === null) return [];
      // Both driver and policyholder have a name.
      const title = part !== 'shared' && fields.filter(({ number }) => number === known.number).length > 1 ? `${numberTitles[known.number]?.[language] ?? ''}: ` : '';
      return [html`<div><dt>${known.number} ${title}${known.label[language]}</dt><dd>${words}</dd></div>`];
    });
    return html`<dl class=${part === 'shared' ? 'shared' : ''}>${filled}</dl>`;
  }

  #wordsOf({ kind }: AccidentField, path: string): string | null {
    const language = currentLanguage();
    const value = this.statement?.content[path];
    if (typeof value === 'boolean') return value ? msg('ja', { id: 'accident.yes' }) : msg('nein', { id: 'accident.no' });
    if (Array.isArray(value)) return circumstances.flatMap(({ id, label }, at) => (value.includes(id) ? [`${at + 1} ${label[language]}`] : [])).join('\n');
    if (typeof value !== 'string') return null;
    if (kind === 'day') return formatDay(value);
    if (kind === 'clock') return clockPositions.find(({ id }) => id === value)?.label[language] ?? value;
    return value;
  }
}

function sideName(side: StatementSide, own: StatementSide): string {
  return side === own ? msg('Ihr Kunde', { id: 'accident.ownSide' }) : msg('Der andere Fahrer', { id: 'accident.otherSide' });
}

function drawing(sketch: Sketch) {
  const shape = ({ points, closed }: SketchLine) => `M${points.map((point) => point.map((value) => Math.round(value * 10) / 10).join(' ')).join('L')}${closed ? 'Z' : ''}`;
  const colors = { a: ['#1c5cbd', '#fff'], b: ['#fcd22e', '#17212b'] } as const;
  return svg`<svg viewBox="0 0 ${sketchSize.width} ${sketchSize.height}" role="img" aria-label=${msg('Skizze des Unfalls', { id: 'accident.sketch' })}>
    ${roadLines(sketch.road).map((road) => svg`<path d=${shape(road)} fill="none" stroke="#6c7884" stroke-width="4" stroke-dasharray=${road.dashed ? '22 18' : nothing}/>`)}
    ${statementSides.map((side) => svg`${vehicleLines(sketch.vehicles[side]).map((part, at) => svg`<path d=${shape(part)} fill=${at === 0 ? colors[side][0] : 'none'} stroke=${at === 0 ? '#17212b' : colors[side][1]} stroke-width="3"/>`)}
      <text x=${sketch.vehicles[side].x} y=${sketch.vehicles[side].y + 14} text-anchor="middle" font-size="40" font-weight="700" fill=${colors[side][1]}>${side.toUpperCase()}</text>`)}
    ${sketch.strokes.map((points) => svg`<path d=${shape({ points, closed: false, dashed: false })} fill="none" stroke="#10266f" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`)}
  </svg>`;
}

customElements.define('report-accident-statement', ReportAccidentStatement);
