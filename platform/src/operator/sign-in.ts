import type { OperatorSession } from '@meldewerk/contract/operator';
import { operatorSessions, operatorUsers } from '@meldewerk/db/schema-billing';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import { addressKey, limit, takeAll } from '../http/rate-limit.ts';
import { hashToken, newToken } from '../http/token-session.ts';
import type { Services } from '../services.ts';
import { sessionHours } from './operator-only.ts';

const perAddress = limit('operator-sign-in-by-address', 10, 60);
const perAccount = limit('operator-sign-in-by-account', 10, 120);

/** Begins a session of twelve hours. Unknown addresses, wrong passwords and disabled accounts all get invalidCredentials after the same time. */
export async function signInOperator(services: Services, { email, password }: { email: string; password: string }, clientAddress: string): Promise<{ operator: OperatorSession; token: string }> {
  await takeAll(services, [perAddress, addressKey(clientAddress)], [perAccount, email]);
  const [user] = await services.db.select().from(operatorUsers).where(and(eq(operatorUsers.email, email), isNull(operatorUsers.disabledAt)));
  const matches = await services.passwords.verify(user?.passwordHash ?? null, password);
  if (!user || !matches) throw new ProblemError('invalidCredentials');
  const token = newToken();
  const now = services.clock.now();
  await services.db.delete(operatorSessions).where(lte(operatorSessions.expiresAt, now));
  await services.db.insert(operatorSessions).values({ idHash: hashToken(token), operatorUserId: user.id, createdAt: now, expiresAt: new Date(now.getTime() + sessionHours * 60 * 60 * 1000) });
  const { id, name, language } = user;
  return { operator: { id, name, email, language }, token };
}
