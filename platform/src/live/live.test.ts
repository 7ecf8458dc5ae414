import { staffSessions } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { Hono } from 'hono';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { askOverSocket } from '../../test/over-socket.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { requestContext } from '../http/request-context.ts';
import type { AppEnv } from '../http/scope.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { createLiveRoutes } from './routes.ts';

const reportId = '01900000-0000-7000-8000-000000000001';
let platform: Platform;
let workshop: Workshop;
let neighbour: Workshop;

beforeAll(async () => {
  platform = await bootPlatform({ listen: true });
  workshop = await provisionWorkshop(platform, 'live-eins');
  neighbour = await provisionWorkshop(platform, 'live-zwei');
});
afterAll(() => platform.close());

const notify = ({ tenantId }: Workshop, kind = 'reportSubmitted') => platform.services.sql`select pg_notify('report_changes', ${JSON.stringify({ tenantId, kind, reportId })})`;

/** Opens the stream over a real socket, as a browser does. */
async function listen(at: Workshop, cookie: string, on = platform) {
  const answer = await askOverSocket(on, at.host, '/api/live', { headers: { cookie } });
  return { ...readStream(answer), answer, leave: () => void answer.destroy() };
}

function readStream(stream: AsyncIterable<Uint8Array>) {
  const chunks = stream[Symbol.asyncIterator]();
  let text = '';
  return {
    /** All that came up to and with `wanted`; throws when the stream ends before. */
    async until(wanted: string): Promise<string> {
      while (!text.includes(wanted)) {
        const { done, value } = await chunks.next();
        if (done) throw new Error(`the stream ended after ${JSON.stringify(text)}`);
        text += Buffer.from(value).toString();
      }
      const heard = text;
      text = '';
      return heard;
    },
    async untilEnd(): Promise<void> {
      while (!(await chunks.next()).done);
    },
  };
}

test('an open portal hears of a change at once, and only of its own workshop', async () => {
  const here = await listen(workshop, await signInAs(platform, workshop, 'viewer'));
  const there = await listen(neighbour, await signInAs(platform, neighbour, 'viewer'));
  expect(here.answer.headers['content-type']).toBe('text/event-stream');
  await Promise.all([here.until('retry'), there.until('retry')]);

  await notify(neighbour, 'reportChanged');
  await notify(workshop);
  expect(await here.until('\n\n')).toBe(`event: report\ndata: {"kind":"reportSubmitted","reportId":"${reportId}"}\n\n`);
  expect(await there.until('\n\n')).toContain('reportChanged');
  here.leave();
  there.leave();
});

test('what is no message of ours is dropped, and the next one still arrives', async () => {
  const stream = await listen(workshop, await signInAs(platform, workshop, 'viewer'));
  await stream.until('retry');
  for (const payload of ['', 'null', '{"tenantId":"x"}', '{']) await platform.services.sql`select pg_notify('report_changes', ${payload})`;
  await notify(workshop);
  expect(await stream.until('event')).toContain('reportSubmitted');
  stream.leave();
});

test('when the connection that listens is lost, portals are ended so that they connect anew, and then hear again', async () => {
  const cookie = await signInAs(platform, workshop, 'viewer');
  const stream = await listen(workshop, cookie);
  await stream.until('retry');
  const owner = postgres(platform.database.ownerUrl, { max: 1 });
  await owner`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen "report_changes"%' and datname = current_database()`;
  await stream.untilEnd();

  const again = await listen(workshop, cookie);
  await again.until('retry');
  await notify(workshop);
  expect(await again.until('event')).toContain('reportSubmitted');
  again.leave();
  await owner.end();
});

test('a portal hears nothing without a session', async () => {
  const response = await platform.request(workshop.host, '/api/live');
  expect(response.status).toBe(401);
});

test('one person has ten streams at most, and a stream that was left makes room', async () => {
  const shop = await provisionWorkshop(platform, 'live-viele');
  const cookie = await signInAs(platform, shop, 'clerk');
  const streams = await Promise.all(Array.from({ length: 10 }, () => listen(shop, cookie)));
  expect((await platform.request(shop.host, '/api/live', { cookie })).status).toBe(429);
  streams[0]!.leave();
  await expect.poll(async () => {
    const response = await platform.request(shop.host, '/api/live', { cookie });
    await response.body?.cancel();
    return response.status;
  }).toBe(200);
  for (const stream of streams) stream.leave();
});

test('heartbeats keep a quiet stream open, and it ends once the session has ended', async () => {
  const shop = await provisionWorkshop(platform, 'live-ende');
  const cookie = await signInAs(platform, shop, 'viewer');
  const app = new Hono<AppEnv>().use(requestContext(platform.services), tenantScope);
  app.route('/', createLiveRoutes(platform.live, { heartbeatMs: 5, sessionCheckMs: 20 }));
  const response = await app.request(new Request('http://localhost/api/live', { headers: { host: shop.host, cookie } }));
  const stream = readStream(response.body!);
  await stream.until(': still here\n\n: still here');
  await inTenant(platform.services.db, shop.tenantId, (tx) => tx.delete(staffSessions));
  await stream.untilEnd();
});

test('asking for the headers of the stream opens none', async () => {
  const cookie = await signInAs(platform, workshop, 'viewer');
  const answer = await askOverSocket(platform, workshop.host, '/api/live', { method: 'HEAD', headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  await readStream(answer).untilEnd();
});

test('an open portal does not keep a stopping process waiting', async () => {
  const stopping = await bootPlatform({ listen: true });
  const shop = await provisionWorkshop(stopping, 'live-stopp');
  const cookie = await signInAs(stopping, shop, 'viewer');
  const stream = await listen(shop, cookie, stopping);
  await stream.until('retry');
  await stopping.close();
  await stream.untilEnd();
  // Ended, not cut off as what a stopping process has waited for in vain.
  expect(stream.answer.complete).toBe(true);
});
