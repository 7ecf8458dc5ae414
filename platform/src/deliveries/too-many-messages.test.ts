import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportDetail } from '@meldewerk/contract/report';
import { report } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { declarationOf, declare } from '../../test/withdrawals.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'massenpost');
  clerk = await signInAs(platform, workshop, 'clerk');
});
afterAll(() => platform.close());

const sentTo = (address: string) => platform.simulators.inbox.messages().filter(({ to }) => to === address).length;

test('a stranger whose number and address somebody types again and again gets twenty confirmations, and every report still counts', async () => {
  const reporter = { role: 'keeper' as const, firstName: 'Jo', lastName: 'Fremd', phone: '0151 77777777', email: 'opfer@fremd.example' };
  for (let index = 0; index < 22; index++) {
    // The address that sends is limited as well, and differs in an attack.
    await platform.services.sql`delete from rate_limits`;
    await report(platform, workshop.host, { reporter, source: { kind: index % 2 ? 'link' : 'page' } });
  }
  await platform.runJobs();
  expect([sentTo('+4915177777777'), sentTo('opfer@fremd.example')]).toEqual([20, 20]);
});

test('staff cannot send the same message without end', async () => {
  const { reportId } = await report(platform, workshop.host, { reporter: { role: 'keeper', firstName: 'Jo', lastName: 'Kern', phone: '0151 66666666', email: 'jo@kunde.example' } });
  await platform.runJobs();
  const { deliveries } = (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json()) as ReportDetail;
  const sms = deliveries.find(({ target }) => target === 'customerSms');
  const statuses: number[] = [];
  for (let index = 0; index < 14; index++) statuses.push((await platform.request(workshop.host, `/api/deliveries/${sms?.id}/attempts`, { method: 'POST', cookie: clerk })).status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(12);
  expect(statuses.at(-1)).toBe(429);
});

test('a sender who is refused leaves nothing behind, whatever addresses and links are made up', async () => {
  const count = async () => Number((await platform.services.sql<{ n: number }[]>`select count(*)::integer as n from rate_limits`)[0]?.n);
  const attack = async () => {
    const token = randomBytes(16).toString('base64url');
    const declared = await declare(platform, workshop, declarationOf(), { from: '203.0.113.77' });
    const renewed = await platform.request(workshop.host, '/api/link/renewal', { method: 'POST', headers: { authorization: `Bearer ${token}` }, from: '203.0.113.77' });
    return [declared.status, renewed.status];
  };
  for (let index = 0; index < 10; index++) await attack();
  const before = await count();
  expect(await attack()).toEqual([429, 429]);
  expect(await count()).toBe(before);
});
