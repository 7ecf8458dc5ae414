import { undoSeconds } from '@meldewerk/contract/handling';
import type { KeptRule } from '@meldewerk/contract/rule';
import { damageReports, reportEvents } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import { endOfQuiet, isQuiet } from '../deliveries/quiet-hours.ts';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import type { Services } from '../services.ts';
import { actOnRule, stayOf } from './act-on-rule.ts';

type OfReport = { tenantId: string; reportId: string };
/** What may bring a report to another status. */
const moves = ['reportSubmitted', 'statusChanged', 'linkRequested', 'appointmentConfirmed', 'appointmentCancelled', 'reportPublished'];

/** After an event: has the rules look at the report once the change can no longer be taken back. */
export async function awaitRules(services: Services, { tenantId, reportId, sequence }: OfReport & { sequence: number }): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  if (!scope || onArrival(scope).length === 0) return;
  await inTenant(services.db, tenantId, async (tx) => {
    const [event] = await tx.select({ type: reportEvents.type }).from(reportEvents).where(and(eq(reportEvents.tenantId, tenantId), eq(reportEvents.reportId, reportId), eq(reportEvents.sequence, sequence)));
    if (event && moves.includes(event.type)) await lookLater(scope, reportId, undoSeconds);
  });
}

/** What the rules say about where the report stands now. At night, what is for the customer waits until the morning and is looked at anew. */
export async function followRules(services: Services, { tenantId, reportId }: OfReport): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  if (!scope) return;
  const { reminders, timeZone } = scope.tenant.settings;
  const [row] = await inTenant(services.db, tenantId, (tx) => tx.select().from(damageReports).where(and(eq(damageReports.tenantId, tenantId), eq(damageReports.id, reportId))));
  if (!row) return;
  const now = services.clock.now();
  let lookAgain: number | null = null;
  for (const rule of onArrival(scope)) {
    const stay = stayOf(rule, row);
    if (!stay || (rule.activeSince && stay < new Date(rule.activeSince))) continue;
    const age = (now.getTime() - stay.getTime()) / 1_000;
    const wait = age < undoSeconds ? undoSeconds - age : isHeld(rule, scope, now) ? (endOfQuiet(reminders, timeZone, now).getTime() - now.getTime()) / 1_000 : 0;
    if (wait > 0) lookAgain = Math.min(lookAgain ?? wait, wait);
    else await actOnRule(scope, rule, reportId, stay);
  }
  if (lookAgain !== null) await lookLater(scope, reportId, lookAgain);
}

/** Whether this rule would write to a customer at an hour nobody wants to hear from a workshop. */
export function isHeld({ action }: KeptRule, { tenant }: Scope, now: Date): boolean {
  return action.kind === 'customerMessage' && isQuiet(tenant.settings.reminders, tenant.settings.timeZone, now);
}

function onArrival({ tenant }: Scope): KeptRule[] {
  return tenant.settings.rules.filter(({ enabled, when }) => enabled && when.afterDays === null);
}

/** One job per report: a further change puts it off. */
async function lookLater({ services, tenant }: Scope, reportId: string, seconds: number): Promise<void> {
  await services.db.execute(sql`select enqueue_job('follow-rules', ${JSON.stringify({ tenantId: tenant.id, reportId })}::json, ${`follow-rules/${tenant.id}/${reportId}`}, now() + ${Math.ceil(seconds)} * interval '1 second')`);
}
