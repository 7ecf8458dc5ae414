import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { suspendTenant } from '@meldewerk/tenants/suspend';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from './harness.ts';
import { provisionWorkshop, type Workshop } from './workshop.ts';

let platform: Platform;
let workshop: Workshop;
let base: string;

beforeAll(async () => {
  platform = await bootPlatform({ listen: true });
  workshop = await provisionWorkshop(platform, 'lackwerk', { name: 'Lackwerk Sonnenschein' });
  const suspended = await provisionWorkshop(platform, 'stillgelegt', { name: 'Stillgelegt GmbH' });
  await suspendTenant(platform.services.db, suspended.tenantId, new Date());
  base = new URL(`http://${workshop.host}`).host.slice('lackwerk.'.length);
});
afterAll(() => platform.close());

const site = (host: string, headers: Record<string, string> = {}) => platform.request(host, '/api/site', { headers });
const page = (host: string) => platform.request(host, '/', { headers: { accept: 'text/html' } });

test.each([
  ['as it is', () => `lackwerk.${base}`],
  ['in upper case', () => `LackWerk.${base}`.toUpperCase()],
  ['with a trailing dot', () => `lackwerk.${base.replace(':', '.:')}`],
  ['with another port', () => `lackwerk.localhost:9`],
  ['without a port', () => 'lackwerk.localhost'],
])('a workshop is found under its name %s', async (_, host) => {
  const response = await site(host());
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ slug: 'lackwerk', pageUrl: expect.stringContaining(`http://lackwerk.${base}`) });
});

const nobody = [
  'niemand.localhost', 'constructor.localhost', '__proto__.localhost', 'prototype.localhost', 'hasownproperty.localhost', 'tostring.localhost', 'www.localhost', 'admin.localhost', 'api.localhost',
  'xn--lackwrk-cxa.localhost', 'xn--lackwerk.localhost', 'l\u00e4ckwerk.localhost', '-lackwerk.localhost', 'lackwerk-.localhost', 'lack--werk.localhost', 'la.localhost', `${'a'.repeat(41)}.localhost`,
  'x.lackwerk.localhost', 'lackwerk.localhost.evil.example', 'lackwerk.evil.example', 'evil.example', 'lackwerklocalhost', '.localhost', 'lackwerk..localhost', 'lackwerk.localhost..', 'lackwerk_.localhost',
  'lackwerk.localhost:99999999', 'lackwerk.localhost:x', 'lackwerk.localhost@evil.example', 'evil@lackwerk.localhost', 'lackwerk.localhost/x', 'lackwerk%2elocalhost', 'lackwerk%00.localhost',
  '127.0.0.1', '[::1]', '[::1]:3000', '2130706433', '*.localhost', "lackwerk'.localhost", 'lackwerk.localhost, evil.example', 'lackwerk.localhost lackwerk.localhost', 'a'.repeat(5_000),
];
test.each(nobody)('the host %j is nobody: a problem for the API, a friendly page for people, and no workshop in either', async (host) => {
  for (const response of [await site(host), await page(host)]) {
    expect(response.status).toBe(404);
    const body = await response.text();
    expect(body).not.toMatch(/sonnenschein|lackwerk@|tenant_id/i);
    const type = response.headers.get('content-type');
    if (type === 'application/problem+json') expect(JSON.parse(body)).toMatchObject({ code: 'tenantNotFound' });
    else expect(type).toContain('text/html');
  }
});

test('all unknown hosts look alike', async () => {
  const answers = await Promise.all(['niemand.localhost', 'constructor.localhost', 'www.localhost', 'xn--a.localhost', 'evil.example'].map(async (host) => {
    const { requestId: _, ...problem } = (await (await site(host)).json()) as Record<string, unknown>;
    return problem;
  }));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('a suspended workshop says so and shows nothing of itself', async () => {
  const response = await site('stillgelegt.localhost');
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'tenantSuspended']);
  expect(await (await page('stillgelegt.localhost')).text()).not.toContain('Stillgelegt GmbH');
  const signIn = await platform.request('stillgelegt.localhost', '/api/staff/sessions', { json: { email: 'a@b.example', password: 'irgendetwas' } });
  expect(signIn.status).toBe(403);
});

test('what a stranger writes into forwarding headers counts for nothing', async () => {
  for (const header of ['x-forwarded-host', 'x-original-host', 'x-host', 'x-forwarded-server', 'forwarded']) {
    const value = header === 'forwarded' ? 'host=lackwerk.localhost' : 'lackwerk.localhost';
    expect([header, (await site('niemand.localhost', { [header]: value })).status]).toEqual([header, 404]);
    const genuine = await site(workshop.host, { [header]: 'niemand.localhost' });
    expect([header, genuine.status]).toEqual([header, 200]);
    expect(JSON.stringify(await genuine.json())).not.toContain('niemand.localhost');
  }
});

test('a configured proxy is believed, and only what it wrote itself', async () => {
  const behind = await bootPlatform({ settings: { TRUSTED_PROXIES: '10.9.9.9' } });
  await provisionWorkshop(behind, 'dahinter');
  const ask = (forwarded: string, from: string) => behind.request('intern', '/api/site', { from, headers: { 'x-forwarded-host': forwarded } });
  expect((await ask('dahinter.localhost', '10.9.9.9')).status).toBe(200);
  expect((await ask('dahinter.localhost', '10.9.9.8')).status).toBe(404);
  expect((await ask('dahinter.localhost, niemand.localhost', '10.9.9.9')).status).toBe(404);
  expect((await ask('niemand.localhost, dahinter.localhost', '10.9.9.9')).status).toBe(200);
  await behind.close();
});

/** What the server answers to bytes that no HTTP library would send. */
async function answerTo(lines: string[]): Promise<string> {
  const socket = connect(platform.config.http.port, '127.0.0.1');
  socket.write([...lines, 'Connection: close', '', ''].join('\r\n'));
  return text(socket);
}

test.each([
  ['two hosts', ['GET /api/site HTTP/1.1', 'Host: lackwerk.localhost', 'Host: niemand.localhost'], 400],
  ['the same host twice', ['GET /api/site HTTP/1.1', 'Host: lackwerk.localhost', 'host: lackwerk.localhost'], 400],
  ['no host', ['GET /api/site HTTP/1.1'], 400],
  ['an empty host', ['GET /api/site HTTP/1.1', 'Host:'], [400, 404]],
  ['a host of control characters', ['GET /api/site HTTP/1.1', 'Host: lackwerk.localhost\u0000'], [400, 404]],
  ['another host in an absolute address', ['GET http://lackwerk.localhost/api/site HTTP/1.1', 'Host: niemand.localhost'], [400, 404]],
  ['a user in an absolute address', ['GET http://x@lackwerk.localhost/api/site HTTP/1.1', 'Host: lackwerk.localhost'], [200, 400]],
  ['a method nobody knows', ['BREW /api/site HTTP/1.1', 'Host: lackwerk.localhost'], 400],
])('a request with %s is answered without breaking', async (_, lines, expected) => {
  const answer = await answerTo(lines);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
  expect([expected].flat(), answer.slice(0, 300)).toContain(status);
  if (status !== 200) expect(answer).not.toContain('Sonnenschein');
});
