import { damageCode, damageLine } from '@meldewerk/contract/damage-words';
import type { KsrColumn, KsrField, KsrSource } from '@meldewerk/contract/ksr';
import { coverageLabels, driveTypeLabels, partnerKindLabels, roleLabels, vehicleTypeLabels } from '@meldewerk/contract/labels';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Cell } from '@meldewerk/spreadsheets/cell';

/** What of a report the workbook is made from. */
export type KsrReport = Pick<
  ReportDetail,
  'reference' | 'submittedAt' | 'listedAt' | 'categoryLabel' | 'preparedIncidentDate' | 'answers' | 'damages' | 'vehicle' | 'reporter' | 'insurance' | 'partner' | 'photos' | 'appointments' | 'handling'
>;

/** One row under the columns' headings. Texts are German, whoever asks: a program reads them. */
export function toKsrRow(report: KsrReport, columns: KsrColumn[], timeZone: string): Cell[] {
  return columns.map(({ source }) => cellOf(report, source, timeZone));
}

function cellOf(report: KsrReport, source: KsrSource, timeZone: string): Cell {
  if (source.kind === 'constant') return source.text ?? null;
  if (source.kind === 'answer') return answerOf(report, source.questionId);
  return fields[source.field](report, timeZone) ?? null;
}

const fields: Record<KsrField, (report: KsrReport, timeZone: string) => Cell | undefined> = {
  reference: ({ reference }) => reference,
  submittedOn: ({ submittedAt, listedAt }, timeZone) => ({ day: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(submittedAt ?? listedAt)) }),
  category: ({ categoryLabel }) => categoryLabel?.de,
  incidentDate: (report) => answerOf(report, 'incidentDate') ?? (report.preparedIncidentDate ? { day: report.preparedIncidentDate } : null),
  incidentTime: (report) => answerOf(report, 'incidentTime'),
  incidentPlace: (report) => answerOf(report, 'incidentPlace'),
  incidentDescription: (report) => answerOf(report, 'incidentDescription'),
  drivable: (report) => answerOf(report, 'drivable'),
  licensePlate: ({ vehicle }) => vehicle.licensePlate,
  plateCountry: ({ vehicle }) => vehicle.plateCountry,
  vehicleType: ({ vehicle }) => vehicle.type && vehicleTypeLabels[vehicle.type].de,
  makeModel: ({ vehicle }) => vehicle.makeModel,
  vin: ({ vehicle }) => vehicle.vin,
  hsn: ({ vehicle }) => vehicle.hsn,
  tsn: ({ vehicle }) => vehicle.tsn,
  firstRegistration: ({ vehicle }) => (vehicle.firstRegistration ? { day: vehicle.firstRegistration } : null),
  odometerKm: ({ vehicle }) => vehicle.odometerKm,
  driveType: ({ vehicle }) => vehicle.driveType && driveTypeLabels[vehicle.driveType].de,
  leased: ({ vehicle }) => vehicle.leased,
  vehicleLocation: ({ vehicle }) => vehicle.location,
  role: ({ reporter }) => reporter.role && roleLabels[reporter.role].de,
  company: ({ reporter }) => reporter.company,
  firstName: ({ reporter }) => reporter.firstName,
  lastName: ({ reporter }) => reporter.lastName,
  street: ({ reporter }) => reporter.street,
  postalCode: ({ reporter }) => reporter.postalCode,
  city: ({ reporter }) => reporter.city,
  phone: ({ reporter }) => reporter.phone,
  email: ({ reporter }) => reporter.email,
  coverage: ({ insurance }) => coverageLabels[insurance.coverage].de,
  insurer: ({ insurance }) => insurance.insurer,
  policyNumber: ({ insurance }) => insurance.policyNumber,
  claimNumber: ({ insurance }) => insurance.claimNumber,
  partner: ({ partner }) => partner?.name,
  partnerKind: ({ partner }) => partner && partnerKindLabels[partner.kind].de,
  orderNumber: ({ partner }) => partner?.orderNumber,
  appointment: ({ appointments }) => (appointments.confirmed ? { instant: appointments.confirmed.startsAt } : null),
  assignee: ({ handling }) => handling.assigneeName,
  damages: ({ damages, vehicle }) => damages.map((spot) => damageLine(spot, vehicle.type).de).join('\n') || null,
  damageCodes: ({ damages }) => damages.map(damageCode).join(' ') || null,
  damageCount: ({ damages }) => damages.length,
  photoCount: ({ photos }) => photos.length,
};

/** Days, amounts and numbers as what they are, all else as people read it. */
function answerOf({ answers }: KsrReport, questionId: string): Cell {
  const answer = answers.find((answered) => answered.questionId === questionId);
  if (!answer) return null;
  const { type, value, display } = answer;
  if (type === 'date' && typeof value === 'string') return { day: value };
  if (typeof value === 'number') return type === 'money' ? { cents: value } : value;
  return display.de;
}
