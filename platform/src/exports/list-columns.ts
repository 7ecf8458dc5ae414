import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { coverageLabels, driveTypeLabels, partnerKindLabels, roleLabels, vehicleTypeLabels } from '@meldewerk/contract/labels';
import { damageCode, damageLine } from '@meldewerk/contract/damage-words';
import type { StaffLanguage, LocalizedText } from '@meldewerk/contract/language';
import { labelOfStatus, type Workflow } from '@meldewerk/contract/workflow';
import type { Cell, CellKind } from '@meldewerk/spreadsheets/cell';
import type { ExportedRow } from './exported-rows.ts';

/** What the codes of a row are called. */
export type Words = { language: StaffLanguage; workflow: Workflow; categoryOf: (row: ExportedRow) => LocalizedText | null };
export type ListColumn = { heading: LocalizedText; width: number; kind: CellKind; read: (row: ExportedRow, words: Words) => Cell };

const text = (de: string, en: string, width: number, read: (row: ExportedRow, words: Words) => string | null | undefined): ListColumn => ({ heading: { de, en }, width, kind: 'text', read: (row, words) => read(row, words) ?? null });
const number = (de: string, en: string, width: number, read: (row: ExportedRow) => number | null | undefined): ListColumn => ({ heading: { de, en }, width, kind: 'number', read: (row) => read(row) ?? null });
const day = (de: string, en: string, read: (row: ExportedRow) => unknown): ListColumn => ({ heading: { de, en }, width: 12, kind: 'day', read: (row) => dayCell(read(row)) });
const moment = (de: string, en: string, read: (row: ExportedRow) => string | null): ListColumn => ({ heading: { de, en }, width: 17, kind: 'moment', read: (row) => instantCell(read(row)) });
const yesNo = (value: unknown, language: StaffLanguage) => (typeof value === 'boolean' ? { de: value ? 'Ja' : 'Nein', en: value ? 'Yes' : 'No' }[language] : null);
const priorities = { low: { de: 'Niedrig', en: 'Low' }, normal: { de: 'Normal', en: 'Normal' }, high: { de: 'Hoch', en: 'High' } };

/** One row for each report: what a workshop sorts, counts and passes on. */
export const listColumns: ListColumn[] = [
  text('Vorgangsnummer', 'Reference', 18, ({ reference }) => reference),
  text('Status', 'Status', 18, ({ status, sub_status }, { workflow, language }) => labelOfStatus(workflow, reportStatuses.find((known): known is ReportStatus => known === status) ?? 'submitted', sub_status)[language]),
  moment('Angelegt', 'Listed', ({ listed_at }) => listed_at),
  moment('Eingang', 'Received', ({ submitted_at }) => submitted_at),
  text('Schadenart', 'Category', 20, (row, { categoryOf, language }) => categoryOf(row)?.[language]),
  text('Kennzeichen', 'Licence plate', 14, ({ vehicle }) => vehicle.licensePlate),
  text('Marke und Modell', 'Make and model', 22, ({ vehicle }) => vehicle.makeModel),
  text('Fahrzeugart', 'Kind of vehicle', 14, ({ vehicle }, { language }) => vehicle.type && vehicleTypeLabels[vehicle.type][language]),
  day('Erstzulassung', 'First registration', ({ vehicle }) => vehicle.firstRegistration),
  text('FIN', 'VIN', 20, ({ vehicle }) => vehicle.vin),
  text('HSN', 'HSN', 8, ({ vehicle }) => vehicle.hsn),
  text('TSN', 'TSN', 8, ({ vehicle }) => vehicle.tsn),
  number('Kilometerstand', 'Odometer (km)', 14, ({ vehicle }) => vehicle.odometerKm),
  text('Antrieb', 'Drive', 12, ({ vehicle }, { language }) => vehicle.driveType && driveTypeLabels[vehicle.driveType][language]),
  text('Rolle', 'Role', 16, ({ reporter }, { language }) => reporter.role && roleLabels[reporter.role][language]),
  text('Vorname', 'First name', 16, ({ reporter }) => reporter.firstName),
  text('Nachname', 'Last name', 18, ({ reporter }) => reporter.lastName),
  text('Firma', 'Company', 22, ({ reporter }) => reporter.company),
  text('Telefon', 'Phone', 18, ({ reporter }) => reporter.phone),
  text('E-Mail', 'E-mail', 28, ({ reporter }) => reporter.email),
  text('Straße', 'Street', 24, ({ reporter }) => reporter.street),
  text('PLZ', 'Postcode', 8, ({ reporter }) => reporter.postalCode),
  text('Ort', 'Town', 18, ({ reporter }) => reporter.city),
  text('Wer zahlt', 'Who pays', 24, ({ insurance }, { language }) => coverageLabels[insurance.coverage]?.[language]),
  text('Versicherer', 'Insurer', 24, ({ insurance }) => insurance.insurer),
  text('Versicherungsschein-Nr.', 'Policy number', 20, ({ insurance }) => insurance.policyNumber),
  text('Schadennummer', 'Claim number', 20, ({ insurance }) => insurance.claimNumber),
  text('Partner', 'Partner', 22, ({ partner }) => partner?.name),
  text('Partnerart', 'Kind of partner', 18, ({ partner }, { language }) => partner && partnerKindLabels[partner.kind][language]),
  text('Auftragsnummer', 'Order number', 18, ({ partner }) => partner?.orderNumber),
  day('Schadentag', 'Day of the damage', ({ answers, incident_date }) => answers['incidentDate'] ?? incident_date),
  text('Schadenort', 'Place of the damage', 28, ({ answers }) => answerText(answers['incidentPlace'])),
  text('Was ist passiert', 'What happened', 50, ({ answers }) => answerText(answers['incidentDescription'])),
  text('Fahrbereit', 'Can be driven', 11, ({ answers }, { language }) => yesNo(answers['drivable'], language)),
  { heading: { de: 'Geschätzter Betrag', en: 'Estimated amount' }, width: 16, kind: 'money', read: ({ answers }) => moneyCell(answers['estimatedAmount'] ?? answers['stolenValue']) },
  text('Markierte Schäden', 'Marked damages', 40, ({ damages, vehicle }, { language }) => damages.map((spot) => damageLine(spot, vehicle.type)[language]).join('; ') || null),
  text('Schäden (Codes)', 'Damages (codes)', 30, ({ damages }) => damages.map(damageCode).join('; ') || null),
  number('Fotos', 'Photos', 8, ({ photo_count }) => photo_count),
  moment('Termin', 'Appointment', ({ appointment_at }) => appointment_at),
  text('Zuständig', 'Assigned to', 20, ({ assignee_name }) => assignee_name),
  text('Dringlichkeit', 'Priority', 12, ({ priority }, { language }) => priorities[priority][language]),
  text('Stichwörter', 'Tags', 22, ({ tags }) => tags.join(', ')),
  day('Frist', 'Due', ({ due_on }) => due_on),
  text('Nächster Schritt', 'Next step', 30, ({ next_step }) => next_step),
  moment('Erledigt', 'Closed', ({ closed_at }) => closed_at),
];

function dayCell(value: unknown): Cell {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? { day: value } : null;
}

function instantCell(value: string | null): Cell {
  return value === null ? null : { instant: value };
}

function moneyCell(value: unknown): Cell {
  return typeof value === 'number' ? { cents: value } : null;
}

/** A place is a text, or what the device said of itself. */
function answerText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
