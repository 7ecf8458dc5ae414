import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';

const newestReports = 1_000;
const mostTags = 60;

/** Tags of the newest reports that have any, the most used first. */
export async function suggestTags({ services, tenant }: StaffScope): Promise<string[]> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ tags: damageReports.tags })
      .from(damageReports)
      .where(and(eq(damageReports.tenantId, tenant.id), ne(damageReports.tags, sql`'{}'`)))
      .orderBy(desc(damageReports.listedAt))
      .limit(newestReports),
  );
  const uses = new Map<string, number>();
  for (const tag of rows.flatMap(({ tags }) => tags)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return [...uses].toSorted(([a, used], [b, other]) => other - used || a.localeCompare(b, 'de')).slice(0, mostTags).map(([tag]) => tag);
}
