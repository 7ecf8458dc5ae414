import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { partGroupLabel } from '@meldewerk/contract/damage-labels';
import { groupedPartsOf, hasPart, type GroupedParts } from '@meldewerk/contract/damage-parts';
import { textIn } from '@meldewerk/contract/text-in';
import type { StepHost } from '../step.ts';
import { choosePart, closeDamage, showParts } from './damage-editor.ts';
import { partName } from './damage-words.ts';
import { vehicleTypeOf } from './vehicle-type.ts';

let search = '';

/** The parts of this vehicle by the side they are on; typing narrows them down. */
export function partList(host: StepHost): TemplateResult {
  const type = vehicleTypeOf(host);
  const part = host.drafts.draft.openDamage?.part;
  const found = matching(host, groupedPartsOf(type));
  const first = found[0]?.parts[0];
  const leave = () => {
    search = '';
    return part && hasPart(type, part) ? showParts(host, false) : closeDamage(host);
  };
  return html`<div class="sheet-head">
      <h3 id="damage-title">${msg('Welches Teil?', { id: 'damages.whichPart' })}</h3>
      <button type="button" class="button quiet" @click=${leave}>${msg('Abbrechen', { id: 'damages.cancel' })}</button>
    </div>
    <div class="sheet-body">
      <div class="field"><label class="unseen" for="damage-search">${msg('Teil suchen', { id: 'damages.search' })}</label>
        <input id="damage-search" type="search" autocomplete="off" placeholder=${msg('Teil suchen', { id: 'damages.search' })} .value=${live(search)}
          @input=${(input: Event) => {
            search = (input.target as HTMLInputElement).value;
            host.requestUpdate();
          }}
          @keydown=${(key: KeyboardEvent) => {
            if (key.key !== 'Enter' || !first || !search.trim()) return;
            search = '';
            choosePart(host, first);
          }} /></div>
      <p class="unseen" role="status">${search.trim() && !first ? msg('Kein Teil gefunden.', { id: 'damages.noPart' }) : nothing}</p>
      ${found.map(({ group, parts }) => html`<section class="parts" aria-labelledby=${`parts-${group}`}>
        <h4 id=${`parts-${group}`}>${textIn(partGroupLabel(group, type), host.language)}</h4>
        <ul>${parts.map((one) => html`<li><button type="button" class="part" data-choose=${one} aria-current=${one === part ? 'true' : nothing} @click=${() => {
          search = '';
          choosePart(host, one);
        }}>${partName(host, one)}</button></li>`)}</ul>
      </section>`)}
      ${first ? nothing : html`<p class="soft">${msg('Kein Teil heißt so. Nehmen Sie „Etwas anderes“ und schreiben Sie es in die Notiz.', { id: 'damages.noPartHint' })}</p>
        <button type="button" class="part" data-choose="other" @click=${() => {
          search = '';
          choosePart(host, 'other');
        }}>${partName(host, 'other')}</button>`}
    </div>`;
}

function matching(host: StepHost, groups: GroupedParts): GroupedParts {
  const words = plain(search).split(' ').filter(Boolean);
  const wanted = (name: string) => words.every((word) => name.includes(word));
  return groups.map(({ group, parts }) => ({ group, parts: parts.filter((part) => wanted(plain(partName(host, part)))) })).filter(({ parts }) => parts.length > 0);
}

/** Umlauts and capitals make no difference. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').trim();
}
