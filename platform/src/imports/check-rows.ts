import type { Catalogue } from '@meldewerk/contract/catalogue';
import type { ImportField } from '@meldewerk/contract/import';
import { toPlateSearchKey } from '@meldewerk/contract/license-plate';
import { preparationSchema, type LinkChannel, type Preparation } from '@meldewerk/contract/preparation';
import * as v from 'valibot';
import { readPhoneLine } from '../links/phone-line.ts';
import { readRow, type RowValues } from './read-row.ts';

export type StoredRow = { number: number; cells: string[]; leftOut: boolean };
/** `row`: the earlier row that says the same. `reference`: the report that is open for it already. */
export type RowIssue = { path: string; code: string; row?: number; reference?: string };
export type CheckedRow = { number: number; preparation: Preparation | null; issues: RowIssue[]; channel: LinkChannel | null };

type Known = {
  catalogue: Catalogue;
  hasOptedOut: (phoneE164: string) => boolean;
  /** The number of the report that this customer has open for this car, if any. */
  openReport: (contact: string, plateSearchKey: string) => string | undefined;
};

/** Holds every row against the rules of a single preparation, and against the rows before it. */
export function checkRows(rows: StoredRow[], fields: (ImportField | null)[], known: Known): CheckedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const checked = checkRow(row, fields, known);
    const key = row.leftOut ? null : keyOf(checked.preparation);
    const earlier = key && seen.get(key);
    if (key && !earlier) seen.set(key, row.number);
    if (earlier) return { ...checked, issues: [...checked.issues, { path: '', code: 'duplicate', row: earlier }] };
    const reference = openReportOf(checked.preparation, known);
    return reference ? { ...checked, issues: [...checked.issues, { path: '', code: 'alreadyOpen', reference }] } : checked;
  });
}

/** The cells of a row by what its columns are read as. */
export function valuesOf(cells: string[], fields: (ImportField | null)[]): RowValues {
  const values: RowValues = {};
  for (const [index, field] of fields.entries()) if (field && cells[index]) values[field] = [values[field], cells[index]].filter(Boolean).join(' ');
  return values;
}

function checkRow({ number, cells }: StoredRow, fields: (ImportField | null)[], { catalogue, hasOptedOut }: Known): CheckedRow {
  const { preparation: typed, unknown } = readRow(valuesOf(cells, fields), catalogue);
  const parsed = v.safeParse(preparationSchema, typed);
  const issues: RowIssue[] = [
    ...unknown.map((field) => ({ path: field, code: 'unknown' })),
    ...(parsed.success ? [] : parsed.issues.map((issue) => ({ path: v.getDotPath(issue)?.split('.').at(-1) ?? '', code: issue.type }))),
  ];
  if (!parsed.success) return { number, preparation: null, issues, channel: null };
  const { phone, email } = parsed.output.reporter;
  const way = wayTo(phone, email, hasOptedOut);
  return { number, preparation: parsed.output, issues: way.issue ? [...issues, way.issue] : issues, channel: way.channel };
}

/** By SMS where one arrives, otherwise by mail. A number that is none is a slip of the pen, also beside an address. */
function wayTo(phone: string | undefined, email: string | undefined, hasOptedOut: Known['hasOptedOut']): { channel: LinkChannel | null; issue?: RowIssue } {
  if (phone === undefined) return { channel: 'email' };
  const line = readPhoneLine(phone);
  if (!line) return { channel: null, issue: { path: 'phone', code: 'invalid' } };
  const stopped = hasOptedOut(line.e164);
  if (line.line === 'mobile' && !stopped) return { channel: 'sms' };
  return email ? { channel: 'email' } : { channel: null, issue: { path: 'phone', code: stopped ? 'optedOut' : line.line } };
}

function openReportOf(preparation: Preparation | null, { openReport }: Known): string | undefined {
  const contact = preparation && contactOf(preparation);
  const plate = toPlateSearchKey(preparation?.vehicle.licensePlate ?? '');
  return contact && plate ? openReport(contact, plate) : undefined;
}

function contactOf({ reporter: { phone, email } }: Preparation): string | undefined {
  return (phone && readPhoneLine(phone)?.e164) ?? email;
}

/** The same person with the same car. One person may have several cars. */
function keyOf(preparation: Preparation | null): string | null {
  if (!preparation) return null;
  const { reporter, vehicle } = preparation;
  const contact = contactOf(preparation);
  const car = toPlateSearchKey(vehicle.licensePlate ?? '') || vehicle.vin || `${reporter.firstName} ${reporter.lastName}`.toLowerCase();
  return contact ? `${contact} ${car}` : null;
}
