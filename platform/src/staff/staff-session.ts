import type { StaffSession } from '@meldewerk/contract/staff';
import type { Scope, StaffMember } from '../http/scope.ts';

/** What the portal is told about who is signed in, and where. */
export function describeSession({ tenant }: Pick<Scope, 'tenant'>, staff: StaffMember): StaffSession {
  const { name, timeZone } = tenant.settings;
  return { staff, tenant: { name, slug: tenant.slug, timeZone } };
}
