import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { staffSessionsOf } from '../staff/sessions.ts';
import { presentedSession, staffOnly } from '../staff/staff-only.ts';
import type { LiveHub } from './hub.ts';
import { openNodeStream, openWebStream } from './stream.ts';

const maxStreamsPerUser = 10;

type Rhythm = { heartbeatMs: number; sessionCheckMs: number };

/** What changes, as it changes, for the staff of one tenant. Heartbeats keep proxies from closing a quiet stream. */
export function createLiveRoutes(live: LiveHub, rhythm: Rhythm = { heartbeatMs: 20_000, sessionCheckMs: 60_000 }) {
  const openStreams = new Map<string, number>();

  return new Hono<AppEnv>().get(
    '/api/live',
    describeRoute({
      tags: ['Reports'],
      summary: 'Changes of reports as they happen (server-sent events named "report")',
      responses: { 200: { description: 'A stream; every event carries a kind and a report id', content: { 'text/event-stream': {} } } },
    }),
    staffOnly,
    (c) => {
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
      const { tenant, staff, services } = c.var.staffScope;
      const sessionId = presentedSession(c);
      const user = `${tenant.id}/${staff.id}`;
      if ((openStreams.get(user) ?? 0) >= maxStreamsPerUser) throw new ProblemError('tooManyRequests', { retryAfterSeconds: 30 });
      openStreams.set(user, (openStreams.get(user) ?? 0) + 1);

      const onEnd = () => {
        unsubscribe();
        clearInterval(heartbeat);
        clearInterval(sessionCheck);
        const left = (openStreams.get(user) ?? 1) - 1;
        if (left > 0) openStreams.set(user, left);
        else openStreams.delete(user);
      };
      const outgoing = c.env?.outgoing;
      const stream = outgoing ? openNodeStream(outgoing, { 'x-request-id': c.var.requestId }, onEnd) : openWebStream(onEnd);
      const unsubscribe = live.subscribe(tenant.id, {
        send: (message) => stream.write(`event: report\ndata: ${JSON.stringify(message)}\n\n`),
        end: () => stream.end(),
      });
      const heartbeat = setInterval(() => stream.write(': still here\n\n'), rhythm.heartbeatMs);
      const sessionCheck = setInterval(() => {
        // A database that is away is no reason to sign anybody out.
        const alive = sessionId ? staffSessionsOf({ services, tenant }).isAlive(sessionId).catch(() => true) : Promise.resolve(false);
        void alive.then((isAlive) => isAlive || stream.end());
      }, rhythm.sessionCheckMs);

      stream.write('retry: 3000\n\n');
      return stream.response;
    },
  );
}
