import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { fieldLabel } from './field-label.ts';
import type { FieldName, TypedPreparation } from './typed-preparation.ts';

/** What a section needs of the page. */
export type FormView = {
  typed: TypedPreparation;
  faultOf: (name: FieldName) => string | undefined;
  change: (name: FieldName, value: string) => void;
  leave: (name: FieldName) => void;
};
type TextField = {
  name: FieldName; span: 1 | 2 | 3 | 6;
  type?: 'text' | 'tel' | 'email' | 'date'; inputmode?: 'numeric' | 'tel' | 'email'; capitals?: 'characters' | 'words' | 'off';
  hint?: string | TemplateResult | typeof nothing; maxLength?: number; list?: string; max?: string; placeholder?: string; first?: boolean;
};
type Choice = { name: FieldName; span: 1 | 2 | 3 | 6; options: TemplateResult };

/** Never filled in by the browser: it would offer the clerk's own address. */
export function textField(view: FormView, { name, span, type = 'text', inputmode, capitals, hint = nothing, maxLength, list, max, placeholder, first }: TextField) {
  const fault = view.faultOf(name);
  const about = [hint !== nothing && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`
    <div class="field span-${span} at-${name}">
      <label for=${name}>${fieldLabel(name)}</label>
      <input id=${name} name=${name} type=${type} .value=${live(view.typed[name])} autocomplete="off" spellcheck="false" ?autofocus=${first}
        inputmode=${ifDefined(inputmode)} autocapitalize=${ifDefined(capitals)} maxlength=${ifDefined(maxLength)} list=${ifDefined(list)} max=${ifDefined(max)} placeholder=${ifDefined(placeholder)}
        aria-invalid=${fault ? 'true' : nothing} aria-describedby=${about || nothing}
        @input=${(event: Event) => view.change(name, (event.target as HTMLInputElement).value)} @change=${() => view.leave(name)} />
      ${hint === nothing ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
      ${fault ? html`<p class="fault" id="${name}-fault"><wa-icon name="error"></wa-icon>${fault}</p>` : nothing}
    </div>
  `;
}

export function choiceField(view: FormView, { name, span, options }: Choice) {
  const fault = view.faultOf(name);
  return html`
    <div class="field span-${span} ${name}">
      <label for=${name}>${fieldLabel(name)}</label>
      <select id=${name} name=${name} .value=${live(view.typed[name])} aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? `${name}-fault` : nothing}
        @change=${(event: Event) => { view.change(name, (event.target as HTMLSelectElement).value); view.leave(name); }}>${options}</select>
      ${fault ? html`<p class="fault" id="${name}-fault"><wa-icon name="error"></wa-icon>${fault}</p>` : nothing}
    </div>
  `;
}

/** `selected` stands in the markup too: a drop-down whose options come later would fall back to its first. */
export function option(view: FormView, name: FieldName, value: string, label: string) {
  return html`<option value=${value} ?selected=${view.typed[name] === value}>${label}</option>`;
}

export const fieldStyles = css`
  .fields { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 0.8rem 0.75rem; align-items: start; }
  .field { display: grid; gap: 0.25rem; min-width: 0; }
  .span-1 { grid-column: span 1; } .span-2 { grid-column: span 2; } .span-3 { grid-column: span 3; } .span-6 { grid-column: 1 / -1; }
  label, .label { font-size: var(--wa-font-size-s); font-weight: 550; line-height: 1.3; }
  input:not([type='radio'], [type='checkbox']), select { width: 100%; min-width: 0; height: 2.5rem; padding: 0 0.7rem; border: 1px solid var(--wa-form-control-border-color); border-radius: 6px; background-color: var(--wa-form-control-background-color); color: var(--wa-color-text-normal); font: inherit; }
  select { padding-inline-end: 0.3rem; }
  input:focus-visible, select:focus-visible { border-radius: 6px; }
  input::placeholder { color: var(--wa-color-text-quiet); opacity: 1; }
  [aria-invalid='true'] { border-color: var(--wa-color-danger-border-loud); box-shadow: 0 0 0 1px var(--wa-color-danger-border-loud); }
  .hint, .fault { font-size: var(--wa-font-size-s); line-height: 1.35; }
  .hint { color: var(--wa-color-text-quiet); }
  .fault { display: flex; gap: 0.35rem; color: var(--wa-color-danger-on-quiet); }
  .fault wa-icon { flex: none; margin-top: 0.2em; }
  @media (max-width: 40rem) {
    .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .span-2, .span-3 { grid-column: 1 / -1; }
    .at-city, .at-hsn, .at-tsn { grid-column: span 1; }
    input:not([type='radio'], [type='checkbox']), select { height: 2.75rem; font-size: 1rem; }
  }
`;
