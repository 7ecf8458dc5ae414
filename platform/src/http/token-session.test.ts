import { inviteAccountHolder } from '@meldewerk/billing/invite-account-holder';
import { inviteOperator } from '@meldewerk/tenants/operators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretIn } from '../../test/account-holder.ts';
import { bootPlatform, hostOf, type Platform, type TestRequest } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

const password = 'betreiber-mit-langem-wort';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform({ settings: { PUBLIC_PROTOCOL: 'https', PUBLIC_PORT: '443' } });
  workshop = await provisionWorkshop(platform, 'sicher');
  const { token } = await inviteOperator(platform.services.db, { now: platform.clock.now(), newId: platform.services.newId }, { email: 'erika@betreiber.example', name: 'Erika' });
  await at('operator')('/passwords', { json: { token, password } });
});
afterAll(() => platform.close());

const at = (host: 'billing' | 'operator') => (path: string, request: TestRequest = {}) => platform.request(hostOf(platform, host), `/api/${host}${path}`, request);
/** Signs in from a browser that brings a cookie, and answers with the one it is given. */
const signIns = {
  async billing(cookie: string) {
    await inviteAccountHolder(platform.services.billing!, { tenantId: workshop.tenantId, email: 'kasse@sicher.example', by: { actor: 'operator' } });
    await platform.runJobs();
    return at('billing')('/sessions', { cookie, json: { token: secretIn(platform, 'kasse@sicher.example') } });
  },
  operator: (cookie: string) => at('operator')('/sessions', { cookie, json: { email: 'erika@betreiber.example', password } }),
};
const tokenOf = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1).split(';')[0] ?? '';

test.each(['billing', 'operator'] as const)('the session of %s goes to its host alone, is none a stranger put there, and ends the one before', async (host) => {
  const name = `__Host-meldewerk_${host}`;
  const planted = `${name}=${'a'.repeat(43)}`;
  const [set] = (await signIns[host](planted)).headers.getSetCookie();
  expect(set).toMatch(new RegExp(`^${name}=[\\w-]{43};`));
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(set).toContain(attribute);
  expect(set).not.toContain('Domain');
  const isOpen = async (cookie: string) => (await at(host)('/sessions/current', { cookie })).status === 200;
  const first = `${name}=${tokenOf(set!)}`;
  expect([await isOpen(planted), await isOpen(first)]).toEqual([false, true]);
  // As a workshop's page or plain http could set it.
  expect(await isOpen(`meldewerk_${host}=${tokenOf(set!)}`)).toBe(false);
  const [again] = (await signIns[host](first)).headers.getSetCookie();
  expect([await isOpen(first), await isOpen(`${name}=${tokenOf(again!)}`)]).toEqual([false, true]);
});

test('a session of one door opens no other', async () => {
  const staff = await signInAs(platform, workshop, 'admin');
  const [billing, operator] = [tokenOf((await signIns.billing('')).headers.getSetCookie()[0]!), tokenOf((await signIns.operator('')).headers.getSetCookie()[0]!)];
  for (const token of [operator, tokenOf(staff)]) expect((await at('billing')('/sessions/current', { cookie: `__Host-meldewerk_billing=${token}` })).status).toBe(401);
  for (const token of [billing, tokenOf(staff)]) expect((await at('operator')('/sessions/current', { cookie: `__Host-meldewerk_operator=${token}` })).status).toBe(401);
  for (const token of [billing, operator]) expect((await platform.request(workshop.host, '/api/staff/sessions/current', { cookie: `__Host-meldewerk=${token}` })).status).toBe(401);
});
