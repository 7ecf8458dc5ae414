import type { KsrColumn, KsrField } from '@meldewerk/contract/ksr';

const from = (heading: string, field: KsrField): KsrColumn => ({ heading, source: { kind: 'field', field } });

/**
 * What a workshop begins with. The layout that KSR takes in is not published: these are German headings as the trade uses
 * them, in the order of an order form, to be fitted to the workshop's own import.
 */
export const defaultKsrColumns: KsrColumn[] = [
  from('Auftragsnummer', 'reference'),
  from('Auftragsdatum', 'submittedOn'),
  from('Kennzeichen', 'licensePlate'),
  from('Fahrzeug', 'makeModel'),
  from('FIN', 'vin'),
  from('HSN', 'hsn'),
  from('TSN', 'tsn'),
  from('Erstzulassung', 'firstRegistration'),
  from('Kilometerstand', 'odometerKm'),
  from('Firma', 'company'),
  from('Vorname', 'firstName'),
  from('Nachname', 'lastName'),
  from('Straße', 'street'),
  from('PLZ', 'postalCode'),
  from('Ort', 'city'),
  from('Telefon', 'phone'),
  from('E-Mail', 'email'),
  from('Schadenart', 'category'),
  from('Schadentag', 'incidentDate'),
  from('Schadenort', 'incidentPlace'),
  from('Schadenhergang', 'incidentDescription'),
  from('Kostenträger', 'coverage'),
  from('Versicherung', 'insurer'),
  from('Versicherungsscheinnummer', 'policyNumber'),
  from('Schadennummer', 'claimNumber'),
  from('Schadensteuerer', 'partner'),
  from('Auftragsnummer Partner', 'orderNumber'),
  from('Termin', 'appointment'),
];
