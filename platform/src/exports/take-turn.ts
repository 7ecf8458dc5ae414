import { limit, takeFrom } from '../http/rate-limit.ts';
import type { StaffScope } from '../http/scope.ts';

const perPerson = limit('report-file-by-staff', 60, 5);

/** Before a whole report is made into a file: one person's files keep nobody else's signatures and pages waiting. */
export function takeTurn({ services, tenant, staff }: StaffScope): Promise<void> {
  return takeFrom(services, perPerson, tenant.id, staff.id);
}
