import { operatorSessionSchema } from '@meldewerk/contract/operator';
import { passwordChangeSchema, signInSchema } from '@meldewerk/contract/staff';
import { operatorSessions } from '@meldewerk/db/schema-billing';
import { eq } from 'drizzle-orm';
import { Hono, type Context } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { hashToken, sessionCookie } from '../http/token-session.ts';
import { consoleOn, operatorOnly } from './operator-only.ts';
import { setOperatorPassword } from './set-operator-password.ts';
import { signInOperator } from './sign-in.ts';

const tags = ['Operator'];
const who = { 200: { description: 'Who is signed in', content: { 'application/json': { schema: resolver(operatorSessionSchema) } } } };

/** Signing in to the operator's console; its accounts are made by command. */
export const operatorSessionRoutes = new Hono<AppEnv>()
  .use('/api/operator/*', consoleOn)
  .post('/api/operator/sessions', describeRoute({ tags, summary: 'Sign in to the console', responses: who }), jsonBody(signInSchema), async (c) => {
    const { operator, token } = await signInOperator(c.var.services, c.req.valid('json'), c.var.clientAddress);
    await endSession(c);
    sessionCookie(c, 'operator').write(token);
    c.header('cache-control', 'no-store');
    return c.json(operator);
  })
  .get('/api/operator/sessions/current', describeRoute({ tags, summary: 'Who is signed in to the console', responses: who }), operatorOnly, (c) => c.json(c.var.operatorScope.operator))
  .delete('/api/operator/sessions/current', describeRoute({ tags, summary: 'Sign out of the console', responses: { 204: { description: 'Signed out, now or before' } } }), async (c) => {
    await endSession(c);
    sessionCookie(c, 'operator').clear();
    return c.body(null, 204);
  })
  .post('/api/operator/passwords', describeRoute({ tags, summary: 'Set a password with the link the command gave', responses: { 204: { description: 'Set; every session has ended' }, 410: { description: 'The link was used, has expired or never existed' } } }), jsonBody(passwordChangeSchema), async (c) => {
    await setOperatorPassword(c.var.services, c.req.valid('json'), c.var.clientAddress);
    return c.body(null, 204);
  });

/** The session the browser had before. */
async function endSession(c: Context<AppEnv>): Promise<void> {
  const token = sessionCookie(c, 'operator').read();
  if (token !== undefined) await c.var.services.db.delete(operatorSessions).where(eq(operatorSessions.idHash, hashToken(token)));
}
