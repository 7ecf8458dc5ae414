import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LinkForm } from '@meldewerk/contract/form';
import '@meldewerk/elements/signature-field';
import { fieldId } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { signingMeaning } from './signing-meaning.ts';
import { signingOf } from './signing-controller.ts';

/** Name, signature and what signing means. What is missing is said before anybody is asked. */
export function renderSigning(host: StepHost, form: LinkForm): TemplateResult {
  const signing = signingOf(host);
  const path = `forms.${form.id}.name`;
  const missing = signing.missing;
  return html`<section class="signing" aria-labelledby=${`sign-${form.id}`}>
    <h4 id=${`sign-${form.id}`}>${msg('2. Unterschreiben', { id: 'signing.signHeading' })}</h4>
    <div class="field">
      <label class="title" for=${fieldId(path)}>${msg('Wer unterschreibt?', { id: 'signing.name' })}</label>
      <div class="control">
        <input id=${fieldId(path)} type="text" autocomplete="name" maxlength="120" .value=${live(signing.name ?? contactName(host))} aria-required="true"
          aria-invalid=${missing === 'name' ? 'true' : nothing} aria-describedby=${missing === 'name' ? `fault-${path}` : nothing}
          @input=${(input: InputEvent) => typeName(host, (input.target as HTMLInputElement).value)} @keydown=${keepEnter} />
      </div>
      ${missing === 'name' ? html`<p class="wrong" id=${`fault-${path}`}>${msg('Bitte geben Sie Ihren Namen an.', { id: 'signing.nameMissing' })}</p>` : nothing}
    </div>
    <div class="field" @keydown=${keepEnter}>
      <signature-field .language=${host.language} @change=${() => forgetMissing(host)}></signature-field>
      <div role="alert">${missing === 'signature' ? html`<p class="wrong">${msg('Die Unterschrift fehlt noch: Bitte unterschreiben Sie im Feld, oder tippen Sie Ihren Namen ein.', { id: 'signing.signatureMissing' })}</p>` : nothing}</div>
    </div>
    <p class="meaning">${signingMeaning(host.site)}</p>
    <button type="button" class="button primary" @click=${(click: Event) => sign(host, form, click.currentTarget as HTMLElement)}>${msg('Unterschreiben', { id: 'signing.sign' })}<span class="unseen">: ${form.title}</span></button>
  </section>`;
}

function contactName({ drafts }: StepHost): string {
  const { firstName, lastName } = drafts.draft.reporter;
  return `${String(firstName ?? '').trim()} ${String(lastName ?? '').trim()}`.trim();
}

function sign(host: StepHost, form: LinkForm, button: HTMLElement): void {
  const signing = signingOf(host);
  const field = button.parentElement?.querySelector('signature-field');
  const name = (signing.name ?? contactName(host)).trim();
  signing.missing = name ? (field?.value ? null : 'signature') : 'name';
  host.requestUpdate();
  if (signing.missing === 'name') return host.goTo('forms', `forms.${form.id}.name`);
  if (!field?.value) return field?.focus();
  signing.sign(form, name, field.value);
}

function typeName(host: StepHost, name: string): void {
  signingOf(host).name = name;
  forgetMissing(host);
}

function forgetMissing(host: StepHost): void {
  signingOf(host).missing = null;
  host.requestUpdate();
}

/** Enter in a field is not a signature, and does not leave the step. */
function keepEnter(press: KeyboardEvent): void {
  const [target] = press.composedPath();
  if (press.key === 'Enter' && target instanceof HTMLInputElement) press.preventDefault();
}
