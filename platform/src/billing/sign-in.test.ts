import { inviteAccountHolder } from '@meldewerk/billing/invite-account-holder';
import { billingAudit, billingSessions, billingSignIns } from '@meldewerk/db/schema-billing';
import { asOperator } from '@meldewerk/db/billing-scope';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { billingHost, inviteAndSignIn, mailsTo, secretIn } from '../../test/account-holder.ts';
import { bootPlatform, type Platform, type TestRequest } from '../../test/harness.ts';
import { sweepSignIns } from './sweep-sign-ins.ts';
import { cookieOf, provisionWorkshop, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let other: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  [workshop, other] = await Promise.all([provisionWorkshop(platform, 'werkstatt-eins'), provisionWorkshop(platform, 'werkstatt-zwei')]);
});
afterAll(() => platform.close());

const ask = (path: string, request: TestRequest = {}) => platform.request(billingHost(platform), `/api/billing${path}`, request);
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const orderSignIn = async (email: string) => {
  const answer = await ask('/sign-ins', { json: { email } });
  expect(answer.status).toBe(202);
  const { signInId } = (await answer.json()) as { signInId: string };
  await platform.runJobs();
  return signInId;
};
const codeIn = (email: string) => (/\d{3} \d{3}/.exec(mailsTo(platform, email).at(-1)?.text ?? '')?.[0] ?? '').replace(' ', '');
const refusals = () => asOperator(platform.services.db, (tx) => tx.select().from(billingAudit).where(eq(billingAudit.refused, true)));

test('an invitation signs in once, and leads to the workshop it is for and to no other', async () => {
  const holder = await inviteAndSignIn(platform, workshop, 'kasse@eins.example');
  const session = await (await ask('/sessions/current', { cookie: holder.cookie })).json();
  expect(session).toEqual({ email: 'kasse@eins.example', accounts: [{ tenantId: workshop.tenantId, name: workshop.name, slug: 'werkstatt-eins', state: 'setup' }] });
  expect((await holder.ask('')).status).toBe(200);
  const foreign = await ask(`/accounts/${other.tenantId}`, { cookie: holder.cookie });
  expect(await codeOf(foreign)).toEqual([404, 'notFound']);
  expect((await refusals()).filter(({ type, data }) => type === 'accountRefused' && (data as { asked: string }).asked === other.tenantId)).toHaveLength(1);
  expect(await codeOf(await ask('/sessions', { json: { token: secretIn(platform, holder.email) } }))).toEqual([410, 'signInLinkInvalid']);
  expect(await codeOf(await platform.request(workshop.host, '/api/billing/sessions/current', { cookie: holder.cookie }))).toEqual([404, 'notFound']);
});

test('an invitation sent again ends the one before, and none works after two weeks', async () => {
  const { billing } = platform.services;
  const invite = () => inviteAccountHolder(billing!, { tenantId: other.tenantId, email: 'kasse@zwei.example', by: { actor: 'operator' } });
  await invite();
  await platform.runJobs();
  const first = secretIn(platform, 'kasse@zwei.example');
  await invite();
  await platform.runJobs();
  const second = secretIn(platform, 'kasse@zwei.example');
  expect((await ask('/sessions', { json: { token: first } })).status).toBe(410);
  platform.clock.advance({ days: 14, minutes: 1 });
  expect((await ask('/sessions', { json: { token: second } })).status).toBe(410);
});

test('signing in works by link or by code, each once, and the code is in no table', async () => {
  const signInId = await orderSignIn('kasse@eins.example');
  const code = codeIn('kasse@eins.example');
  const stored = await platform.services.db.select().from(billingSignIns).where(eq(billingSignIns.id, signInId));
  expect(JSON.stringify(stored)).not.toContain(code);
  const byCode = await ask('/sessions', { json: { signInId, code: `${code.slice(0, 3)} ${code.slice(3)}` } });
  expect(byCode.status).toBe(200);
  expect(await codeOf(await ask('/sessions', { json: { signInId, code } }))).toEqual([401, 'codeWrong']);
  await orderSignIn('kasse@eins.example');
  expect((await ask('/sessions', { json: { token: secretIn(platform, 'kasse@eins.example') } })).status).toBe(200);
});

test('an address nobody pays with is answered alike, and written to by nobody', async () => {
  const known = await ask('/sign-ins', { json: { email: 'kasse@eins.example' } });
  const unknown = await ask('/sign-ins', { json: { email: 'fremd@kunde.example' } });
  const [a, b] = (await Promise.all([known.json(), unknown.json()])) as { signInId: string }[];
  expect([unknown.status, Object.keys(b!)]).toEqual([known.status, Object.keys(a!)]);
  await platform.runJobs();
  expect(mailsTo(platform, 'fremd@kunde.example')).toEqual([]);
  for (const { signInId } of [a!, b!]) for (let tried = 0; tried < 7; tried++) expect(await codeOf(await ask('/sessions', { json: { signInId, code: '000000' } }))).toEqual([401, 'codeWrong']);
});

test('after five wrong codes the right one is no use either; after a quarter of an hour neither', async () => {
  const tried = await orderSignIn('kasse@eins.example');
  const right = codeIn('kasse@eins.example');
  const wrong = right === '000000' ? '000001' : '000000';
  for (let count = 0; count < 5; count++) await ask('/sessions', { json: { signInId: tried, code: wrong } });
  expect(await codeOf(await ask('/sessions', { json: { signInId: tried, code: right } }))).toEqual([401, 'codeWrong']);
  const late = await orderSignIn('kasse@eins.example');
  platform.clock.advance({ minutes: 16 });
  expect(await codeOf(await ask('/sessions', { json: { signInId: late, code: codeIn('kasse@eins.example') } }))).toEqual([401, 'codeWrong']);
  expect((await ask('/sessions', { json: { token: secretIn(platform, 'kasse@eins.example') } })).status).toBe(410);
});

test('a session ends when it is not used for twelve hours, after seven days in any case, and by signing out', async () => {
  const open = async () => (await inviteAndSignIn(platform, other, 'kasse@zwei.example')).cookie;
  const isOpen = async (cookie: string) => (await ask('/sessions/current', { cookie })).status === 200;
  const idle = await open();
  platform.clock.advance({ hours: 12, minutes: 1 });
  expect(await isOpen(idle)).toBe(false);
  const used = await open();
  for (let half = 0; half < 16; half++) {
    platform.clock.advance({ hours: 10 });
    expect(await isOpen(used)).toBe(true);
  }
  platform.clock.advance({ hours: 9 });
  expect(await isOpen(used)).toBe(false);
  const left = await open();
  const out = await ask('/sessions/current', { method: 'DELETE', cookie: left });
  expect([out.status, out.headers.getSetCookie()[0]]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  expect(await isOpen(left)).toBe(false);
});

test('what is over is swept away, and no address of somebody who only tried stays', async () => {
  await ask('/sign-ins', { json: { email: 'versuch@kunde.example' } });
  platform.clock.advance({ days: 2 });
  await sweepSignIns(platform.services);
  expect(await platform.services.db.select().from(billingSignIns).where(eq(billingSignIns.purpose, 'signIn'))).toEqual([]);
  expect(await platform.services.db.select().from(billingSessions)).toEqual([]);
});

test('another accounting e-mail counts once its own mail was opened; the old one is told and opens nothing any more', async () => {
  const { cookie } = await inviteAndSignIn(platform, workshop, 'kasse@eins.example');
  const asked = await ask(`/accounts/${workshop.tenantId}/email`, { method: 'PUT', cookie, json: { email: 'Neu@eins.example' } });
  expect(await asked.json()).toMatchObject({ email: 'kasse@eins.example', pendingEmail: 'neu@eins.example' });
  await platform.runJobs();
  const token = secretIn(platform, 'neu@eins.example');
  expect(await codeOf(await ask('/sessions', { json: { token } }))).toEqual([410, 'signInLinkInvalid']);
  const confirmed = await ask('/email-confirmations', { json: { token } });
  expect(await confirmed.json()).toMatchObject({ email: 'neu@eins.example', accounts: [{ tenantId: workshop.tenantId }] });
  expect((await ask('/email-confirmations', { json: { token } })).status).toBe(410);
  expect((await ask(`/accounts/${workshop.tenantId}`, { cookie })).status).toBe(404);
  expect((await ask(`/accounts/${workshop.tenantId}`, { cookie: cookieOf(confirmed) })).status).toBe(200);
  await platform.runJobs();
  expect(mailsTo(platform, 'kasse@eins.example').at(-1)?.subject).toBe('Rechnungen gehen jetzt an eine andere Adresse');
});
