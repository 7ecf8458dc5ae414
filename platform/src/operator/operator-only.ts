import { operatorSessions, operatorUsers } from '@meldewerk/db/schema-billing';
import type { OperatorSession } from '@meldewerk/contract/operator';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { createMiddleware } from 'hono/factory';
import { isHost, sameOriginOn } from '../http/on-host.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { hashToken, sessionCookie } from '../http/token-session.ts';
import type { Services } from '../services.ts';

export const sessionHours = 12;

/** The console's own host. What changes something comes from its own pages only. */
export const consoleOn = createMiddleware<AppEnv>(async (c, next) => {
  if (!isHost(c, 'operator')) throw new ProblemError('notFound');
  return sameOriginOn('operator')(c, next);
});

/** Lets through who is signed in to the console. */
export const operatorOnly = createMiddleware<AppEnv>(async (c, next) => {
  const { services } = c.var;
  const token = sessionCookie(c, 'operator').read();
  const operator = token === undefined ? null : await findOperator(services, token);
  if (!operator) throw new ProblemError('unauthenticated');
  c.set('operatorScope', { services, operator });
  await next();
  c.header('cache-control', 'no-store');
});

async function findOperator({ db, clock }: Services, token: string): Promise<OperatorSession | null> {
  const { id, name, email, language } = operatorUsers;
  const [operator] = await db
    .select({ id, name, email, language })
    .from(operatorSessions)
    .innerJoin(operatorUsers, eq(operatorUsers.id, operatorSessions.operatorUserId))
    .where(and(eq(operatorSessions.idHash, hashToken(token)), gt(operatorSessions.expiresAt, clock.now()), isNull(operatorUsers.disabledAt)));
  return operator ?? null;
}
