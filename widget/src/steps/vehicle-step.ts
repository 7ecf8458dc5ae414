import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { checkVehicle, doubtAboutPlate } from '../checks/check-vehicle.ts';
import { oneOfField, selectField, yesNoField } from '../fields/choice-field.ts';
import { suggestField } from '../fields/suggest-field.ts';
import { textField } from '../fields/text-field.ts';
import { isPrefilled } from '../link/prefill.ts';
import type { Step } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';
import { countryChoices, coverageChoices, driveTypeChoices, vehicleTypeChoices } from './choices.ts';

export const vehicleStep: Step = {
  heading: () => msg('Welches Fahrzeug ist es?', { id: 'vehicle.heading' }),
  explanation: () =>
    msg('Das Kennzeichen genügt. Je mehr Sie noch wissen, desto weniger muss die Werkstatt nachfragen.', { id: 'vehicle.explanation' }),
  styles: [fieldStyles],

  check: ({ drafts, today }) => checkVehicle(drafts.draft.vehicle, today),

  render(host) {
    const { vehicle } = host.drafts.draft;
    const german = (vehicle['plateCountry'] ?? 'D') === 'D';
    return html`<div class="fields">
      <div class="row">
        ${textField(host, {
          path: 'vehicle.licensePlate',
          label: msg('Kennzeichen', { id: 'vehicle.licensePlate' }),
          required: true,
          plate: true,
          maxLength: 20,
          placeholder: german ? 'KA-PA 777' : '',
          advice: german ? doubtAboutPlate(vehicle['licensePlate']) : undefined,
        })}
        ${selectField(host, { path: 'vehicle.plateCountry', label: msg('Land', { id: 'vehicle.plateCountry' }), required: true }, countryChoices())}
      </div>
      ${oneOfField(host, { path: 'vehicle.type', label: msg('Art des Fahrzeugs', { id: 'vehicle.type' }), layout: 'wrap' }, vehicleTypeChoices())}
      <div class="row">
        ${textField(host, { path: 'vehicle.makeModel', label: msg('Marke und Modell', { id: 'vehicle.makeModel' }), maxLength: 80, placeholder: 'VW Golf' })}
        ${textField(host, { path: 'vehicle.odometerKm', label: msg('Kilometerstand', { id: 'vehicle.odometerKm' }), inputMode: 'numeric', unit: 'km' })}
      </div>
      ${textField(host, {
        path: 'vehicle.location',
        label: msg('Wo steht das Fahrzeug jetzt?', { id: 'vehicle.location' }),
        maxLength: 200,
        help: msg('Zum Beispiel zu Hause, am Unfallort oder beim Abschleppdienst.', { id: 'vehicle.locationHelp' }),
      })}
      <details class="more" ?open=${['firstRegistration', 'vin', 'hsn', 'tsn'].some((field) => isPrefilled(host.drafts.draft, `vehicle.${field}`))}>
        <summary>${msg('Angaben aus dem Fahrzeugschein (freiwillig)', { id: 'vehicle.certificate' })}</summary>
        <div class="fields">
          <div class="row">
            ${textField(host, { path: 'vehicle.firstRegistration', label: msg('Erstzulassung', { id: 'vehicle.firstRegistration' }), type: 'date', max: host.today, help: msg('Feld B', { id: 'vehicle.fieldB' }) })}
            ${selectField(host, { path: 'vehicle.driveType', label: msg('Antrieb', { id: 'vehicle.driveType' }) }, driveTypeChoices())}
          </div>
          ${textField(host, { path: 'vehicle.vin', label: msg('Fahrgestellnummer (FIN)', { id: 'vehicle.vin' }), plate: true, maxLength: 25, help: msg('Feld E, 17 Zeichen', { id: 'vehicle.fieldE' }) })}
          <div class="row">
            ${textField(host, { path: 'vehicle.hsn', label: msg('Herstellerschlüssel (HSN)', { id: 'vehicle.hsn' }), inputMode: 'numeric', maxLength: 4, help: msg('Feld 2.1, vier Ziffern', { id: 'vehicle.field21' }) })}
            ${textField(host, { path: 'vehicle.tsn', label: msg('Typschlüssel (TSN)', { id: 'vehicle.tsn' }), plate: true, maxLength: 3, help: msg('Feld 2.2, die ersten drei Zeichen', { id: 'vehicle.field22' }) })}
          </div>
          ${yesNoField(host, { path: 'vehicle.leased', label: msg('Ist das Fahrzeug geleast oder finanziert?', { id: 'vehicle.leased' }) })}
        </div>
      </details>

      <h3>${msg('Versicherung', { id: 'insurance.heading' })}</h3>
      ${oneOfField(host, {
        path: 'insurance.coverage',
        label: msg('Wer soll den Schaden voraussichtlich bezahlen?', { id: 'insurance.coverage' }),
        help: msg('Wenn Sie unsicher sind, klärt das die Werkstatt mit Ihnen.', { id: 'insurance.coverageHelp' }),
      }, coverageChoices())}
      ${host.drafts.draft.insurance['coverage'] === 'selfPay'
        ? nothing
        : html`${suggestField(host, {
            path: 'insurance.insurer',
            label: msg('Versicherung', { id: 'insurance.insurer' }),
            help: msg('Aus der Liste wählen oder selbst eintippen', { id: 'insurance.insurerHelp' }),
            maxLength: 120,
            load: async () => (await import('@meldewerk/catalogue/insurers')).insurers,
          })}
            <div class="row">
              ${textField(host, { path: 'insurance.policyNumber', label: msg('Versicherungsschein-Nr.', { id: 'insurance.policyNumber' }), maxLength: 60 })}
              ${textField(host, { path: 'insurance.claimNumber', label: msg('Schadennummer', { id: 'insurance.claimNumber' }), maxLength: 60, help: msg('Falls schon gemeldet', { id: 'insurance.claimNumberHelp' }) })}
            </div>`}
    </div>`;
  },
};
