import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { agreedServicesSchema, type AgreedServices } from '@meldewerk/contract/appointment';
import type { ReportDetail } from '@meldewerk/contract/report';
import { errorText, hasStatus } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { carKindLabel, wishedServiceTexts } from '../appointment-words.ts';
import { saveAgreedServices } from '../data/appointments.ts';
import { controlStyles } from '../pages/forms/control-styles.ts';
import { addressOf, noServices } from './agreed-services.ts';
import { openWishes } from './turn-words.ts';

type Opening = { report: ReportDetail; onDone: () => void; onChangedMeanwhile: () => void };
type Trip = 'pickUp' | 'bringBack';
type Limit = { label: string; euros: string };

const mostLimits = 10;

/** What is promised beside the date: pick-up, bringing back, a replacement car, and what the customer's cover allows. */
export function openServicesDialog(opening: Opening) {
  const dialog = document.createElement('services-dialog');
  Object.assign(dialog, { opening });
  document.body.append(dialog);
}

export class ServicesDialog extends LitElement {
  static override properties = { opening: { attribute: false }, services: { state: true }, limits: { state: true }, fault: { state: true }, saving: { state: true } };
  declare opening: Opening;
  declare services: AgreedServices;
  /** Amounts as typed. */
  declare limits: Limit[];
  declare fault: string;
  declare saving: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { services: noServices, limits: [], fault: '', saving: false });
  }

  static override styles = [
    base, controlStyles,
    css`
      wa-dialog { --width: min(40rem, 96vw); }
      .body { display: grid; gap: 1.1rem; }
      fieldset { display: grid; gap: 0.5rem; }
      .details { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.6rem; padding-inline-start: 1.75rem; }
      .limit { display: grid; grid-template-columns: minmax(0, 1fr) 8rem auto; gap: 0.5rem; align-items: end; }
      .limit button { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; padding: 0; border: 0; border-radius: 6px; background: none; color: var(--wa-color-text-quiet); cursor: pointer; }
      .wide { grid-column: 1 / -1; }
      .wished { padding: 0.6rem 0.9rem; border-radius: 8px; background: var(--wa-color-surface-lowered); }
      legend { font-weight: 650; }
      @media (max-width: 30rem) { .details { grid-template-columns: minmax(0, 1fr); padding-inline-start: 0; } .limit { grid-template-columns: minmax(0, 1fr) 5.5rem auto; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    this.services = structuredClone(this.opening.report.appointments.agreedServices ?? noServices);
    this.limits = this.services.coverLimits.map(({ label, amountCents }) => ({ label, euros: amountCents === null ? '' : String(amountCents / 100).replace('.', ',') }));
  }

  override render() {
    const wished = wishedServiceTexts(openWishes(this.opening.report.appointments)?.services ?? null);
    return html`
      <wa-dialog label=${msg('Neben dem Termin vereinbart', { id: 'services.title' })} open @wa-after-hide=${this.#closed}>
        <div class="body">
          ${wished.length > 0 ? html`<p class="wished">${msg('Der Kunde wünscht', { id: 'services.wished' })}: <strong>${wished.join(', ')}</strong></p>` : nothing}
          ${this.#trip('pickUp', msg('Wir holen das Fahrzeug ab', { id: 'services.wePickUp' }))}
          ${this.#trip('bringBack', msg('Wir bringen das Fahrzeug zurück', { id: 'services.weBring' }))}
          ${this.#car()}
          <fieldset>
            <legend>${msg('Was die Deckung erlaubt', { id: 'services.limits' })}</legend>
            ${this.limits.map((limit, index) => this.#limit(limit, index))}
            ${this.limits.length < mostLimits ? html`<div><button type="button" class="text-button" @click=${() => (this.limits = [...this.limits, { label: '', euros: '' }])}>${msg('Grenze hinzufügen', { id: 'services.addLimit' })}</button></div>` : nothing}
          </fieldset>
          <div class="field"><label for="note">${msg('Sonst vereinbart', { id: 'services.note' })}</label><textarea id="note" rows="2" maxlength="500" .value=${this.services.note ?? ''} @input=${(event: Event) => (this.services = { ...this.services, note: typed(event) })}></textarea></div>
          ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
        </div>
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        <wa-button slot="footer" variant="brand" ?loading=${this.saving} @click=${() => void this.#save()}>${msg('Speichern', { id: 'reminders.save' })}</wa-button>
      </wa-dialog>
    `;
  }

  #trip(trip: Trip, label: string) {
    const { [trip]: agreed } = this.services;
    const change = (changes: { address?: string; at?: string }) => (this.services = { ...this.services, [trip]: { address: agreed?.address, at: agreed?.at, ...changes } });
    return html`<fieldset>
      <legend class="visually-hidden">${label}</legend>
      <label class="choice"><input type="checkbox" .checked=${agreed !== null} @change=${(event: Event) => (this.services = { ...this.services, [trip]: isChecked(event) ? { address: addressOf(this.opening.report), at: undefined } : null })} /><strong>${label}</strong></label>
      ${agreed ? html`<div class="details">
        <div class="field"><label for="${trip}-at">${msg('Wann', { id: 'services.when' })}</label><input id="${trip}-at" maxlength="60" placeholder=${msg('zum Beispiel 7:30 Uhr', { id: 'services.whenExample' })} .value=${agreed.at ?? ''} @input=${(event: Event) => change({ at: typed(event) })} /></div>
        <div class="field"><label for="${trip}-address">${msg('Wo', { id: 'services.where' })}</label><input id="${trip}-address" maxlength="200" .value=${agreed.address ?? ''} @input=${(event: Event) => change({ address: typed(event) })} /></div>
      </div>` : nothing}
    </fieldset>`;
  }

  #car() {
    const { replacementCar: car } = this.services;
    const wished = openWishes(this.opening.report.appointments)?.services?.replacementCarNeeds;
    const change = (changes: Partial<NonNullable<typeof car>>) => car && (this.services = { ...this.services, replacementCar: { ...car, ...changes } });
    const label = msg('Der Kunde bekommt einen Ersatzwagen', { id: 'services.givesCar' });
    return html`<fieldset>
      <legend class="visually-hidden">${label}</legend>
      <label class="choice"><input type="checkbox" .checked=${car !== null} @change=${(event: Event) => (this.services = { ...this.services, replacementCar: isChecked(event) ? { kind: 'courtesyCar', vehicleClass: wished?.slice(0, 80), from: null, to: null, paidBy: undefined } : null })} /><strong>${label}</strong></label>
      ${car ? html`<div class="details">
        <div class="field"><label for="kind">${msg('Woher', { id: 'services.kind' })}</label><select id="kind" @change=${(event: Event) => change({ kind: typed(event) === 'rentalCar' ? 'rentalCar' : 'courtesyCar' })}>
          ${(['courtesyCar', 'rentalCar'] as const).map((kind) => html`<option value=${kind} ?selected=${kind === car.kind}>${carKindLabel(kind)}</option>`)}</select></div>
        <div class="field"><label for="class">${msg('Klasse, Ausstattung', { id: 'services.class' })}</label><input id="class" maxlength="80" .value=${car.vehicleClass ?? ''} @input=${(event: Event) => change({ vehicleClass: typed(event) })} /></div>
        <div class="field"><label for="car-from">${msg('Von', { id: 'services.from' })}</label><input id="car-from" type="date" .value=${car.from ?? ''} @input=${(event: Event) => change({ from: typed(event) || null })} /></div>
        <div class="field"><label for="car-to">${msg('Bis', { id: 'services.to' })}</label><input id="car-to" type="date" min=${car.from ?? nothing} .value=${car.to ?? ''} @input=${(event: Event) => change({ to: typed(event) || null })} /></div>
        <div class="field wide"><label for="paid">${msg('Wer zahlt', { id: 'services.paidBy' })}</label><input id="paid" maxlength="80" .value=${car.paidBy ?? ''} @input=${(event: Event) => change({ paidBy: typed(event) })} /></div>
      </div>` : nothing}
    </fieldset>`;
  }

  #limit(limit: Limit, index: number) {
    const change = (changes: Partial<Limit>) => (this.limits = this.limits.map((candidate, at) => (at === index ? { ...candidate, ...changes } : candidate)));
    return html`<div class="limit">
      <div class="field"><label for="limit-${index}">${msg('Grenze', { id: 'services.limit' })}</label><input id="limit-${index}" maxlength="120" placeholder=${msg('zum Beispiel Mietwagen höchstens 14 Tage', { id: 'services.limitExample' })} .value=${limit.label} @input=${(event: Event) => change({ label: typed(event) })} /></div>
      <div class="field"><label for="amount-${index}">${msg('Betrag in €', { id: 'services.amount' })}</label><input id="amount-${index}" inputmode="decimal" aria-invalid=${centsOf(limit.euros) === undefined ? 'true' : nothing} .value=${limit.euros} @input=${(event: Event) => change({ euros: typed(event) })} /></div>
      <button type="button" aria-label=${msg(str`Grenze ${index + 1} entfernen`, { id: 'services.removeLimit' })} @click=${() => (this.limits = this.limits.filter((_, at) => at !== index))}><wa-icon name="trash"></wa-icon></button>
    </div>`;
  }

  async #save() {
    if (this.saving) return;
    const { report, onDone, onChangedMeanwhile } = this.opening;
    const stated = this.limits.filter(({ label, euros }) => label.trim() || euros.trim());
    const wrong = stated.findIndex(({ label, euros }) => !label.trim() || centsOf(euros) === undefined);
    if (wrong >= 0) return void (this.fault = msg('Bitte geben Sie zu jeder Grenze an, wofür sie gilt, und den Betrag in Euro, zum Beispiel 600 oder 600,50.', { id: 'services.limitWrong' }));
    const coverLimits = stated.map(({ label, euros }) => ({ label, amountCents: centsOf(euros) ?? null }));
    const parsed = v.safeParse(agreedServicesSchema, { ...this.services, coverLimits });
    if (!parsed.success) return void (this.fault = msg('Bitte prüfen Sie die Angaben.', { id: 'services.wrong' }));
    this.saving = true;
    this.fault = '';
    try {
      await saveAgreedServices(report.id, { seenVersion: report.appointments.agreedVersion, services: isEmpty(parsed.output) ? null : parsed.output });
      onDone();
      this.#hide();
    } catch (error) {
      this.fault = hasStatus(error, 409) ? msg('Inzwischen hat jemand anderes hier etwas geändert. Ihre Eingaben sind nicht gespeichert. Schließen Sie dieses Fenster und sehen Sie nach.', { id: 'services.changedMeanwhile' }) : errorText(error);
      if (hasStatus(error, 409)) onChangedMeanwhile();
    } finally {
      this.saving = false;
    }
  }

  #hide() {
    const dialog = this.renderRoot.querySelector('wa-dialog');
    if (dialog) dialog.open = false;
  }

  #closed(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

/** Null where nothing is typed, undefined where it is no amount. */
function centsOf(typedEuros: string): number | null | undefined {
  const text = typedEuros.replace(/[\s€]/g, '');
  if (!text) return null;
  if (!/^(\d{1,7}|\d{1,3}(\.\d{3})+)([.,]\d{1,2})?$/.test(text)) return undefined;
  const [whole = '', part = ''] = /[.,]\d{1,2}$/.test(text) ? text.split(/[.,](?=\d{1,2}$)/) : [text];
  const cents = Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0'));
  return cents <= 100_000_000 ? cents : undefined;
}

function isEmpty({ pickUp, bringBack, replacementCar, coverLimits, note }: AgreedServices): boolean {
  return !pickUp && !bringBack && !replacementCar && coverLimits.length === 0 && !note;
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
}

function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

customElements.define('services-dialog', ServicesDialog);

declare global {
  interface HTMLElementTagNameMap {
    'services-dialog': ServicesDialog;
  }
}
