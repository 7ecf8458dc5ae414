import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

type Field = {
  name: string;
  label: string;
  value: string;
  fault?: string | undefined;
  hint?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'password';
  inputmode?: 'email' | 'numeric' | 'tel';
  autocomplete: string;
  maxLength?: number;
  capitals?: 'characters' | 'words' | 'off';
  isOptional?: string;
  change: (value: string) => void;
};

/** A line to fill in, with what helps and what is wrong said to screen readers too. */
export function field({ name, label, value, fault, hint, type = 'text', inputmode, autocomplete, maxLength, capitals, isOptional, change }: Field): TemplateResult {
  return html`
    <div class="field at-${name}">
      <label for=${name}>${label}${isOptional ? html` <span class="quiet optional">${isOptional}</span>` : nothing}</label>
      <input id=${name} name=${name} type=${type} .value=${live(value)} autocomplete=${autocomplete as 'off'} spellcheck="false"
        inputmode=${ifDefined(inputmode)} maxlength=${ifDefined(maxLength)} autocapitalize=${ifDefined(capitals)}
        aria-invalid=${fault ? 'true' : nothing} aria-describedby=${describedBy(name, hint, fault)} aria-required=${isOptional ? nothing : 'true'}
        @input=${(event: Event) => change((event.target as HTMLInputElement).value)} @keydown=${submitByEnter} />
      ${about(name, hint, fault)}
    </div>
  `;
}

/** To a browser a Web Awesome button is none that would submit a form of several fields. */
function submitByEnter(event: KeyboardEvent) {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  (event.target as HTMLInputElement).form?.requestSubmit();
}

type Choice = { name: string; label: string; value: string; autocomplete: string; fault?: string | undefined; options: { value: string; label: string }[]; change: (value: string) => void };

export function choice({ name, label, value, autocomplete, fault, options, change }: Choice): TemplateResult {
  return html`
    <div class="field at-${name}">
      <label for=${name}>${label}</label>
      <select id=${name} name=${name} .value=${live(value)} autocomplete=${autocomplete as 'off'} aria-invalid=${fault ? 'true' : nothing} aria-describedby=${describedBy(name, undefined, fault)}
        @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
        ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
      </select>
      ${about(name, undefined, fault)}
    </div>
  `;
}

/** Hint and fault of the field `name`, to be named by its `aria-describedby`. */
export function about(name: string, hint: string | undefined, fault: string | undefined): TemplateResult {
  return html`
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${name}-fault"><wa-icon name="error"></wa-icon><span>${fault}</span></p>` : nothing}
  `;
}

export function describedBy(name: string, hint: string | undefined, fault: string | undefined) {
  return [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || nothing;
}

/** After the fields are drawn with their faults: the first of them has the focus. */
export function focusFirstFault(root: ParentNode) {
  root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

export const fieldStyles = css`
  .fields { display: grid; gap: 1rem; }
  .field { display: grid; gap: 0.3rem; min-width: 0; }
  .field > label, .label { font-size: var(--wa-font-size-s); font-weight: 600; line-height: 1.3; }
  .optional { font-weight: 400; }
  .field > :is(input, select, textarea), .control { width: 100%; min-width: 0; min-height: 2.9rem; padding: 0.55rem 0.8rem; border: 1px solid var(--wa-form-control-border-color); border-radius: 8px;
    background-color: var(--wa-color-surface-default); color: var(--wa-color-text-normal); font: inherit; font-size: 1rem; }
  .field > :is(input, select, textarea):focus-visible { border-radius: 8px; }
  .field > textarea { min-height: 5.5rem; resize: vertical; }
  .field > [aria-invalid='true'], .control.wrong { border-color: var(--wa-color-danger-border-loud); box-shadow: 0 0 0 1px var(--wa-color-danger-border-loud); }
  .hint, .fault { font-size: var(--wa-font-size-s); line-height: 1.4; }
  .hint { color: var(--wa-color-text-quiet); }
  .fault { display: flex; gap: 0.4rem; color: var(--wa-color-danger-on-quiet); }
  .fault wa-icon { flex: none; margin-top: 0.2em; }
`;
