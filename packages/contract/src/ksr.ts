import * as v from 'valibot';
import { optionalText, requiredText } from './identifier.ts';
import type { LocalizedText } from './language.ts';

/** What of a report a column of the KSR workbook can hold. The ids stand in workshops' settings: they only ever grow in number. */
export const ksrFields = {
  reference: { de: 'Vorgangsnummer', en: 'Reference' },
  submittedOn: { de: 'Eingang (Tag)', en: 'Received (day)' },
  category: { de: 'Schadenart', en: 'Category' },
  incidentDate: { de: 'Schadentag', en: 'Day of the damage' },
  incidentTime: { de: 'Schadenzeit', en: 'Time of the damage' },
  incidentPlace: { de: 'Schadenort', en: 'Place of the damage' },
  incidentDescription: { de: 'Schadenhergang', en: 'What happened' },
  drivable: { de: 'Fahrbereit', en: 'Can be driven' },
  licensePlate: { de: 'Kennzeichen', en: 'Licence plate' },
  plateCountry: { de: 'Zulassungsland', en: 'Country of registration' },
  vehicleType: { de: 'Fahrzeugart', en: 'Kind of vehicle' },
  makeModel: { de: 'Marke und Modell', en: 'Make and model' },
  vin: { de: 'FIN', en: 'VIN' },
  hsn: { de: 'HSN', en: 'HSN' },
  tsn: { de: 'TSN', en: 'TSN' },
  firstRegistration: { de: 'Erstzulassung', en: 'First registration' },
  odometerKm: { de: 'Kilometerstand', en: 'Odometer (km)' },
  driveType: { de: 'Antrieb', en: 'Drive' },
  leased: { de: 'Leasing', en: 'Leased' },
  vehicleLocation: { de: 'Standort des Fahrzeugs', en: 'Location of the vehicle' },
  role: { de: 'Rolle des Kunden', en: 'Role of the customer' },
  company: { de: 'Firma', en: 'Company' },
  firstName: { de: 'Vorname', en: 'First name' },
  lastName: { de: 'Nachname', en: 'Last name' },
  street: { de: 'Straße', en: 'Street' },
  postalCode: { de: 'PLZ', en: 'Postcode' },
  city: { de: 'Ort', en: 'Town' },
  phone: { de: 'Telefon', en: 'Phone' },
  email: { de: 'E-Mail', en: 'E-mail' },
  coverage: { de: 'Wer zahlt', en: 'Who pays' },
  insurer: { de: 'Versicherer', en: 'Insurer' },
  policyNumber: { de: 'Versicherungsschein-Nr.', en: 'Policy number' },
  claimNumber: { de: 'Schadennummer', en: 'Claim number' },
  partner: { de: 'Partner', en: 'Partner' },
  partnerKind: { de: 'Partnerart', en: 'Kind of partner' },
  orderNumber: { de: 'Auftragsnummer des Partners', en: 'Order number of the partner' },
  appointment: { de: 'Vereinbarter Termin', en: 'Agreed appointment' },
  assignee: { de: 'Zuständig', en: 'Assigned to' },
  damages: { de: 'Markierte Schäden', en: 'Marked damages' },
  damageCodes: { de: 'Markierte Schäden (Codes)', en: 'Marked damages (codes)' },
  damageCount: { de: 'Anzahl markierter Schäden', en: 'Number of marked damages' },
  photoCount: { de: 'Anzahl Fotos', en: 'Number of photos' },
} as const satisfies Record<string, LocalizedText>;
export type KsrField = keyof typeof ksrFields;
export const ksrFieldIds = Object.keys(ksrFields) as KsrField[];

export const ksrLimits = { columns: 100 } as const;

/** From a field of the report, from the answer to a question of the catalogue, or the same text in every workbook. */
export const ksrSourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('field'), field: v.picklist(ksrFieldIds) }),
  v.object({ kind: v.literal('answer'), questionId: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/)) }),
  v.object({ kind: v.literal('constant'), text: optionalText(200) }),
]);
export type KsrSource = v.InferOutput<typeof ksrSourceSchema>;

/** One column of the sheet "Auftrag". Two columns may not have one heading: the program that takes it in goes by headings. */
export const ksrColumnSchema = v.object({ heading: requiredText(60), source: ksrSourceSchema });
export type KsrColumn = v.InferOutput<typeof ksrColumnSchema>;
export const ksrColumnsSchema = v.pipe(
  v.array(ksrColumnSchema),
  v.minLength(1),
  v.maxLength(ksrLimits.columns),
  v.check((columns) => new Set(columns.map(({ heading }) => heading.toLowerCase())).size === columns.length, 'a heading is there twice'),
);

/** Null goes back to the default. */
export const saveKsrColumnsSchema = v.object({ columns: v.nullable(ksrColumnsSchema) });
export const previewKsrColumnsSchema = v.object({ columns: ksrColumnsSchema });
export const ksrSettingsSchema = v.object({ columns: v.array(ksrColumnSchema), isDefault: v.boolean(), defaultColumns: v.array(ksrColumnSchema), questions: v.array(v.object({ id: v.string(), label: v.object({ de: v.string(), en: v.string() }) })) });
export type KsrSettings = v.InferOutput<typeof ksrSettingsSchema>;
/** What the columns come to for one report, as a person reads it. */
export const ksrPreviewSchema = v.object({ cells: v.array(v.object({ heading: v.string(), value: v.string() })) });
export type KsrPreview = v.InferOutput<typeof ksrPreviewSchema>;
