import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldId } from '../flow.ts';
import { isPrefilled } from '../link/prefill.ts';
import type { Draft } from '../draft.ts';
import type { StepHost } from '../step.ts';

/** What a field knows of where it stands: a step of the report, or a page that asks for a thing or two. */
export type FieldHost = Pick<StepHost, 'faultOf' | 'type' | 'requestUpdate'> & {
  drafts: Pick<StepHost['drafts'], 'get'> & { draft: Pick<Draft, 'link' | 'answers' | 'reporter' | 'vehicle' | 'insurance'> };
};

export type FieldTexts = {
  /** Where the answer goes, as on the wire: `vehicle.licensePlate`. */
  path: string;
  label: string;
  help?: string | undefined;
  required?: boolean | undefined;
};

/** Ids of what explains a field: its help and its fault. */
export function describedBy(host: FieldHost, { path, help }: FieldTexts): string | typeof nothing {
  const ids = [help ? `help-${path}` : '', host.faultOf(path) ? `fault-${path}` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

/** A field with its label above, its help below the label, and its fault below the control. */
export function renderField(host: FieldHost, texts: FieldTexts, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label class="title" for=${fieldId(texts.path)}>${renderLabel(host, texts)}</label>
    ${renderHelp(texts)}${control}${renderFault(host, texts.path)}
  </div>`;
}

/** Several inputs that answer one question. */
export function renderGroup(host: FieldHost, texts: FieldTexts, controls: TemplateResult): TemplateResult {
  const fault = host.faultOf(texts.path);
  return html`<fieldset class="field ${fault ? 'faulty' : ''}" aria-describedby=${describedBy(host, texts)}>
    <legend>${renderLabel(host, texts)}</legend>
    ${renderHelp(texts)}${controls}${renderFault(host, texts.path)}
  </fieldset>`;
}

function renderLabel(host: FieldHost, { label, path, required }: FieldTexts): TemplateResult {
  const prepared = isPrefilled(host.drafts.draft, path);
  return html`${label}${required || prepared ? nothing : html` <span class="optional">${msg('(freiwillig)', { id: 'field.optional' })}</span>`}${prepared
    ? html` <span class="prepared">${msg('vorausgefüllt', { id: 'field.prepared' })}</span>`
    : nothing}`;
}

function renderHelp({ path, help }: FieldTexts): TemplateResult | typeof nothing {
  return help ? html`<p class="help" id=${`help-${path}`}>${help}</p>` : nothing;
}

function renderFault(host: FieldHost, path: string): TemplateResult | typeof nothing {
  const fault = host.faultOf(path);
  return fault ? html`<p class="wrong" id=${`fault-${path}`}>${fault}</p>` : nothing;
}
