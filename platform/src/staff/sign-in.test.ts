import { staffSessions, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { cookieOf, provisionWorkshop, signInAs, staffPassword, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let neighbour: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'lackwerk-nord');
  neighbour = await provisionWorkshop(platform, 'lackwerk-sued');
});
afterAll(() => platform.close());

const current = (host: string, cookie?: string) => platform.request(host, '/api/staff/sessions/current', { cookie });

test('staff sign in and are told who and where they are', async () => {
  const response = await platform.request(workshop.host, '/api/staff/sessions', { json: { email: ` ${workshop.emailOf.clerk.toUpperCase()} `, password: staffPassword } });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ staff: { email: workshop.emailOf.clerk, role: 'clerk' }, tenant: { slug: 'lackwerk-nord', timeZone: 'Europe/Berlin' } });
  const [cookie] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^meldewerk_staff=[a-z0-9]{30,}; /);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  expect(cookie).toContain('Path=/');
  expect((await current(workshop.host, cookieOf(response))).status).toBe(200);
});

test('the database holds no session id, only its SHA-256', async () => {
  const cookie = await signInAs(platform, workshop, 'viewer');
  const [row] = await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(staffSessions).where(eq(staffSessions.staffUserId, workshop.idOf.viewer)));
  expect(Buffer.from(row!.idHash)).toHaveLength(32);
  expect(Buffer.from(row!.idHash).toString('latin1')).not.toContain(cookie.split('=')[1]);
});

test('a session opens nothing at another workshop', async () => {
  const cookie = await signInAs(platform, workshop, 'admin');
  const response = await current(neighbour.host, cookie);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
});

test.each(['x', 'meldewerk_staff', 'meldewerk_staff=%E0%A4%A', 'meldewerk_staff=; meldewerk_staff=x', '%=%; =', 'meldewerk_staff="a"'])('the cookie %j is no session and no fault', async (cookie) => {
  expect((await current(workshop.host, cookie)).status).toBe(401);
});

test('wrong password, unknown account, and account without a password are answered alike', async () => {
  await inTenant(platform.services.db, neighbour.tenantId, (tx) => tx.update(staffUsers).set({ passwordHash: null }).where(eq(staffUsers.id, neighbour.idOf.viewer)));
  const answers = await Promise.all(
    [neighbour.emailOf.admin, 'niemand@lackwerk-sued.example', neighbour.emailOf.viewer].map(async (email) => {
      const response = await platform.request(neighbour.host, '/api/staff/sessions', { json: { email, password: 'falsch-falsch' } });
      const { requestId, ...body } = (await response.json()) as Record<string, unknown>;
      expect(requestId).toBeTruthy();
      return { status: response.status, body, headers: [...response.headers.keys()].sort() };
    }),
  );
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'invalidCredentials' } });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('signing in again gives a new session and ends the one before', async () => {
  const before = await signInAs(platform, workshop, 'clerk');
  const response = await platform.request(workshop.host, '/api/staff/sessions', { cookie: before, json: { email: workshop.emailOf.clerk, password: staffPassword } });
  const after = cookieOf(response);
  expect(after).not.toBe(before);
  expect((await current(workshop.host, before)).status).toBe(401);
  expect((await current(workshop.host, after)).status).toBe(200);
});

test('signing out ends the session and clears the cookie, also a second time', async () => {
  const cookie = await signInAs(platform, workshop, 'clerk');
  for (const _ of ['first', 'second']) {
    const response = await platform.request(workshop.host, '/api/staff/sessions/current', { method: 'DELETE', cookie });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^meldewerk_staff=; .*Max-Age=0/);
  }
  expect((await current(workshop.host, cookie)).status).toBe(401);
});

test('signing out everywhere ends every session of this user and of nobody else', async () => {
  const mine = [await signInAs(platform, workshop, 'clerk'), await signInAs(platform, workshop, 'clerk')];
  const colleague = await signInAs(platform, workshop, 'admin');
  expect((await platform.request(workshop.host, '/api/staff/sessions', { method: 'DELETE', cookie: mine[0] })).status).toBe(204);
  for (const cookie of mine) expect((await current(workshop.host, cookie)).status).toBe(401);
  expect((await current(workshop.host, colleague)).status).toBe(200);
});

test('a user who is disabled is out with the next request', async () => {
  const shop = await provisionWorkshop(platform, 'lackwerk-ost');
  const cookie = await signInAs(platform, shop, 'clerk');
  await inTenant(platform.services.db, shop.tenantId, (tx) => tx.update(staffUsers).set({ disabledAt: new Date() }).where(eq(staffUsers.id, shop.idOf.clerk)));
  expect((await current(shop.host, cookie)).status).toBe(401);
  const again = await platform.request(shop.host, '/api/staff/sessions', { json: { email: shop.emailOf.clerk, password: staffPassword } });
  expect(again.status).toBe(401);
});

test('a session ends after twelve idle hours, goes on while it is used, and ends after thirty days whatever happens', async () => {
  const shop = await provisionWorkshop(platform, 'lackwerk-west');
  const idle = await signInAs(platform, shop, 'viewer');
  const used = await signInAs(platform, shop, 'admin');
  platform.clock.advance({ hours: 7 });
  expect((await current(shop.host, used)).status).toBe(200);
  platform.clock.advance({ hours: 6 });
  expect((await current(shop.host, idle)).status).toBe(401);
  for (let hours = 13; hours < 30 * 24; hours += 6) {
    expect((await current(shop.host, used)).status).toBe(200);
    platform.clock.advance({ hours: 6 });
  }
  platform.clock.advance({ hours: 6 });
  expect((await current(shop.host, used)).status).toBe(401);
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling tenant', { 'sec-fetch-site': 'same-site' }],
  ['another origin without Sec-Fetch-Site', { 'sec-fetch-site': '', origin: 'http://evil.example' }],
  ['nowhere in particular', { 'sec-fetch-site': '' }],
])('a sign-in from %s is refused', async (_, headers) => {
  const { 'sec-fetch-site': site, ...rest } = headers as Record<string, string>;
  const request = new Request('http://localhost/api/staff/sessions', {
    method: 'POST',
    headers: { host: workshop.host, 'content-type': 'application/json', ...(site && { 'sec-fetch-site': site }), ...rest },
    body: JSON.stringify({ email: workshop.emailOf.admin, password: staffPassword }),
  });
  const response = await platform.app.request(request);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'crossSiteRequest' });
});

test('a browser that sends no Sec-Fetch-Site signs in by its Origin', async () => {
  const request = new Request('http://localhost/api/staff/sessions', {
    method: 'POST',
    headers: { host: workshop.host, 'content-type': 'application/json', origin: `http://${workshop.host}` },
    body: JSON.stringify({ email: workshop.emailOf.admin, password: staffPassword }),
  });
  expect((await platform.app.request(request)).status).toBe(200);
});

test('guessing is slowed by address and by account, each on its own', async () => {
  const shop = await provisionWorkshop(platform, 'lackwerk-mitte');
  const tryAs = async (email: string, from?: string) => (await platform.request(shop.host, '/api/staff/sessions', { json: { email, password: 'geraten-geraten' }, from })).status;
  const fromOne = [];
  for (let guess = 0; guess < 11; guess++) fromOne.push(await tryAs(`user${guess}@shop.example`, '203.0.113.7'));
  expect(fromOne).toEqual([...Array(10).fill(401), 429]);

  const atOne = [];
  for (let guess = 0; guess < 11; guess++) atOne.push(await tryAs(shop.emailOf.admin));
  expect(atOne).toEqual([...Array(10).fill(401), 429]);
  expect(await tryAs(shop.emailOf.clerk)).toBe(401);
});

test('over https the cookie is one that only this very host gets', async () => {
  const secure = await bootPlatform({ settings: { PUBLIC_PROTOCOL: 'https', PUBLIC_PORT: '443' } });
  const shop = await provisionWorkshop(secure, 'lackwerk-sicher');
  const response = await secure.request(shop.host, '/api/staff/sessions', { json: { email: shop.emailOf.admin, password: staffPassword } });
  const [cookie] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-meldewerk=/);
  expect(cookie).toContain('Secure');
  expect(cookie).not.toContain('Domain');
  expect(response.headers.get('strict-transport-security')).toContain('max-age=');
  await secure.close();
});

test('guessing at an account from elsewhere does not lock out its owner on a device known from before', async () => {
  const known = await provisionWorkshop(platform, 'karosserie-bekannt');
  const signIn = (headers: Record<string, string>, password: string, email = known.emailOf.clerk) =>
    platform.request(known.host, '/api/staff/sessions', { json: { email, password }, headers });
  const first = await signIn({}, staffPassword);
  const device = first.headers.getSetCookie().find((cookie) => cookie.includes('device'))?.split(';')[0] ?? '';
  expect(device).toMatch(/device=/);
  for (let guess = 0; guess < 12; guess++) await signIn({}, 'geraten-geraten');
  expect((await signIn({}, staffPassword)).status).toBe(429);
  expect((await signIn({ cookie: device }, staffPassword)).status).toBe(200);
  expect((await signIn({ cookie: device.replace(/.$/, 'x').replace(/..$/, 'yz') }, staffPassword)).status).toBe(429);
  expect((await signIn({ cookie: device }, staffPassword, known.emailOf.admin)).status).toBe(200);
  const onDevice = await Promise.all(Array.from({ length: 12 }, async () => (await signIn({ cookie: device }, 'geraten-geraten')).status));
  expect(onDevice).toContain(429);
});
