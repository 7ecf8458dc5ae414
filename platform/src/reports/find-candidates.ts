import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { searchPatterns } from './search-text.ts';

/** With more than so many, walking the list in its order finds a page sooner than sorting all that match. */
const fewEnough = 400;

/**
 * Who is meant by what somebody typed: exactly, by plate or reference, and the condition on `report` for everybody else.
 * A rare word is looked up in the trigram index by the one role that may use it; a common one becomes a plain condition.
 */
export async function findCandidates({ tenant, services }: StaffScope, typed: string): Promise<{ exact: string[]; where: SQL }> {
  const { text, plate, plateKey } = searchPatterns(typed);
  const plateText = plateKey ? plate : text;
  const found = await readInTenant<{ id: string; exact: boolean }>(
    services.sql,
    tenant.id,
    sql`select id, exact from search_reports(${text}, ${plateText}, ${plateKey}, ${typed.trim().toUpperCase()}, ${fewEnough + 1})`,
  );
  const exact = [...new Set(found.filter((row) => row.exact).map(({ id }) => id))];
  const others = found.filter((row) => !row.exact);
  if (others.length > fewEnough) return { exact, where: sql`(report.search_text like ${text} or report.search_text like ${plateText})` };
  const ids = [...new Set(found.map(({ id }) => id))];
  return { exact, where: sql`report.id = any (${`{${ids.join(',')}}`}::uuid[])` };
}
