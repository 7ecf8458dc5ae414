import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LinkForm } from '@meldewerk/contract/form';
import { localeOf } from '@meldewerk/contract/text-in';
import { fieldId } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { checkFields, type FormState, stateOf } from './check-forms.ts';
import { documentButton } from './document-button.ts';
import { renderOwnFields } from './own-fields.ts';
import { renderDocument } from './read-form.ts';
import { renderSigning } from './sign-form.ts';
import { signingOf } from './signing-controller.ts';

/** One form: folded up with what can be done, or open to be filled, read and signed. */
export function formCard(host: StepHost, form: LinkForm): TemplateResult {
  const signing = signingOf(host);
  const state = stateOf(host, form);
  const path = `forms.${form.id}`;
  const note = signing.notes.get(form.id);
  return html`<li class="form ${state}" aria-labelledby=${fieldId(path)}>
    <div class="form-head">
      <h3 id=${fieldId(path)} tabindex="-1" lang=${form.language}>${form.title}</h3>
      <span class="state ${state}">${stateText(state)}</span>
    </div>
    ${note ? html`<p class="note warning"><span aria-hidden="true">⚠</span><span>${note}</span></p>` : nothing}
    ${state === 'sending' ? renderSending(host, form) : signing.openId === form.id ? renderOpen(host, form) : renderFolded(host, form, state)}
  </li>`;
}

export function stateText(state: FormState): string {
  switch (state) {
    case 'open':
      return msg('offen', { id: 'signing.stateOpen' });
    case 'sending':
      return msg('wird gesendet', { id: 'signing.stateSending' });
    case 'signed':
      return msg('✓ unterschrieben', { id: 'signing.stateSigned' });
    case 'changed':
      return msg('neu unterschreiben', { id: 'signing.stateChanged' });
  }
}

export function signedAtText({ drafts, language, site }: StepHost, form: LinkForm): string {
  const at = drafts.draft.signatures[form.id]?.signedAt;
  if (!at) return msg('Schon unterschrieben.', { id: 'signing.signedBefore' });
  const when = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone: site.timeZone }).format(new Date(at));
  return msg(str`Unterschrieben am ${when}.`, { id: 'signing.signedAt' });
}

function renderFolded(host: StepHost, form: LinkForm, state: FormState): TemplateResult {
  const signing = signingOf(host);
  const open = () => signing.open(form);
  if (state === 'signed') {
    return html`<p class="soft">${signedAtText(host, form)}</p>
      <div class="buttons">
        ${form.documentId ? documentButton(host, signing.signer, { id: form.documentId, title: form.title, label: msg('Unterschriebenes PDF ansehen', { id: 'signing.seeSigned' }) }) : nothing}
        <button type="button" class="button quiet" @click=${open}>${msg('Neu unterschreiben', { id: 'signing.signAgain' })}<span class="unseen">: ${form.title}</span></button>
      </div>`;
  }
  return html`${state === 'changed'
      ? html`<p class="note warning"><span aria-hidden="true">⚠</span><span>${msg('Sie haben danach Angaben geändert, die in diesem Formular stehen. Bitte lesen Sie es noch einmal und unterschreiben Sie neu.', { id: 'signing.changedHint' })}</span></p>`
      : form.concludesContract
        ? html`<p class="soft">${msg('Mit Ihrer Unterschrift schließen Sie einen Vertrag mit der Werkstatt.', { id: 'signing.contract' })}</p>`
        : nothing}
    <button type="button" class="button begin" @click=${open}>${form.fields.length > 0 ? msg('Ausfüllen, lesen und unterschreiben', { id: 'signing.fillAndRead' }) : msg('Lesen und unterschreiben', { id: 'signing.read' })}<span class="unseen">: ${form.title}</span></button>`;
}

function renderSending(host: StepHost, form: LinkForm): TemplateResult {
  const signing = signingOf(host);
  return signing.sender.states.get(form.id) === 'waiting'
    ? html`<button type="button" class="button" @click=${() => signing.sender.sendAgain()}>${msg('Jetzt noch einmal senden', { id: 'send.again' })}<span class="unseen">: ${form.title}</span></button>`
    : html`<p class="working" role="status"><span class="spinner" aria-hidden="true"></span>${msg('Ihre Unterschrift wird gesendet und das Dokument versiegelt …', { id: 'signing.sending' })}</p>`;
}

function renderOpen(host: StepHost, form: LinkForm): TemplateResult {
  const signing = signingOf(host);
  const { reading } = signing;
  const cancel = html`<button type="button" class="button quiet" @click=${() => signing.close()}>${msg('Schließen', { id: 'signing.close' })}<span class="unseen">: ${form.title}</span></button>`;
  switch (reading.state) {
    case 'filling':
      return html`${renderOwnFields(host, form, () => goOn(host, form))}
        <div class="buttons">
          <button type="button" class="button primary" @click=${() => goOn(host, form)}>${form.fields.length > 0 ? msg('Weiter zum Lesen', { id: 'signing.toReading' }) : msg('Lesen und unterschreiben', { id: 'signing.read' })}</button>
          ${cancel}
        </div>`;
    case 'asking':
      return html`<p class="working" role="status"><span class="spinner" aria-hidden="true"></span>${msg('Das Formular wird mit Ihren Angaben ausgefüllt …', { id: 'signing.asking' })}</p>${cancel}`;
    case 'failed':
      return html`<p class="note warning" role="alert"><span aria-hidden="true">⚠</span><span>${reading.sentence}</span></p>
        <div class="buttons">
          ${reading.retry ? html`<button type="button" class="button primary" @click=${() => void signing.read(form)}>${msg('Noch einmal versuchen', { id: 'frame.retry' })}</button>` : nothing}
          ${cancel}
        </div>`;
    case 'read':
      return html`${renderDocument(host, form, reading)}${renderSigning(host, form)}<div class="buttons">${cancel}</div>`;
  }
}

function goOn(host: StepHost, form: LinkForm): void {
  const signing = signingOf(host);
  signing.fieldsAsked = true;
  const faults = checkFields(host, form);
  if (faults.length > 0) host.showFaults(faults);
  else void signing.read(form);
}
