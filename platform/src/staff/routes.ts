import { passwordChangeSchema, passwordResetRequestSchema, signInSchema, staffSessionSchema } from '@meldewerk/contract/staff';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { deviceCookieName } from './known-device.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { sameOrigin } from './same-origin.ts';
import { setPassword } from './set-password.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { presentedSession, staffOnly } from './staff-only.ts';
import { describeSession } from './staff-session.ts';

const sessionAnswer = { 200: { description: 'Who is signed in, and where', content: { 'application/json': { schema: resolver(staffSessionSchema) } } } };

export const staff = new Hono<AppEnv>()
  .post(
    '/api/staff/sessions',
    describeRoute({ tags: ['Staff'], summary: 'Sign in', responses: sessionAnswer }),
    sameOrigin,
    jsonBody(signInSchema),
    async (c) => {
      const from = { clientAddress: c.var.clientAddress, presentedSession: presentedSession(c), presentedDevice: getCookie(c, deviceCookieName(c.var.scope)) };
      const { session, cookies } = await signIn(c.var.scope, c.req.valid('json'), from);
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
      c.header('cache-control', 'no-store');
      return c.json(session);
    },
  )
  .get(
    '/api/staff/sessions/current',
    describeRoute({ tags: ['Staff'], summary: 'Who is signed in', responses: sessionAnswer }),
    staffOnly,
    (c) => c.json(describeSession(c.var.staffScope, c.var.staffScope.staff)),
  )
  .delete(
    '/api/staff/sessions/current',
    describeRoute({ tags: ['Staff'], summary: 'Sign out', responses: { 204: { description: 'Signed out, now or before' } } }),
    sameOrigin,
    async (c) => {
      const { cookie } = await signOut(c.var.scope, presentedSession(c));
      c.header('set-cookie', cookie);
      return c.body(null, 204);
    },
  )
  .delete(
    '/api/staff/sessions',
    describeRoute({ tags: ['Staff'], summary: 'Sign out on every device', responses: { 204: { description: 'Every session of this user has ended' } } }),
    staffOnly,
    async (c) => {
      const { cookie } = await signOutEverywhere(c.var.staffScope);
      c.header('set-cookie', cookie);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/staff/password-resets',
    describeRoute({ tags: ['Staff'], summary: 'Order a link for a new password', responses: { 202: { description: 'A mail goes out if there is such an account' } } }),
    sameOrigin,
    jsonBody(passwordResetRequestSchema),
    async (c) => {
      await requestPasswordReset(c.var.scope, c.req.valid('json').email, c.var.clientAddress);
      return c.body(null, 202);
    },
  )
  .post(
    '/api/staff/passwords',
    describeRoute({ tags: ['Staff'], summary: 'Set a password with the link from a mail', responses: { 204: { description: 'Set; every session of this user has ended' }, 410: { description: 'The link was used, has expired or never existed' } } }),
    sameOrigin,
    jsonBody(passwordChangeSchema),
    async (c) => {
      await setPassword(c.var.scope, c.req.valid('json'), c.var.clientAddress);
      return c.body(null, 204);
    },
  );
