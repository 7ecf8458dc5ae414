import { textIn } from '@meldewerk/contract/text-in';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { checkContact } from '../checks/check-contact.ts';
import { oneOfField } from '../fields/choice-field.ts';
import { textField } from '../fields/text-field.ts';
import { fieldId } from '../flow.ts';
import { isPrefilled } from '../link/prefill.ts';
import type { Step, StepHost } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';
import { channelChoices, roleChoices } from './choices.ts';

export const contactStep: Step = {
  heading: () => msg('Wie erreicht Sie die Werkstatt?', { id: 'contact.heading' }),
  explanation({ drafts, site }) {
    const { link } = drafts.draft;
    return link?.partner
      ? msg(str`Telefon oder E-Mail, eines von beiden brauchen wir. Ihre Meldung bekommen ${site.name} und ${link.partner.name}, sonst niemand.`, { id: 'contact.explanationPartner' })
      : msg(str`Telefon oder E-Mail, eines von beiden brauchen wir. Nur ${site.name} bekommt Ihre Angaben.`, { id: 'contact.explanation' });
  },
  styles: [fieldStyles],

  check: (host) => checkContact(host.drafts.draft.reporter, isConsentGiven(host)),

  render(host) {
    return html`<div class="fields">
      ${oneOfField(host, { path: 'reporter.role', label: msg('Sie sind …', { id: 'contact.role' }), required: true, layout: 'wrap' }, roleChoices())}
      <div class="row">
        ${textField(host, { path: 'reporter.firstName', label: msg('Vorname', { id: 'contact.firstName' }), required: true, autocomplete: 'given-name', maxLength: 80 })}
        ${textField(host, { path: 'reporter.lastName', label: msg('Nachname', { id: 'contact.lastName' }), required: true, autocomplete: 'family-name', maxLength: 80 })}
      </div>
      <div class="row">
        ${textField(host, { path: 'reporter.phone', label: msg('Telefon', { id: 'contact.phone' }), required: true, type: 'tel', autocomplete: 'tel', maxLength: 25, help: msg('Am besten mobil, für die Bestätigung per SMS', { id: 'contact.phoneHelp' }) })}
        ${textField(host, { path: 'reporter.email', label: msg('E-Mail', { id: 'contact.email' }), required: true, type: 'email', autocomplete: 'email', maxLength: 254, help: msg('Für die Bestätigung mit allen Angaben', { id: 'contact.emailHelp' }) })}
      </div>
      ${oneOfField(host, { path: 'reporter.preferredChannel', label: msg('Wie sollen wir uns melden?', { id: 'contact.preferredChannel' }), layout: 'wrap' }, channelChoices())}
      <details class="more" ?open=${['company', 'street', 'postalCode', 'city'].some((field) => isPrefilled(host.drafts.draft, `reporter.${field}`))}>
        <summary>${msg('Anschrift (freiwillig)', { id: 'contact.address' })}</summary>
        <div class="fields">
          ${textField(host, { path: 'reporter.company', label: msg('Firma', { id: 'contact.company' }), autocomplete: 'organization', maxLength: 120 })}
          ${textField(host, { path: 'reporter.street', label: msg('Straße und Hausnummer', { id: 'contact.street' }), autocomplete: 'address-line1', maxLength: 120 })}
          <div class="row">
            ${textField(host, { path: 'reporter.postalCode', label: msg('Postleitzahl', { id: 'contact.postalCode' }), autocomplete: 'postal-code', maxLength: 12, short: true })}
            ${textField(host, { path: 'reporter.city', label: msg('Ort', { id: 'contact.city' }), autocomplete: 'address-level2', maxLength: 80 })}
          </div>
        </div>
      </details>
      ${renderConsent(host)}
    </div>`;
  },
};

/** Consent counts for the text that was shown: a newer version has to be agreed to again. */
export function isConsentGiven({ drafts, site }: StepHost): boolean {
  return drafts.draft.consentVersion === site.privacyNotice.version;
}

function renderConsent(host: StepHost) {
  const { privacyNotice, name } = host.site;
  const fault = host.faultOf('privacyConsent');
  return html`<div class="field">
    <h3>${msg('Datenschutz', { id: 'contact.privacy' })}</h3>
    <details class="more control-above">
      <summary>${msg('Datenschutzhinweis lesen', { id: 'contact.readPrivacy' })}</summary>
      <div class="privacy" tabindex="0" role="region" aria-label=${msg('Datenschutzhinweis', { id: 'contact.privacyNotice' })}>${textIn(privacyNotice.text, host.language)}</div>
    </details>
    <div class="choices">
      <label class="choice">
        <input type="checkbox" id=${fieldId('privacyConsent')} .checked=${live(isConsentGiven(host))} aria-required="true"
          aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? 'fault-privacyConsent' : nothing}
          @change=${(change: Event) => agree(host, (change.target as HTMLInputElement).checked)} />
        <span>${msg(str`Ich habe den Datenschutzhinweis gelesen und bin einverstanden, dass ${name} meine Angaben und Fotos verarbeitet, um diese Meldung zu bearbeiten.`, { id: 'contact.consent' })}</span>
      </label>
    </div>
    ${fault ? html`<p class="wrong" id="fault-privacyConsent">${fault}</p>` : nothing}
  </div>`;
}

function agree(host: StepHost, agreed: boolean): void {
  host.drafts.change({ consentVersion: agreed ? host.site.privacyNotice.version : null });
  host.recheck();
}
