import type { AnswerValue } from '@meldewerk/contract/catalogue';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import { requestableFields, type ProvideItem, type RequestableField } from '@meldewerk/contract/missing-items';
import type { Issue } from '@meldewerk/contract/problem';
import { insuranceSchema, reporterSchema, vehicleSchema } from '@meldewerk/contract/report';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import * as v from 'valibot';
import { describeIssue } from '../http/issue-text.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { foldForSearch } from '../reports/search-text.ts';
import { dayIn } from '../time-zone.ts';
import type { ItemRow, ReportRow } from './find-items.ts';
import { missingItemsTexts } from './texts.ts';

export type Values = Record<string, AnswerValue>;
type Section = 'reporter' | 'vehicle' | 'insurance';

/** What was typed for a field, judged and cleaned as in a submission; all that belongs to it, and nothing besides. Null when it is something else. Throws validationFailed. */
export function readValues(scope: Scope, { subject }: Pick<ItemRow, 'subject'>, input: ProvideItem): Values | null {
  if (!('values' in input)) return null;
  const { language } = scope;
  const wanted: readonly string[] = requestableFields[subject as RequestableField];
  const values: Values = {};
  const issues: Issue[] = Object.keys(input.values)
    .filter((path) => !wanted.includes(path))
    .map((path) => ({ path: `values.${path}`, code: 'notAsked', message: missingItemsTexts[language].notAsked }));
  for (const path of wanted) {
    const typed = Object.hasOwn(input.values, path) ? input.values[path] : undefined;
    const value = typed === undefined || String(typed).trim() === '' ? undefined : read(scope, path, typed);
    if (value !== undefined && value !== null) values[path] = value;
    else issues.push({ path: `values.${path}`, code: value === null ? 'invalid' : 'missing', message: describeIssue(path, { code: 'invalid', missing: value === undefined }, scope.spoken) });
  }
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
  return values;
}

const sections = { reporter: reporterSchema, vehicle: vehicleSchema, insurance: insuranceSchema };

/** Null for what cannot be. */
function read({ tenant, services }: Scope, path: string, typed: string | number): AnswerValue | null {
  const [section, key] = path.split('.') as [Section, string];
  const schema = (sections[section].entries as Record<string, v.GenericSchema>)[key];
  if (!schema) throw new Error('a field that can be asked for is one of the report');
  const given = path === 'vehicle.odometerKm' ? numberIn(typed) : String(typed);
  const parsed = v.safeParse(schema, given);
  if (!parsed.success || parsed.output === undefined) return null;
  const value = parsed.output as string | number;
  if (path === 'reporter.phone') return phoneIn(String(value));
  if (path === 'vehicle.licensePlate') return readLicensePlate(String(value)).canonical;
  if (path === 'vehicle.firstRegistration' && String(value) > dayIn(tenant.settings.timeZone, services.clock.now())) return null;
  return value;
}

/** `84.300`, `84 300` and `84300` are the same. */
function numberIn(typed: string | number): number {
  return typeof typed === 'number' ? typed : Number(typed.replace(/[.\s\u00a0']/g, '') || 'x');
}

function phoneIn(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed, 'DE');
  return number?.isValid() ? number.number : null;
}

/** What the report says now at these paths; null where it says nothing. */
export function valuesNow(report: ReportRow, paths: string[]): Record<string, AnswerValue | null> {
  const all = { reporter: report.reporter, vehicle: report.vehicle, insurance: report.insurance, answers: report.answers } as Record<string, Record<string, AnswerValue | undefined>>;
  return Object.fromEntries(
    paths.map((path) => {
      const [section = '', key = ''] = path.split('.');
      const values = all[section];
      return [path, values && Object.hasOwn(values, key) ? (values[key] ?? null) : null];
    }),
  );
}

/** The columns of the report with these values in their places, and what it is found by. */
export function columnsWith(report: ReportRow, values: Values) {
  const merged = { reporter: { ...(report.reporter as Values) }, vehicle: { ...(report.vehicle as Values) }, insurance: { ...(report.insurance as Values) }, answers: { ...(report.answers as Values) } };
  for (const [path, value] of Object.entries(values)) {
    const [section = '', key = ''] = path.split('.');
    merged[section as keyof typeof merged][key] = value;
  }
  const plate = readLicensePlate(String(merged.vehicle['licensePlate'] ?? ''));
  const { company } = merged.reporter as { company?: string };
  const { vin } = merged.vehicle as { vin?: string };
  return {
    ...merged,
    licensePlate: plate.canonical,
    plateSearchKey: plate.searchKey,
    searchText: `${report.reference.toLowerCase()}\n${foldForSearch(plate.searchKey, plate.canonical, report.customerName, company, vin)}`,
  };
}
