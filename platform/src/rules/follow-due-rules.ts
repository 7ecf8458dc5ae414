import type { KeptRule } from '@meldewerk/contract/rule';
import { damageReports, tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import type { Services } from '../services.ts';
import { actOnRule } from './act-on-rule.ts';
import { isHeld } from './follow-rules.ts';

const dayMs = 24 * 60 * 60_000;
/** What fell due longer ago is not brought up any more: two nights and a Sunday fit in, years of old cases do not. */
const latestMs = 4 * dayMs;
const atATime = 200;

/** Every ten minutes: what has stood in a status for as many days as a rule says. */
export async function followDueRules(services: Services): Promise<void> {
  const everyTenant = await services.db.select({ id: tenants.id }).from(tenants).where(isNull(tenants.suspendedAt));
  for (const { id } of everyTenant) {
    const scope = await openJobScope(services, id);
    if (!scope) continue;
    const now = services.clock.now();
    for (const rule of scope.tenant.settings.rules) {
      if (!rule.enabled || rule.when.afterDays === null || isHeld(rule, scope, now)) continue;
      for (const { reportId, stay } of await findDue(scope, rule, rule.when.afterDays * dayMs, now)) await actOnRule(scope, rule, reportId, stay);
    }
  }
}

/** Reports whose stay looks due and on which the rule has not acted; decided for good under lock. */
async function findDue({ services, tenant }: Scope, { id, when, activeSince }: KeptRule, afterMs: number, now: Date): Promise<{ reportId: string; stay: Date }[]> {
  const since = when.subStatus === null ? damageReports.statusSince : damageReports.subStatusSince;
  const dueFrom = Math.max(now.getTime() - latestMs, activeSince ? new Date(activeSince).getTime() : 0);
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ reportId: damageReports.id, stay: since })
      .from(damageReports)
      .where(and(
        eq(damageReports.tenantId, tenant.id), eq(damageReports.status, when.status), ...(when.subStatus === null ? [] : [eq(damageReports.subStatus, when.subStatus)]),
        gte(since, new Date(dueFrom - afterMs)), lte(since, new Date(now.getTime() - afterMs)),
        sql`not exists (select 1 from rule_runs run where run.tenant_id = ${damageReports.tenantId} and run.rule_id = ${id} and run.report_id = ${damageReports.id} and run.stay = ${since})`,
      ))
      .orderBy(asc(since))
      .limit(atATime),
  );
  return rows.flatMap(({ reportId, stay }) => (stay ? [{ reportId, stay }] : []));
}
