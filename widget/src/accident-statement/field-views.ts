import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { circumstances, mostLines, numberTitles, sideFields, sideOfPath, type AccidentField, type Sketch } from '@meldewerk/contract/accident-fields';
import { emptySketch } from '@meldewerk/contract/accident-sketch';
import { textIn } from '@meldewerk/contract/text-in';
import { currentLanguage } from '../language.ts';
import { renderImpact } from './impact-picker.ts';
import './sketch-pad.ts';
import type { StatementSync } from './statement-sync.ts';

type Field = AccidentField & { path: string };

export function fieldIdOf(path: string): string {
  return `field-${path}`;
}

export function renderStatementField(sync: StatementSync, field: Field): TemplateResult {
  switch (field.kind) {
    case 'yesNo':
      return renderYesNo(sync, field);
    case 'clock':
      return renderImpact(field.path, sync.content[field.path], (value) => sync.set(field.path, value));
    case 'circumstances':
      return renderCircumstances(sync, field);
    case 'sketch':
      return renderSketch(sync, field);
    default:
      return renderText(sync, field);
  }
}

function renderText(sync: StatementSync, field: Field): TemplateResult {
  const { path, kind, label, maxLength } = field;
  const value = sync.content[path];
  const text = typeof value === 'string' ? value : '';
  const type = (input: Event) => sync.set(path, cleaned((input.target as HTMLInputElement).value) || null);
  const isPlate = field.id === 'plate' || field.id === 'trailerPlate';
  const described = writtenByOther(sync, path) ? `by-${path}` : nothing;
  return html`<div class="field">
    <label class=${saysTheSame(field) ? 'unseen' : 'title'} for=${fieldIdOf(path)}>${textIn(label, currentLanguage())}${renderNeeded(path)}</label>
    <div class="control">
      ${kind === 'longText'
        ? html`<textarea id=${fieldIdOf(path)} rows="3" maxlength=${maxLength} .value=${live(text)} aria-describedby=${described} @input=${type}></textarea>`
        : html`<input id=${fieldIdOf(path)} class=${kind === 'text' ? (isPlate ? 'plate' : '') : 'short'} type=${kind === 'day' ? 'date' : kind === 'time' ? 'time' : 'text'} maxlength=${kind === 'text' ? maxLength : nothing}
            autocomplete=${autocompleteOf(path)} autocapitalize=${isPlate ? 'characters' : nothing} spellcheck=${isPlate || field.id.endsWith('Number') ? 'false' : nothing} dir=${isPlate ? 'ltr' : 'auto'} aria-describedby=${described} .value=${live(text)} @input=${type} />`}
    </div>
    ${renderWriter(sync, path)}
  </div>`;
}

function renderYesNo(sync: StatementSync, { path, label }: Field): TemplateResult {
  const chosen = sync.content[path];
  const choices = [{ value: true, words: msg('Ja', { id: 'field.yes' }) }, { value: false, words: msg('Nein', { id: 'field.no' }) }];
  return html`<fieldset class="field" aria-describedby=${writtenByOther(sync, path) ? `by-${path}` : nothing}>
    <legend>${textIn(label, currentLanguage())}${renderNeeded(path)}</legend>
    <div class="choices side">${choices.map(({ value, words }, at) => html`<label class="choice"><input type="radio" name=${path} id=${at === 0 ? fieldIdOf(path) : nothing} .checked=${live(chosen === value)} @change=${() => sync.set(path, value)} />${words}</label>`)}</div>
    ${renderWriter(sync, path)}
  </fieldset>`;
}

function renderCircumstances(sync: StatementSync, { path }: Field): TemplateResult {
  const value = sync.content[path];
  const ticked = Array.isArray(value) ? value : [];
  // In the order of the form, so that the same ticks are the same facts.
  const toggle = (id: string) => {
    const next = circumstances.map((one) => one.id).filter((one) => (one === id ? !ticked.includes(id) : ticked.includes(one)));
    sync.set(path, next.length > 0 ? next : null);
  };
  return html`<fieldset class="field ticks">
    <legend class="unseen">${msg('Was traf zu?', { id: 'accident.ticks' })}</legend>
    <div class="choices">${circumstances.map(({ id, label }, at) => html`<label class="choice"><input type="checkbox" id=${at === 0 ? fieldIdOf(path) : nothing} .checked=${live(ticked.includes(id))} @change=${() => toggle(id)} /><span class="tick-number">${at + 1}</span><span>${textIn(label, currentLanguage())}</span></label>`)}</div>
    <p class="tick-count" role="status">${msg('Angekreuzt', { id: 'accident.ticked' })}: <b>${ticked.length}</b></p>
  </fieldset>`;
}

function renderSketch(sync: StatementSync, { path }: Field): TemplateResult {
  const value = sync.content[path];
  const sketch = typeof value === 'object' && !Array.isArray(value) ? value : emptySketch;
  return html`<div class="field"><sketch-pad id=${fieldIdOf(path)} .language=${currentLanguage()} .value=${sketch} @change=${(change: CustomEvent<Sketch>) => sync.set(path, change.detail)}></sketch-pad>${renderWriter(sync, path)}</div>`;
}

/** Of what both state, who wrote it: so that nobody signs what they took for their own. */
function renderWriter(sync: StatementSync, path: string): TemplateResult | typeof nothing {
  const writer = writtenByOther(sync, path);
  if (!writer) return nothing;
  const words = writer === 'a' ? msg('Eingetragen von A. Stimmt es nicht, ändern Sie es.', { id: 'accident.byA' }) : msg('Eingetragen von B. Stimmt es nicht, ändern Sie es.', { id: 'accident.byB' });
  return html`<p class="by" id=${`by-${path}`}><span class="dot ${writer}" aria-hidden="true"></span>${words}</p>`;
}

function writtenByOther({ stored, content }: StatementSync, path: string): 'a' | 'b' | null {
  const writer = stored.state?.writtenBy[path];
  return sideOfPath(path) === null && writer && writer !== stored.side && !(path in stored.pending) && content[path] !== undefined ? writer : null;
}

/** Nearly everything is up to the two; the few that a statement cannot do without are marked. */
function renderNeeded(path: string): TemplateResult | typeof nothing {
  return needed.has(path) ? html` <span class="optional">${msg('(nötig)', { id: 'accident.needed' })}</span>` : nothing;
}

const needed = new Set(['shared.date', 'shared.time', 'shared.place', 'shared.injured', 'a.plate', 'b.plate', 'a.driverName', 'b.driverName']);

/** The title over it is its label already. */
function saysTheSame({ number, label }: Field): boolean {
  return numberTitles[number]?.de === label.de && sideFields.filter((other) => other.number === number).length === 1;
}

/** Only A's phone knows A, and B's phone B: on a phone that was handed over the browser's suggestions would be the owner's. */
function autocompleteOf(path: string): string {
  const known: Record<string, string> = { driverName: 'name', policyholderName: 'name', driverAddress: 'street-address', driverPhone: 'tel', driverBirthDate: 'bday' };
  return known[path.split('.')[1] ?? ''] ?? 'off';
}

/** As the server takes it: no control characters, no halves of letters, no endless empty lines. */
function cleaned(text: string): string {
  const lines = text.replace(/[^\P{Cc}\n\t]/gu, '').toWellFormed().split('\n');
  return [...lines.slice(0, mostLines - 1), ...(lines.length >= mostLines ? [lines.slice(mostLines - 1).join(' ')] : [])].join('\n');
}
