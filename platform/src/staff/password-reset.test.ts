import { passwordResets, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, staffPassword, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
beforeAll(async () => void (platform = await bootPlatform()));
afterAll(() => platform.close());

const order = (workshop: Workshop, email: string, from?: string) => platform.request(workshop.host, '/api/staff/password-resets', { json: { email }, from });
const setPassword = (workshop: Workshop, token: string, password: string) => platform.request(workshop.host, '/api/staff/passwords', { json: { token, password } });
const mailsTo = (email: string) => platform.simulators.inbox.messages().flatMap((message) => (message.vendor === 'resend' && message.to === email ? [message] : []));
const newPassword = 'Ein-neues-Passwort';

async function tokenFor(workshop: Workshop, email: string): Promise<string> {
  await order(workshop, email);
  await platform.runJobs();
  const link = /http:\/\/\S+\/portal\/reset-password#([\w-]+)/.exec(mailsTo(email).at(-1)?.text ?? '');
  if (!link?.[1]) throw new Error('no link in the mail');
  return link[1];
}

test('a forgotten password is set anew by mail: the link leads to this workshop, works once, and ends every session', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-eins');
  const cookie = await signInAs(platform, workshop, 'clerk');
  const token = await tokenFor(workshop, workshop.emailOf.clerk);
  const [mail] = mailsTo(workshop.emailOf.clerk);
  expect(mail?.text).toContain(`http://${workshop.host}/portal/reset-password#`);

  const response = await setPassword(workshop, token, newPassword);
  expect(response.status).toBe(204);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect((await platform.request(workshop.host, '/api/staff/sessions/current', { cookie })).status).toBe(401);
  await expect(signInAs(platform, workshop, 'clerk', staffPassword)).rejects.toThrow('401');
  expect(await signInAs(platform, workshop, 'clerk', newPassword)).toBeTruthy();

  const again = await setPassword(workshop, token, 'Noch-ein-Passwort');
  expect(again.status).toBe(410);
  expect(await again.json()).toMatchObject({ code: 'resetLinkInvalid' });
});

test('of twenty people who use one link at the same time one succeeds', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-wettlauf');
  const token = await tokenFor(workshop, workshop.emailOf.admin);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => setPassword(workshop, token, `Passwort-Nummer-${index}`)));
  const statuses = answers.map((answer) => answer.status).sort();
  expect(statuses).toEqual([204, ...Array(19).fill(410)]);
});

test('the link of one workshop sets no password at another', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-zwei');
  const neighbour = await provisionWorkshop(platform, 'reset-drei');
  const token = await tokenFor(workshop, workshop.emailOf.admin);
  expect((await setPassword(neighbour, token, newPassword)).status).toBe(410);
  expect((await setPassword(workshop, token, newPassword)).status).toBe(204);
});

test('a link ends after thirty minutes, and with the next one that is ordered', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-vier');
  const first = await tokenFor(workshop, workshop.emailOf.admin);
  const second = await tokenFor(workshop, workshop.emailOf.admin);
  expect((await setPassword(workshop, first, newPassword)).status).toBe(410);
  platform.clock.advance({ minutes: 31 });
  expect((await setPassword(workshop, second, newPassword)).status).toBe(410);
});

test('an account that never had a password gets one this way', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-fuenf');
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(staffUsers).set({ passwordHash: null }).where(eq(staffUsers.id, workshop.idOf.viewer)));
  expect((await setPassword(workshop, await tokenFor(workshop, workshop.emailOf.viewer), newPassword)).status).toBe(204);
  expect(await signInAs(platform, workshop, 'viewer', newPassword)).toBeTruthy();
});

test('unknown and disabled accounts are answered like known ones, put a job into the queue like them, and get no mail', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-sechs');
  const token = await tokenFor(workshop, workshop.emailOf.viewer);
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(staffUsers).set({ disabledAt: new Date() }).where(eq(staffUsers.id, workshop.idOf.viewer)));
  const sent = platform.simulators.inbox.messages().length;
  for (const email of ['niemand@reset-sechs.example', workshop.emailOf.viewer]) {
    const response = await order(workshop, email);
    expect([response.status, await response.text()]).toEqual([202, '']);
  }
  const sql = postgres(platform.database.ownerUrl, { max: 1 });
  const payloads = await sql`select payload from graphile_worker._private_jobs`;
  await sql.end();
  expect(payloads).toHaveLength(2);
  for (const { payload } of payloads) expect(Object.keys(payload).sort()).toEqual(['staffUserId', 'tenantId']);
  await platform.runJobs();
  expect(platform.simulators.inbox.messages()).toHaveLength(sent);
  expect((await setPassword(workshop, token, newPassword)).status).toBe(410);
});

test('neither link nor address stands in the database or in the logs', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-sieben');
  const token = await tokenFor(workshop, workshop.emailOf.admin);
  const rows = await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(passwordResets));
  expect(rows.map((row) => Buffer.from(row.tokenHash).length)).toContain(32);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(platform.logs)).not.toContain(token);
  expect(JSON.stringify(platform.logs)).not.toContain('@');
});

test.each(['kurz', 'x'.repeat(201)])('a password too short or too long is named as the fault', async (password) => {
  const workshop = await provisionWorkshop(platform, `reset-laenge-${password.length}`);
  const response = await setPassword(workshop, await tokenFor(workshop, workshop.emailOf.admin), password);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'validationFailed', issues: [{ path: 'password' }] });
});

test('ordering is limited by address and by account', async () => {
  const workshop = await provisionWorkshop(platform, 'reset-acht');
  const byAccount = [];
  for (let count = 0; count < 6; count++) byAccount.push((await order(workshop, workshop.emailOf.admin)).status);
  expect(byAccount).toEqual([202, 202, 202, 202, 202, 429]);
  const byAddress = [];
  for (let count = 0; count < 6; count++) byAddress.push((await order(workshop, `jemand${count}@reset-acht.example`, '203.0.113.9')).status);
  expect(byAddress).toEqual([202, 202, 202, 202, 202, 429]);
});
