import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldId } from '../flow.ts';
import { describedBy, renderField, type FieldHost, type FieldTexts } from './field-frame.ts';

export type TextField = FieldTexts & {
  type?: 'text' | 'tel' | 'email' | 'date' | 'time';
  autocomplete?: string;
  inputMode?: 'numeric' | 'decimal';
  maxLength?: number | undefined;
  /** Latest day of a date field. */
  max?: string | undefined;
  unit?: string | undefined;
  placeholder?: string;
  plate?: boolean;
  short?: boolean;
  /** A doubt that does not stop anybody. */
  advice?: string | undefined;
};

export function textField(host: FieldHost, field: TextField): TemplateResult {
  const control = html`<div class="control">
      <input id=${fieldId(field.path)} type=${field.type ?? 'text'} dir=${isFree(field) ? 'auto' : 'ltr'} class="${field.short ? 'short' : ''} ${field.plate ? 'plate' : ''}"
        .value=${live(String(host.drafts.get(field.path) ?? ''))}
        autocomplete=${field.autocomplete ?? 'off'} inputmode=${field.inputMode ?? nothing} maxlength=${field.maxLength ?? nothing}
        max=${field.max ?? nothing} placeholder=${field.placeholder ?? nothing}
        autocapitalize=${field.plate ? 'characters' : nothing} spellcheck=${field.plate ? 'false' : nothing}
        aria-required=${field.required ? 'true' : nothing} aria-invalid=${host.faultOf(field.path) ? 'true' : nothing}
        aria-describedby=${describedBy(host, field)}
        @input=${(input: InputEvent) => host.type(field.path, (input.target as HTMLInputElement).value)} />
      ${field.unit ? html`<span class="soft">${field.unit}</span>` : nothing}
    </div>
    <div aria-live="polite">${field.advice ? html`<p class="advice">${field.advice}</p>` : nothing}</div>`;
  return renderField(host, field, control);
}

export function longTextField(host: FieldHost, field: FieldTexts & { maxLength?: number | undefined }): TemplateResult {
  const control = html`<div class="control">
    <textarea id=${fieldId(field.path)} rows="4" dir="auto" maxlength=${field.maxLength ?? nothing} .value=${live(String(host.drafts.get(field.path) ?? ''))}
      aria-required=${field.required ? 'true' : nothing} aria-invalid=${host.faultOf(field.path) ? 'true' : nothing}
      aria-describedby=${describedBy(host, field)}
      @input=${(input: InputEvent) => host.type(field.path, (input.target as HTMLTextAreaElement).value)}></textarea>
  </div>`;
  return renderField(host, field, control);
}

/** Plates, numbers and addresses run from left to right in every language. */
function isFree({ plate, inputMode, type = 'text' }: TextField): boolean {
  return !plate && !inputMode && type === 'text';
}
