import { isDeepStrictEqual } from 'node:util';
import { createHash } from 'node:crypto';
import type { ProvideItem } from '@meldewerk/contract/missing-items';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { canonicalJson } from '../events/event-chain.ts';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope } from '../http/scope.ts';
import { limit, takeAll } from '../http/rate-limit.ts';
import { categoryOf } from './category-of.ts';
import { readAnswer } from './read-answer.ts';
import { columnsWith, readValues, valuesNow } from './field-values.ts';
import { findItem, isOpen } from './find-items.ts';
import { noteProvided } from './settle-items.ts';

const perReport = limit('item-by-report', 60, 10);

/** The customer gives a field or an answer that they were asked for. The same once more changes nothing; anything else about an item that is no longer wanted is refused. */
export async function provideItem(scope: CustomerScope, itemId: string, input: ProvideItem): Promise<void> {
  const { services, tenant, reportId } = scope;
  await takeAll(services, [perReport, tenant.id, reportId]);
  await inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    const item = await findItem(scope, tx, reportId, itemId);
    if (!item) throw new ProblemError('notFound');
    const given = item.kind === 'field' ? readValues(scope, item, input) : item.kind === 'answer' ? readAnswer(scope, await categoryOf(scope, report), item, input) : null;
    if (!given) throw new ProblemError('malformedRequest');
    if (item.providedAt && isDeepStrictEqual(item.after, given)) return;
    if (!isOpen(item)) throw new ProblemError('itemNotWanted');

    const before = valuesNow(report, Object.keys(given));
    await tx.update(damageReports).set(columnsWith(report, given)).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    const contentSha256 = createHash('sha256').update(canonicalJson(given)).digest('hex');
    await noteProvided(scope, tx, item, { before, after: given, facts: { contentSha256 } });
  });
}
