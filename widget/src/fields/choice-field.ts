import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { fieldId } from '../flow.ts';
import { describedBy, renderField, renderGroup, type FieldHost, type FieldTexts } from './field-frame.ts';

export type Choice<T = string> = { value: T; label: string };
type Layout = 'stack' | 'side' | 'wrap';

/** One of several, all to be seen at once. */
export function oneOfField(host: FieldHost, field: FieldTexts & { layout?: Layout }, choices: Choice<string | boolean>[]): TemplateResult {
  const chosen = host.drafts.get(field.path);
  return renderGroup(
    host,
    field,
    html`<div class="choices ${field.layout ?? 'stack'}">
      ${choices.map(
        ({ value, label }, at) => html`<label class="choice">
          <input type="radio" name=${field.path} id=${at === 0 ? fieldId(field.path) : nothing} .checked=${live(chosen === value)}
            @change=${() => host.type(field.path, value)} />${label}
        </label>`,
      )}
    </div>`,
  );
}

export function yesNoField(host: FieldHost, field: FieldTexts): TemplateResult {
  return oneOfField(host, { ...field, layout: 'side' }, [
    { value: true, label: msg('Ja', { id: 'field.yes' }) },
    { value: false, label: msg('Nein', { id: 'field.no' }) },
  ]);
}

export function manyOfField(host: FieldHost, field: FieldTexts, choices: Choice[]): TemplateResult {
  const chosen = (host.drafts.get(field.path) ?? []) as string[];
  const toggle = (value: string) => host.type(field.path, chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  const boxes = html`<div class="choices stack">
    ${choices.map(
      ({ value, label }, at) => html`<label class="choice">
        <input type="checkbox" id=${at === 0 ? fieldId(field.path) : nothing} .checked=${live(chosen.includes(value))} @change=${() => toggle(value)} />${label}
      </label>`,
    )}
  </div>`;
  return renderGroup(host, field, choices.length > shownAtOnce ? folded(boxes, choices.length, chosen.length) : boxes);
}

const shownAtOnce = 8;

/** A long list is folded up until something of it is chosen. */
function folded(boxes: TemplateResult, count: number, chosen: number): TemplateResult {
  return html`<details class="more unframed" ${ref((list) => void (list && chosen > 0 && ((list as HTMLDetailsElement).open = true)))}>
    <summary>${chosen > 0 ? msg(str`${chosen} von ${count} ausgewählt`, { id: 'field.chosen' }) : msg(str`${count} Möglichkeiten zeigen`, { id: 'field.showChoices' })}</summary>
    ${boxes}
  </details>`;
}

/** One of several, folded up. The first choice counts until another one is made. */
export function selectField(host: FieldHost, field: FieldTexts, choices: Choice[]): TemplateResult {
  const chosen = host.drafts.get(field.path) ?? choices[0]?.value;
  return renderField(
    host,
    field,
    html`<div class="control">
      <select id=${fieldId(field.path)} aria-invalid=${host.faultOf(field.path) ? 'true' : nothing} aria-describedby=${describedBy(host, field)}
        @change=${(change: Event) => host.type(field.path, (change.target as HTMLSelectElement).value)}>
        ${choices.map(({ value, label }) => html`<option value=${value} ?selected=${value === chosen} .selected=${live(value === chosen)}>${label}</option>`)}
      </select>
    </div>`,
  );
}
