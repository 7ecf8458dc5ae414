import type { StaffRole } from '@meldewerk/contract/staff';
import { createMiddleware } from 'hono/factory';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';

const rank: Record<StaffRole, number> = { viewer: 0, clerk: 1, admin: 2 };

/** After `staffOnly`: lets this role and those above it (viewer < clerk < admin) through, others get forbidden. */
export function may(role: StaffRole) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (rank[c.var.staffScope.staff.role] < rank[role]) throw new ProblemError('forbidden');
    await next();
  });
}
