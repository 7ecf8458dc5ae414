import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { circumstances, missingIn, numberTitles, sharedFields, sideFields, statementSides, type AccidentContent, type AccidentField, type StatementSide } from '@meldewerk/contract/accident-fields';
import { clockPositions, type AccidentValue } from '@meldewerk/contract/accident-fields';
import { isDrawn } from '@meldewerk/contract/accident-sketch';
import { localeOf, textIn } from '@meldewerk/contract/text-in';
import { currentLanguage } from '../language.ts';
import { renderSketchPicture } from './sketch-drawing.ts';
import type { StatementSync } from './statement-sync.ts';

/** Everything both state, by the numbers of the form; the two sides beside each other where there is room. */
export function renderFacts(content: AccidentContent, shows: readonly StatementSide[]): TemplateResult {
  return html`<div class="facts-review">
    <section class="fact-card shared" aria-labelledby="facts-shared">
      <h3 id="facts-shared">${msg('Für beide', { id: 'accident.forBoth' })}</h3>
      ${renderNumbers(content, 'shared', sharedFields)}
      ${renderSketch(content)}
    </section>
    <div class="sides">
      ${shows.map((side) => html`<section class="fact-card ${side}" aria-labelledby=${`facts-${side}`}>
        <h3 id=${`facts-${side}`}><span class="mark ${side}" aria-hidden="true">${side.toUpperCase()}</span>${side === 'a' ? msg('Fahrer A', { id: 'accident.driverA' }) : msg('Fahrer B', { id: 'accident.driverB' })}</h3>
        ${renderNumbers(content, side, sideFields)}
      </section>`)}
    </div>
  </div>`;
}

function renderNumbers(content: AccidentContent, part: 'shared' | StatementSide, fields: readonly AccidentField[]): TemplateResult {
  const numbers = [...new Set(fields.map(({ number }) => number))];
  return html`<dl>${numbers.flatMap((number) => {
    const filled = fields.filter((known) => known.number === number && known.kind !== 'sketch' && content[`${part}.${known.id}`] !== undefined);
    if (filled.length === 0) return [];
    return html`<div class="group"><dt><span class="number">${number}</span>${textIn(numberTitles[number] ?? { de: '', en: '' }, currentLanguage())}</dt>
      <dd>${filled.map((known) => renderFact(known, content[`${part}.${known.id}`], filled.length > 1 || fields.filter((other) => other.number === number).length > 1))}</dd></div>`;
  })}</dl>`;
}

function renderFact(known: AccidentField, value: AccidentValue | undefined, named: boolean): TemplateResult {
  return html`<p class="fact">${named ? html`<span class="soft">${textIn(known.label, currentLanguage())}</span>` : nothing}<span class="value" dir="auto">${shown(known, value)}</span></p>`;
}

/** A keyed answer in the reader's own language; what was typed stays as it is. */
function shown({ kind }: AccidentField, value: AccidentValue | undefined): string | TemplateResult {
  const language = currentLanguage();
  if (kind === 'yesNo') return value ? msg('Ja', { id: 'field.yes' }) : msg('Nein', { id: 'field.no' });
  if (kind === 'day' && typeof value === 'string') return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
  if (kind === 'clock') return textIn(clockPositions.find(({ id }) => id === value)?.label ?? { de: '', en: '' }, language);
  if (kind === 'circumstances' && Array.isArray(value)) {
    const ticked = circumstances.map((one, at) => ({ ...one, at })).filter(({ id }) => value.includes(id));
    return html`<span class="ticked">${ticked.map(({ at, label }) => html`<span class="tick-line"><b>${at + 1}</b><span>${textIn(label, language)}</span></span>`)}<span class="soft">${msg('Angekreuzt', { id: 'accident.ticked' })}: ${ticked.length}</span></span>`;
  }
  return typeof value === 'string' ? value : '';
}

function renderSketch(content: AccidentContent): TemplateResult | typeof nothing {
  const sketch = content['shared.sketch'];
  if (typeof sketch !== 'object' || Array.isArray(sketch) || !isDrawn(sketch)) return nothing;
  return html`<figure>${renderSketchPicture(sketch, msg('Skizze des Unfalls', { id: 'accident.sketchPicture' }))}</figure>`;
}

/** What is still missing before anybody can sign, each with the way there; what the other one has to fill in is only named. */
export function renderMissing(sync: StatementSync, goTo: (path: string) => void): TemplateResult | typeof nothing {
  const sides = sync.showsBoth ? statementSides : [sync.stored.side];
  const missing = missingIn(sync.content, sides);
  if (missing.length === 0) return nothing;
  return html`<div class="faults" role="group" aria-labelledby="missing-heading">
    <h3 id="missing-heading">${msg('Das fehlt noch', { id: 'accident.missing' })}</h3>
    <ul>${missing.map((path) => {
      const [side, id] = path.split('.');
      const known = (side === 'shared' ? sharedFields : sideFields).find((field) => field.id === id);
      const words = `${side === 'shared' ? '' : `${side?.toUpperCase()}: `}${known ? `${textIn(numberTitles[known.number] ?? known.label, currentLanguage())}, ${textIn(known.label, currentLanguage())}` : path}`;
      const isOwn = side === 'shared' || sync.ownSides.includes(side as StatementSide);
      return html`<li>${isOwn ? html`<a href="#" @click=${(click: Event) => { click.preventDefault(); goTo(path); }}>${words}</a>` : words}</li>`;
    })}</ul>
  </div>`;
}

/** While the other one is still writing. */
export function renderWaiting({ stored, offline }: StatementSync): TemplateResult {
  const other = stored.side === 'a' ? 'b' : 'a';
  const count = stored.state?.filled[other] ?? 0;
  return html`<div class="wait" role="status">
    <p class="big"><span class="pulse" aria-hidden="true"></span>${other === 'a' ? msg('Wir warten auf Fahrer A', { id: 'accident.waitA' }) : msg('Wir warten auf Fahrer B', { id: 'accident.waitB' })}</p>
    <p class="soft">${offline
      ? msg('Gerade keine Verbindung. Was Sie eingegeben haben, ist auf diesem Gerät gesichert; wir versuchen es von selbst weiter.', { id: 'accident.offline' })
      : msg(str`Auf der anderen Seite stehen bisher ${count} Angaben. Sobald beide fertig sind, sehen Sie hier alles und können unterschreiben.`, { id: 'accident.waitHint' })}</p>
  </div>`;
}
