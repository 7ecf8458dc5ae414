import { toPlateSearchKey } from '@meldewerk/contract/license-plate';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports } from '@meldewerk/db/schema';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

/** The report a declaration means: by its number, or by the plate when the customer's name fits too. Null when in doubt; people look at those. */
export async function findMeantReport({ tenant }: Scope, tx: Transaction, { contract, name }: { contract: string; name: string }): Promise<string | null> {
  const references = contract.toUpperCase().match(/[A-Z]{2,4}-\d{4}-\d{6}/g);
  if (references) {
    const found = await tx
      .select({ id: damageReports.id })
      .from(damageReports)
      .where(and(eq(damageReports.tenantId, tenant.id), inArray(damageReports.reference, references)));
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  }
  const key = toPlateSearchKey(contract);
  if (key.length < 4) return null;
  const [newest] = await tx
    .select({ id: damageReports.id, customerName: damageReports.customerName })
    .from(damageReports)
    .where(and(eq(damageReports.tenantId, tenant.id), sql`${damageReports.plateSearchKey} <> '' and strpos(${key}::text, ${damageReports.plateSearchKey}) > 0 and length(${damageReports.plateSearchKey}) >= 4`))
    .orderBy(desc(damageReports.listedAt))
    .limit(1);
  return newest && isSamePerson(newest.customerName, name) ? newest.id : null;
}

/** Every word of the shorter name stands in the longer one: `Großmann, Jürgen` and `Jürgen Maria Großmann`. */
function isSamePerson(known: string, given: string): boolean {
  const [one, other] = [wordsOf(known), wordsOf(given)];
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  return fewer.size >= 2 && [...fewer].every((word) => more.has(word));
}

function wordsOf(name: string): Set<string> {
  const folded = name.normalize('NFKD').replaceAll(/\p{Mark}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return new Set(folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean));
}
