import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LinkForm } from '@meldewerk/contract/form';
import { renderField, type FieldTexts } from '../fields/field-frame.ts';
import { fieldId } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { signingOf } from './signing-controller.ts';

type OwnField = LinkForm['fields'][number];

/** The fields of a form that only the customer can fill in. Enter leads on to reading, not out of the step. */
export function renderOwnFields(host: StepHost, form: LinkForm, goOn: () => void): TemplateResult | typeof nothing {
  if (form.fields.length === 0) return nothing;
  const enter = (press: KeyboardEvent) => {
    if (press.key !== 'Enter' || !(press.target instanceof HTMLInputElement)) return;
    press.preventDefault();
    goOn();
  };
  return html`<div class="fields" role="group" aria-labelledby=${fieldId(`forms.${form.id}.fields`)} @keydown=${enter}>
    <h4 id=${fieldId(`forms.${form.id}.fields`)} tabindex="-1">${msg('Das füllen Sie in diesem Formular selbst aus', { id: 'signing.ownFields' })}</h4>
    ${form.fields.map((field) => renderOwnField(host, form, field))}
  </div>`;
}

function renderOwnField(host: StepHost, form: LinkForm, field: OwnField): TemplateResult {
  const path = `forms.${form.id}.fields.${field.id}`;
  const typed = host.drafts.draft.formFields[form.id]?.[field.id];
  const type = (value: string | boolean) => signingOf(host).typeField(form, field.id, value);
  const fault = host.faultOf(path);
  const texts: FieldTexts = { path, label: field.label, required: field.required };
  if (field.type === 'checkbox') {
    return html`<div class="field">
      <label class="choice">
        <input type="checkbox" id=${fieldId(path)} .checked=${live(typed === true)} aria-required=${field.required ? 'true' : nothing}
          aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? `fault-${path}` : nothing}
          @change=${(change: Event) => type((change.target as HTMLInputElement).checked)} />
        <span>${field.label}${field.required ? nothing : html` <span class="optional">${msg('(freiwillig)', { id: 'field.optional' })}</span>`}</span>
      </label>
      ${fault ? html`<p class="wrong" id=${`fault-${path}`}>${fault}</p>` : nothing}
    </div>`;
  }
  return renderField(
    host,
    texts,
    html`<div class="control">
      <input id=${fieldId(path)} type=${field.type} class=${field.type === 'date' ? 'short' : ''} maxlength=${field.type === 'text' ? 200 : nothing} autocomplete="off"
        .value=${live(String(typed ?? ''))} aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? `fault-${path}` : nothing}
        @input=${(input: InputEvent) => type((input.target as HTMLInputElement).value)} />
    </div>`,
  );
}

/** The way back to the fields, above the document that shows them filled in. */
export function renderWayToFields(host: StepHost, form: LinkForm): TemplateResult | typeof nothing {
  if (form.fields.length === 0) return nothing;
  return html`<p><button type="button" class="button quiet" @click=${() => signingOf(host).fill(form)}>${msg('Angaben im Formular ändern', { id: 'signing.changeFields' })}<span class="unseen">: ${form.title}</span></button></p>`;
}
