import { preferencesSchema, type Preferences, type PreferencesChange } from '@meldewerk/contract/list';
import { staffPreferences } from '@meldewerk/db/schema-lists';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { StaffScope } from '../http/scope.ts';

export async function readPreferences({ services, tenant, staff }: StaffScope): Promise<Preferences> {
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ content: staffPreferences.content }).from(staffPreferences).where(and(eq(staffPreferences.tenantId, tenant.id), eq(staffPreferences.staffUserId, staff.id))),
  );
  return understood(row?.content);
}

/** Sets what is named and leaves the rest, so that two windows do not undo each other. */
export async function changePreferences({ services, tenant, staff }: StaffScope, change: PreferencesChange): Promise<Preferences> {
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .insert(staffPreferences)
      .values({ tenantId: tenant.id, staffUserId: staff.id, content: change })
      .onConflictDoUpdate({ target: [staffPreferences.tenantId, staffPreferences.staffUserId], set: { content: sql`${staffPreferences.content} || excluded.content` } })
      .returning({ content: staffPreferences.content }),
  );
  return understood(row?.content);
}

/** What was stored by another version and means nothing any more is as if it had never been chosen. */
function understood(content: unknown): Preferences {
  const parsed = v.safeParse(preferencesSchema, content ?? {});
  return parsed.success ? parsed.output : v.parse(preferencesSchema, {});
}
