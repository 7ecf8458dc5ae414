import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { originOf } from '../config.ts';
import type { Scope } from '../http/scope.ts';
import type { Recipient } from './message.ts';

/** These staff members, but those who no longer work with the portal. */
export async function staffById({ services, tenant }: Scope, ids: string[]): Promise<(Recipient & { id: string })[]> {
  if (ids.length === 0) return [];
  return inTenant(services.db, tenant.id, (tx) =>
    tx.select({ id: staffUsers.id, email: staffUsers.email, language: staffUsers.language }).from(staffUsers).where(and(eq(staffUsers.tenantId, tenant.id), inArray(staffUsers.id, ids), isNull(staffUsers.disabledAt))),
  );
}

/** A report in the portal; `place` is where on its page. */
export function portalUrl({ services, tenant }: Scope, reportId: string, place: '' | `#${string}` = ''): string {
  return `${originOf(services.config, tenant.slug)}/portal/reports/${reportId}${place}`;
}
