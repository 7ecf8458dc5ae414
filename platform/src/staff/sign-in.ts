import type { StaffSession } from '@meldewerk/contract/staff';
import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import { addressKey, limit, takeAll, takeFrom } from '../http/rate-limit.ts';
import type { Scope } from '../http/scope.ts';
import { recognizeDevice, rememberDevice } from './known-device.ts';
import { staffSessionsOf } from './sessions.ts';
import { describeSession } from './staff-session.ts';

const perAddress = limit('sign-in-by-address', 10, 30);
const perAccount = limit('sign-in-by-account', 10, 90);
const perDevice = limit('sign-in-by-device', 10, 90);

type From = { clientAddress: string; presentedSession: string | undefined; presentedDevice: string | undefined };

/**
 * Begins a session under a new id; the one the browser had before ends. Unknown users, users without a password, disabled
 * users and wrong passwords all get invalidCredentials after the same time.
 */
export async function signIn(scope: Scope, { email, password }: { email: string; password: string }, from: From): Promise<{ session: StaffSession; cookies: string[] }> {
  const { services, tenant } = scope;
  const device = recognizeDevice(scope, email, from.presentedDevice);
  if (device) await takeFrom(services, perDevice, tenant.id, email, device);
  else await takeAll(services, [perAddress, addressKey(from.clientAddress)], [perAccount, tenant.id, email]);

  const [user] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select().from(staffUsers).where(and(eq(staffUsers.tenantId, tenant.id), eq(staffUsers.email, email), isNull(staffUsers.disabledAt))),
  );
  const matches = await services.passwords.verify(user?.passwordHash ?? null, password);
  if (!user || !matches) throw new ProblemError('invalidCredentials');

  const sessions = staffSessionsOf(scope);
  if (from.presentedSession) await sessions.end(from.presentedSession);
  const { cookie } = await sessions.begin(user.id);
  const { id, name, role, language } = user;
  return { session: describeSession(scope, { id, name, email, role, language }), cookies: [cookie, ...(device ? [] : [rememberDevice(scope, email)])] };
}
