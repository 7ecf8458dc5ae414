import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { requestableFields, type RequestableField, type WantedItem } from '@meldewerk/contract/missing-items';
import { checkVehicle, doubtAboutPlate } from '../../checks/check-vehicle.ts';
import type { FieldHost } from '../../fields/field-frame.ts';
import { questionField } from '../../fields/question-field.ts';
import { readAnswer } from '../../fields/read-typed.ts';
import { suggestField } from '../../fields/suggest-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { TypedFields } from '../../draft.ts';
import type { Fault } from '../../flow.ts';
import type { StepHost } from '../../step.ts';
import type { Gift } from './gift-store.ts';

export type FieldItem = Extract<WantedItem, { kind: 'field' | 'answer' }>;
type Host = FieldHost & Pick<StepHost, 'language' | 'today'>;

/** The fields to be filled, as in the report itself. */
export function renderFields(host: Host, item: FieldItem): TemplateResult {
  if (item.kind === 'answer') return questionField(host, { ...item.question, required: true });
  return html`${fields[item.field](host)}`;
}

const fields: Record<RequestableField, (host: Host) => TemplateResult | TemplateResult[]> = {
  licensePlate: (host) => textField(host, { path: 'vehicle.licensePlate', label: msg('Kennzeichen', { id: 'vehicle.licensePlate' }), required: true, plate: true, short: true, maxLength: 20, advice: doubtAboutPlate(host.drafts.get('vehicle.licensePlate')) }),
  makeModel: (host) => textField(host, { path: 'vehicle.makeModel', label: msg('Marke und Modell', { id: 'vehicle.makeModel' }), required: true, maxLength: 80, placeholder: 'VW Golf' }),
  vin: (host) => textField(host, { path: 'vehicle.vin', label: msg('Fahrgestellnummer (FIN)', { id: 'vehicle.vin' }), required: true, plate: true, maxLength: 25, help: msg('Im Fahrzeugschein Feld E, 17 Zeichen', { id: 'items.vinHelp' }) }),
  firstRegistration: (host) => textField(host, { path: 'vehicle.firstRegistration', label: msg('Erstzulassung', { id: 'vehicle.firstRegistration' }), required: true, type: 'date', short: true, max: host.today, help: msg('Im Fahrzeugschein Feld B', { id: 'items.registrationHelp' }) }),
  keyNumbers: (host) => [
    textField(host, { path: 'vehicle.hsn', label: msg('Herstellerschlüssel (HSN)', { id: 'vehicle.hsn' }), required: true, short: true, inputMode: 'numeric', maxLength: 4, help: msg('Feld 2.1, vier Ziffern', { id: 'vehicle.field21' }) }),
    textField(host, { path: 'vehicle.tsn', label: msg('Typschlüssel (TSN)', { id: 'vehicle.tsn' }), required: true, short: true, plate: true, maxLength: 3, help: msg('Feld 2.2, die ersten drei Zeichen', { id: 'vehicle.field22' }) }),
  ],
  odometerKm: (host) => textField(host, { path: 'vehicle.odometerKm', label: msg('Kilometerstand', { id: 'vehicle.odometerKm' }), required: true, short: true, inputMode: 'numeric', maxLength: 9, unit: 'km' }),
  insurer: (host) => suggestField(host, { path: 'insurance.insurer', label: msg('Versicherung', { id: 'insurance.insurer' }), required: true, maxLength: 120, load: async () => (await import('@meldewerk/catalogue/insurers')).insurers }),
  policyNumber: (host) => textField(host, { path: 'insurance.policyNumber', label: msg('Versicherungsschein-Nr.', { id: 'insurance.policyNumber' }), required: true, maxLength: 60 }),
  claimNumber: (host) => textField(host, { path: 'insurance.claimNumber', label: msg('Schadennummer', { id: 'insurance.claimNumber' }), required: true, maxLength: 60, help: msg('Von Ihrer Versicherung, sobald Sie den Schaden dort gemeldet haben', { id: 'items.claimHelp' }) }),
  address: (host) => [
    textField(host, { path: 'reporter.street', label: msg('Straße und Hausnummer', { id: 'contact.street' }), required: true, maxLength: 120, autocomplete: 'address-line1' }),
    textField(host, { path: 'reporter.postalCode', label: msg('Postleitzahl', { id: 'contact.postalCode' }), required: true, short: true, maxLength: 12, inputMode: 'numeric', autocomplete: 'postal-code' }),
    textField(host, { path: 'reporter.city', label: msg('Ort', { id: 'contact.city' }), required: true, maxLength: 80, autocomplete: 'address-level2' }),
  ],
  phone: (host) => textField(host, { path: 'reporter.phone', label: msg('Telefonnummer', { id: 'items.phone' }), required: true, type: 'tel', maxLength: 25, autocomplete: 'tel' }),
  email: (host) => textField(host, { path: 'reporter.email', label: msg('E-Mail-Adresse', { id: 'items.email' }), required: true, type: 'email', maxLength: 254, autocomplete: 'email' }),
};

/** Where what is typed for an item goes. */
export function pathsOf(item: FieldItem): readonly string[] {
  return item.kind === 'answer' ? [`answers.${item.question.id}`] : requestableFields[item.field];
}

/** What the report says already, to be put right; what is missing begins empty. */
export function begunWith(item: FieldItem): TypedFields {
  if (item.reason === 'missing') return {};
  const values = item.kind === 'answer' ? { [`answers.${item.question.id}`]: item.value } : item.values;
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [path, typeof value === 'number' ? String(value).replace('.', ',') : (value ?? undefined)]));
}

/** What is missing or cannot be, as far as the device can tell. */
export function checkItem(host: Host, item: FieldItem): Fault[] {
  const faults: Fault[] = pathsOf(item)
    .filter((path) => isEmpty(host.drafts.get(path)))
    .map((path) => ({ path, message: msg('Bitte füllen Sie dieses Feld aus.', { id: 'items.fieldEmpty' }) }));
  const vehicle = Object.fromEntries(pathsOf(item).filter((path) => path.startsWith('vehicle.')).map((path) => [path.slice('vehicle.'.length), host.drafts.get(path)]));
  return [...faults, ...checkVehicle(vehicle, host.today).filter(({ path }) => pathsOf(item).includes(path) && !faults.some((fault) => fault.path === path))];
}

/** What is sent of what was typed. */
export function giftOf(host: Host, item: FieldItem): Gift {
  const common = { itemId: item.id, at: Date.now() };
  if (item.kind === 'field') return { ...common, kind: 'values', values: Object.fromEntries(pathsOf(item).map((path) => [path, String(host.drafts.get(path) ?? '').trim()])) };
  return { ...common, kind: 'answer', answer: readAnswer(item.question, host.drafts.get(`answers.${item.question.id}`)) ?? '' };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}
