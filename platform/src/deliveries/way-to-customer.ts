import { smsOptOuts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { takesSms } from '../links/phone-line.ts';
import type { ReportContent } from '../reports/read.ts';

export type WayToCustomer = { channel: 'sms'; phone: string } | { channel: 'email'; email: string };

/**
 * How a customer is told something while the report is worked on: one message by the way they asked for, by the other where
 * that one is not open; null when there is none. `instead`: an SMS did not get through.
 */
export async function wayToCustomer(scope: Scope, { reporter: { phone, email, preferredChannel } }: Pick<ReportContent, 'reporter'>, instead?: 'email'): Promise<WayToCustomer | null> {
  const byEmail: WayToCustomer | null = email ? { channel: 'email', email } : null;
  if (instead || (byEmail && preferredChannel !== 'sms')) return byEmail;
  return phone && takesSms(phone) && !(await hasOptedOut(scope, phone)) ? { channel: 'sms', phone } : byEmail;
}

async function hasOptedOut({ services, tenant }: Scope, phone: string): Promise<boolean> {
  const [stopped] = await inTenant(services.db, tenant.id, (tx) => tx.select({ phone: smsOptOuts.phone }).from(smsOptOuts).where(and(eq(smsOptOuts.tenantId, tenant.id), eq(smsOptOuts.phone, phone))));
  return stopped !== undefined;
}
