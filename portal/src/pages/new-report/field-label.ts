import { msg } from '@lit/localize';
import type { Language } from '@meldewerk/contract/language';
import type { Partner } from '@meldewerk/contract/partner';
import type { Preparation } from '@meldewerk/contract/preparation';
import { categoryLabel } from '../../categories.ts';
import { formatDay } from '../../format.ts';
import { coverageLabel, customerLanguageName, vehicleTypeLabel } from '../../labels.ts';
import type { FieldName } from './typed-preparation.ts';

export function fieldLabel(name: FieldName): string {
  return {
    firstName: msg('Vorname', { id: 'prepare.firstName' }),
    lastName: msg('Nachname', { id: 'prepare.lastName' }),
    phone: msg('Handynummer', { id: 'prepare.phone' }),
    email: msg('E-Mail', { id: 'channel.email' }),
    company: msg('Firma', { id: 'prepare.company' }),
    street: msg('Straße und Hausnummer', { id: 'prepare.street' }),
    postalCode: msg('PLZ', { id: 'prepare.postalCode' }),
    city: msg('Ort', { id: 'prepare.city' }),
    licensePlate: msg('Kennzeichen', { id: 'list.plate' }),
    makeModel: msg('Marke und Modell', { id: 'prepare.makeModel' }),
    type: msg('Fahrzeugart', { id: 'prepare.vehicleType' }),
    vin: msg('FIN', { id: 'detail.vin' }),
    firstRegistration: msg('Erstzulassung', { id: 'detail.firstRegistration' }),
    hsn: msg('HSN (Feld 2.1)', { id: 'prepare.hsn' }),
    tsn: msg('TSN (Feld 2.2)', { id: 'prepare.tsn' }),
    odometerKm: msg('Kilometerstand', { id: 'detail.odometer' }),
    category: msg('Art des Schadens', { id: 'prepare.category' }),
    incidentDate: msg('Tag des Schadens', { id: 'prepare.incidentDate' }),
    coverage: msg('Abrechnung über', { id: 'prepare.coverage' }),
    insurer: msg('Versicherer', { id: 'detail.insurer' }),
    policyNumber: msg('Versicherungsschein-Nr.', { id: 'detail.policyNumber' }),
    claimNumber: msg('Schadennummer', { id: 'detail.claimNumber' }),
    partnerId: msg('Partner', { id: 'prepare.partnerName' }),
    orderNumber: msg('Auftragsnummer des Partners', { id: 'prepare.orderNumber' }),
    plateCountry: msg('Land', { id: 'detail.country' }),
    language: msg('Sprache des Kunden', { id: 'sending.language' }),
  }[name];
}

/** A field's value as people read it. */
export function readableValue(name: FieldName, value: string, partners: Partner[]): string {
  if (value === '') return msg('leer', { id: 'prepare.empty' });
  switch (name) {
    case 'coverage': return coverageLabel(value as Preparation['insurance']['coverage']);
    case 'type': return vehicleTypeLabel(value as NonNullable<Preparation['vehicle']['type']>);
    case 'category': return categoryLabel(value);
    case 'firstRegistration':
    case 'incidentDate': return formatDay(value);
    case 'partnerId': return partners.find(({ id }) => id === value)?.name ?? value;
    case 'language': return customerLanguageName(value as Language);
    default: return value;
  }
}
