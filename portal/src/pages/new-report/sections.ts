import { msg } from '@lit/localize';
import { partnerKinds, type Partner } from '@meldewerk/contract/partner';
import { coverages, vehicleTypes } from '@meldewerk/contract/report';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import { html, nothing, type TemplateResult } from 'lit';
import { allCategories } from '../../categories.ts';
import type { ChosenForm } from '../../data/forms.ts';
import { coverageLabel, partnerKindLabel, vehicleTypeLabel } from '../../labels.ts';
import { currentLanguage } from '../../locale.ts';
import { paths } from '../../router.ts';
import '../forms/form-picker.ts';
import { choiceField, option, textField, type FormView } from './field.ts';

export function customerFields(view: FormView, phoneHint: TemplateResult | typeof nothing) {
  return section('customer', 'user', msg('Kunde', { id: 'list.customer' }), html`
    ${textField(view, { name: 'firstName', span: 3, capitals: 'words', maxLength: 80, first: true })}
    ${textField(view, { name: 'lastName', span: 3, capitals: 'words', maxLength: 80 })}
    ${textField(view, { name: 'phone', span: 3, type: 'tel', inputmode: 'tel', maxLength: 25, hint: phoneHint })}
    ${textField(view, { name: 'email', span: 3, type: 'email', inputmode: 'email', capitals: 'off', maxLength: 254 })}
    ${textField(view, { name: 'company', span: 6, capitals: 'words', maxLength: 120 })}
    ${textField(view, { name: 'street', span: 3, capitals: 'words', maxLength: 120 })}
    ${textField(view, { name: 'postalCode', span: 1, inputmode: 'numeric', maxLength: 12 })}
    ${textField(view, { name: 'city', span: 2, capitals: 'words', maxLength: 80 })}
  `);
}

export function vehicleFields(view: FormView) {
  const { licensePlate, plateCountry } = view.typed;
  const unusual = licensePlate.trim() !== '' && plateCountry === 'D' && !readLicensePlate(licensePlate).regularGerman;
  return section('vehicle', 'car', msg('Fahrzeug', { id: 'detail.vehicle' }), html`
    ${textField(view, {
      name: 'licensePlate', span: 2, capitals: 'characters', maxLength: 20,
      hint: unusual ? html`${msg('Kein übliches deutsches Kennzeichen; es wird so übernommen.', { id: 'prepare.unusualPlate' })}` : nothing,
    })}
    ${textField(view, { name: 'makeModel', span: 2, capitals: 'words', maxLength: 80 })}
    ${choiceField(view, { name: 'type', span: 2, options: html`${option(view, 'type', '', msg('Sagt der Kunde', { id: 'prepare.customerSays' }))}${vehicleTypes.map((type) => option(view, 'type', type, vehicleTypeLabel(type)))}` })}
    ${textField(view, { name: 'vin', span: 3, capitals: 'characters', maxLength: 25 })}
    ${textField(view, { name: 'firstRegistration', span: 3, type: 'date' })}
    ${textField(view, { name: 'hsn', span: 2, inputmode: 'numeric', maxLength: 4 })}
    ${textField(view, { name: 'tsn', span: 2, capitals: 'characters', maxLength: 3 })}
    ${textField(view, { name: 'odometerKm', span: 2, inputmode: 'numeric', maxLength: 12 })}
  `);
}

export function damageFields(view: FormView, today: string) {
  return section('damage', 'warning', msg('Schaden', { id: 'list.category' }), html`
    ${choiceField(view, {
      name: 'category', span: 3,
      options: html`${option(view, 'category', '', msg('Sagt der Kunde', { id: 'prepare.customerSays' }))}${allCategories().map(({ id, label }) => option(view, 'category', id, label[currentLanguage()]))}`,
    })}
    ${textField(view, { name: 'incidentDate', span: 3, type: 'date', max: today })}
  `);
}

export function insuranceFields(view: FormView, insurers: readonly string[]) {
  return section('insurance', 'shield', msg('Versicherung', { id: 'detail.insurance' }), html`
    ${choiceField(view, { name: 'coverage', span: 3, options: html`${coverages.map((coverage) => option(view, 'coverage', coverage, coverageLabel(coverage)))}` })}
    ${textField(view, { name: 'insurer', span: 3, maxLength: 120, list: 'insurers', placeholder: msg('Auswählen oder eintippen', { id: 'prepare.insurerHint' }) })}
    <datalist id="insurers">${insurers.map((name) => html`<option value=${name}></option>`)}</datalist>
    ${textField(view, { name: 'policyNumber', span: 3, maxLength: 60 })}
    ${textField(view, { name: 'claimNumber', span: 3, maxLength: 60 })}
  `);
}

/** Without an activated partner only the way to get one. `reload` is there when the list could not be had. */
export function partnerFields(view: FormView, partners: Partner[] | undefined, reload: (() => void) | undefined) {
  const kinds = partnerKinds.filter((kind) => partners?.some((partner) => partner.kind === kind));
  const { partnerId } = view.typed;
  const switchedOff = partnerId !== '' && partners !== undefined && !partners.some(({ id }) => id === partnerId);
  return section('partner', 'briefcase', msg('Schadensteuerer oder Leasing', { id: 'prepare.partner' }), html`
    ${kinds.length === 0 && !switchedOff ? nothing : html`
      ${choiceField(view, {
        name: 'partnerId', span: 3,
        options: html`${option(view, 'partnerId', '', msg('Keiner', { id: 'prepare.noPartner' }))}
          ${switchedOff ? option(view, 'partnerId', partnerId, msg('Nicht mehr freigeschaltet', { id: 'prepare.partnerOff' })) : nothing}
          ${kinds.map((kind) => html`<optgroup label=${partnerKindLabel(kind)}>${partners?.filter((partner) => partner.kind === kind).map(({ id, name }) => option(view, 'partnerId', id, name))}</optgroup>`)}`,
      })}
      ${partnerId
        ? textField(view, { name: 'orderNumber', span: 3, maxLength: 60 })
        : nothing}`}
    ${reload ? html`<p class="span-6 fault" role="status"><wa-icon name="error"></wa-icon><span>${msg('Die Partner ließen sich nicht laden.', { id: 'prepare.noPartnerList' })} <button type="button" class="text-button" @click=${reload}>${msg('Erneut versuchen', { id: 'message.retry' })}</button></span></p>` : nothing}
    <p class="span-6 aside"><a href="${paths.support}#newPartner">${msg('Wir arbeiten jetzt auch mit …', { id: 'prepare.newPartner' })}</a></p>
  `);
}

/** Which forms fit depends on who pays, and on the partner. */
export function formsSection({ typed }: FormView, forms: ChosenForm[], locked: ReadonlySet<string>, onChoose: (forms: ChosenForm[]) => void) {
  return html`
    <section class="card" aria-labelledby="forms-title">
      <h2 id="forms-title"><wa-icon name="signature"></wa-icon>${msg('Formulare zum Unterschreiben', { id: 'prepare.forms' })}</h2>
      <form-picker .coverage=${typed.coverage} .hasPartner=${typed.partnerId !== ''} .language=${typed.language} .chosen=${forms} .locked=${locked}
        @forms-chosen=${(event: CustomEvent<ChosenForm[]>) => onChoose(event.detail)}></form-picker>
    </section>
  `;
}

function section(id: string, icon: string, title: string, fields: TemplateResult) {
  return html`
    <section class="card" aria-labelledby="${id}-title">
      <h2 id="${id}-title"><wa-icon name=${icon}></wa-icon>${title}</h2>
      <div class="fields">${fields}</div>
    </section>
  `;
}
