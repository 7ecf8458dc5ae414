import type { Transaction } from '@meldewerk/db/client';
import { damageReports, deliveries, reportLinks } from '@meldewerk/db/schema';
import type { Tenant } from '@meldewerk/tenants/find';
import { and, desc, eq, sql } from 'drizzle-orm';
import { waitsForCustomer } from '../appointments/rounds.ts';
import { openRequestOf } from '../missing-items/find-items.ts';
import type { Services } from '../services.ts';
import { endOfQuiet, isQuiet } from './quiet-hours.ts';

type Delivery = typeof deliveries.$inferSelect;

/**
 * A reminder that could not leave at once must not leave at night, and not when the customer is done meanwhile. `later`: it
 * was put off, with a job for then.
 */
export async function holdReminder(services: Services, tx: Transaction, tenant: Tenant, delivery: Delivery): Promise<'go' | 'later' | 'noLongerNeeded'> {
  if (delivery.reportId === null || delivery.target === 'staffEmail') return 'go';
  const now = services.clock.now();
  if (delivery.purpose === 'missingItems' || delivery.purpose === 'missingItemsReminder') {
    if (!(await openRequestOf({ tenant }, tx, delivery.reportId))) return 'noLongerNeeded';
    return delivery.purpose === 'missingItems' ? 'go' : untilMorning(tx, tenant, delivery, now);
  }
  if (delivery.purpose === 'rule') {
    const [report] = await tx.select({ closedAt: damageReports.closedAt, internalSince: damageReports.internalSince }).from(damageReports).where(and(eq(damageReports.tenantId, delivery.tenantId), eq(damageReports.id, delivery.reportId)));
    return !report || report.closedAt || report.internalSince ? 'noLongerNeeded' : untilMorning(tx, tenant, delivery, now);
  }
  if (delivery.purpose === 'appointmentReminder') return (await waitsForCustomer(tx, delivery.tenantId, delivery.reportId)) ? untilMorning(tx, tenant, delivery, now) : 'noLongerNeeded';
  if (delivery.purpose !== 'reminder') return 'go';
  const [link] = await tx
    .select({ withdrawnAt: reportLinks.withdrawnAt, expiresAt: reportLinks.expiresAt, submittedAt: damageReports.submittedAt })
    .from(reportLinks)
    .innerJoin(damageReports, and(eq(damageReports.tenantId, reportLinks.tenantId), eq(damageReports.id, reportLinks.reportId)))
    .where(and(eq(reportLinks.tenantId, delivery.tenantId), eq(reportLinks.reportId, delivery.reportId)))
    .orderBy(desc(reportLinks.generation))
    .limit(1);
  if (!link || link.submittedAt || link.withdrawnAt || link.expiresAt <= now) return 'noLongerNeeded';
  return untilMorning(tx, tenant, delivery, now);
}

async function untilMorning(tx: Transaction, tenant: Tenant, delivery: Delivery, now: Date): Promise<'go' | 'later'> {
  const { reminders, timeZone } = tenant.settings;
  if (!isQuiet(reminders, timeZone, now)) return 'go';
  const nextAttemptAt = endOfQuiet(reminders, timeZone, now);
  const seconds = (nextAttemptAt.getTime() - now.getTime()) / 1_000;
  await tx.update(deliveries).set({ state: 'waiting', nextAttemptAt }).where(and(eq(deliveries.tenantId, delivery.tenantId), eq(deliveries.id, delivery.id)));
  await tx.execute(
    sql`select enqueue_job('deliver', ${JSON.stringify({ tenantId: delivery.tenantId, deliveryId: delivery.id })}::json, ${`deliver/${delivery.id}`}, now() + ${seconds} * interval '1 second')`,
  );
  return 'later';
}
