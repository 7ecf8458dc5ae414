import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LinkForm } from '@meldewerk/contract/form';
import { fieldId } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { documentButton } from './document-button.ts';
import { renderWayToFields } from './own-fields.ts';
import { type Reading, signingOf } from './signing-controller.ts';
import { renderTextForm } from './text-form.ts';

type Read = Extract<Reading, { state: 'read' }>;

/** The filled form as it will be signed, with a way to skip to the signature and one to keep it. */
export function renderDocument(host: StepHost, form: LinkForm, { document, pdf }: Read): TemplateResult {
  const heading = fieldId(`forms.${form.id}.document`);
  const toSignature = (click: Event) => {
    click.preventDefault();
    host.goTo('forms', `forms.${form.id}.name`);
  };
  return html`${renderWayToFields(host, form)}
    <section class="document" aria-labelledby=${heading}>
      <h4 id=${heading} tabindex="-1">${msg('1. Lesen', { id: 'signing.readHeading' })}</h4>
      ${form.language === host.language ? nothing : html`<p class="note"><span>${otherLanguage(form)}</span></p>`}
      <p class="soft">${document.pageCount === 1 ? msg('So lautet das Formular mit Ihren Angaben, eine Seite.', { id: 'signing.readOnePage' }) : msg(str`So lautet das Formular mit Ihren Angaben, ${document.pageCount} Seiten.`, { id: 'signing.readPages' })}
        <a href="#" class="skip-ahead" @click=${toSignature}>${msg('Weiter zur Unterschrift', { id: 'signing.skip' })}</a></p>
      <div class="paper" lang=${form.language}>${pdf ? html`<meldewerk-pdf-pages .bytes=${pdf} .origin=${host.api.origin} .name=${form.title}></meldewerk-pdf-pages>` : renderTextForm(document.text ?? '')}</div>
      ${documentButton(host, signingOf(host).signer, { id: document.documentId, title: form.title, label: msg('Als PDF öffnen', { id: 'signing.openPdf' }) })}
    </section>`;
}

function otherLanguage({ language }: LinkForm): string {
  return language === 'de'
    ? msg('Dieses Formular gibt es nur auf Deutsch. Wenn Sie etwas darin nicht verstehen, fragen Sie bitte die Werkstatt, bevor Sie unterschreiben.', { id: 'signing.onlyGerman' })
    : msg('Dieses Formular gibt es nur auf Englisch. Wenn Sie etwas darin nicht verstehen, fragen Sie bitte die Werkstatt, bevor Sie unterschreiben.', { id: 'signing.onlyEnglish' });
}
