import { createHash, randomBytes } from 'node:crypto';
import type { calendarFeedSchema } from '@meldewerk/contract/appointment';
import { calendarFeeds } from '@meldewerk/db/schema-appointments';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { originOf } from '../config.ts';
import type { StaffScope } from '../http/scope.ts';

type Feed = v.InferOutput<typeof calendarFeedSchema>;

export async function readFeed({ services, tenant, staff }: StaffScope): Promise<Feed> {
  const [feed] = await inTenant(services.db, tenant.id, (tx) => tx.select({ createdAt: calendarFeeds.createdAt }).from(calendarFeeds).where(ofStaff(tenant.id, staff.id)));
  return { createdAt: feed?.createdAt.toISOString() ?? null, url: null };
}

/** A new address for this staff member. Whoever has it reads the calendar, so an older one ends with it. */
export async function makeFeed({ services, tenant, staff }: StaffScope): Promise<Feed> {
  const token = randomBytes(24).toString('base64url');
  const row = { tokenHash: feedHash(token), createdAt: services.clock.now() };
  await inTenant(services.db, tenant.id, (tx) =>
    tx.insert(calendarFeeds).values({ tenantId: tenant.id, staffUserId: staff.id, ...row }).onConflictDoUpdate({ target: [calendarFeeds.tenantId, calendarFeeds.staffUserId], set: row }),
  );
  return { createdAt: row.createdAt.toISOString(), url: `${originOf(services.config, tenant.slug)}/calendar/${token}.ics` };
}

export async function revokeFeed({ services, tenant, staff }: StaffScope): Promise<void> {
  await inTenant(services.db, tenant.id, (tx) => tx.delete(calendarFeeds).where(ofStaff(tenant.id, staff.id)));
}

export function feedHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function ofStaff(tenantId: string, staffUserId: string) {
  return and(eq(calendarFeeds.tenantId, tenantId), eq(calendarFeeds.staffUserId, staffUserId));
}
