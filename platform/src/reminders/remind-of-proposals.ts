import type { ReportDetail } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, tenants } from '@meldewerk/db/schema';
import { appointmentRounds, proposalReminders, reportScheduling } from '@meldewerk/db/schema-appointments';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { loadScheduling, type Scheduling } from '../appointments/rounds.ts';
import { isQuiet } from '../deliveries/quiet-hours.ts';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import { takesSms } from '../links/phone-line.ts';
import type { Services } from '../services.ts';
import { newestStatusLink } from '../status-pages/status-link.ts';
import { leastPauseMs } from './reminder-rules.ts';

const hourMs = 60 * 60 * 1_000;
/** Who has not answered in a month does not because of one message more. */
const longestMs = 30 * 24 * hourMs;

/** Every ten minutes: notes which customers are to be reminded of times the workshop proposed. The messages follow from the events. */
export async function remindOfProposals(services: Services): Promise<void> {
  const everyTenant = await services.db.select({ id: tenants.id }).from(tenants).where(isNull(tenants.suspendedAt));
  for (const { id } of everyTenant) {
    const scope = await openJobScope(services, id);
    if (!scope) continue;
    const { reminders, timeZone } = scope.tenant.settings;
    if (!reminders.proposalUnanswered.enabled || isQuiet(reminders, timeZone, services.clock.now())) continue;
    for (const reportId of await findCandidates(scope)) await remind(scope, reportId);
  }
}

async function findCandidates({ services, tenant }: Scope): Promise<string[]> {
  const now = services.clock.now().getTime();
  const { afterHours } = tenant.settings.reminders.proposalUnanswered;
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ reportId: reportScheduling.reportId })
      .from(reportScheduling)
      .innerJoin(damageReports, and(eq(damageReports.tenantId, reportScheduling.tenantId), eq(damageReports.id, reportScheduling.reportId)))
      .where(and(
        eq(reportScheduling.tenantId, tenant.id), eq(reportScheduling.turn, 'customer'), isNull(damageReports.closedAt), isNull(damageReports.internalSince),
        lte(reportScheduling.turnSince, new Date(now - afterHours * hourMs)), gt(reportScheduling.turnSince, new Date(now - longestMs)),
      )),
  );
  return rows.map(({ reportId }) => reportId);
}

/** Under the report's lock, so that a customer who answers at this moment is not reminded, and two workers remind once. */
async function remind(scope: Scope, reportId: string): Promise<void> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const report = (await lockReport(scope, tx, reportId)) as Awaited<ReturnType<typeof lockReport>> & Pick<ReportDetail, 'reporter'>;
    const scheduling = await loadScheduling(scope, tx, reportId);
    const { phone, email } = report.reporter;
    const reachable = Boolean(email) || (phone !== undefined && takesSms(phone));
    const number = await dueNumber(scope, tx, scheduling);
    if (number === null || !reachable || (await newestStatusLink(scope, tx, reportId))?.withdrawnAt) return;
    const round = scheduling.lastRound;
    await tx.insert(proposalReminders).values({ tenantId: tenant.id, reportId, round, number, dueAt: services.clock.now() });
    await recordEvent(services, tx, tenant.id, reportId, { type: 'reminderDue', actor: { kind: 'system', id: null }, data: { kind: 'proposalUnanswered', number, round } });
  });
}

/** The how manieth reminder of the open proposal is due by now; null when none is, or none of its times can be taken any more. */
async function dueNumber({ services, tenant }: Scope, tx: Transaction, { reportId, lastRound, turn, turnSince }: Scheduling): Promise<number | null> {
  if (turn !== 'customer' || !turnSince) return null;
  const now = services.clock.now();
  const [round] = await tx.select({ slots: appointmentRounds.slots }).from(appointmentRounds).where(and(eq(appointmentRounds.tenantId, tenant.id), eq(appointmentRounds.reportId, reportId), eq(appointmentRounds.number, lastRound)));
  if (!round?.slots.some(({ startsAt }) => new Date(startsAt) > now)) return null;
  const earlier = await tx.select({ dueAt: proposalReminders.dueAt }).from(proposalReminders).where(and(eq(proposalReminders.tenantId, tenant.id), eq(proposalReminders.reportId, reportId), eq(proposalReminders.round, lastRound)));
  const { proposalUnanswered, maxPerLink } = tenant.settings.reminders;
  const afterMs = proposalUnanswered.afterHours * hourMs;
  const last = Math.max(turnSince.getTime(), ...earlier.map(({ dueAt }) => dueAt.getTime()));
  const pauseMs = earlier.length > 0 ? Math.max(afterMs, leastPauseMs) : afterMs;
  return earlier.length < maxPerLink && now.getTime() - last >= pauseMs ? earlier.length + 1 : null;
}
