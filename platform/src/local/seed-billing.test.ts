import type { EventPage, WorkshopDetail, WorkshopPage } from '@meldewerk/contract/operator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailsTo } from '../../test/account-holder.ts';
import { bootPlatform, hostOf, type Platform } from '../../test/harness.ts';
import { cookieOf } from '../../test/workshop.ts';
import { demoAccountHolder } from './seed-accounts.ts';
import { seedBilling } from './seed-billing.ts';
import { demoOperator } from './seed-operator.ts';
import { demoTenant } from './seed-workshop.ts';

let platform: Platform;
let cookie: string;

beforeAll(async () => {
  platform = await bootPlatform();
  await seedBilling(platform.config, platform.database.appUrl, platform.simulators, () => {}, { documents: platform.services.documents });
  cookie = cookieOf(await platform.request(hostOf(platform, 'operator'), '/api/operator/sessions', { json: demoOperator }));
});
afterAll(() => platform?.close());

async function read<Answer>(path: string): Promise<Answer> {
  return (await (await platform.request(hostOf(platform, 'operator'), `/api/operator${path}`, { cookie })).json()) as Answer;
}

test('the console of a local start shows workshops that pay, owe, left, try and are being set up, each with the past that led there', async () => {
  const { workshops } = await read<WorkshopPage>('/workshops');
  expect(Object.fromEntries(workshops.map(({ slug, state }) => [slug, state]))).toEqual({ 'autohaus-bergmann': 'active', [demoTenant]: 'active', 'karosserie-schwarzwald': 'cancelled', 'beulendoktor-kehl': 'pastDue', 'lackwerk-sued': 'trial', 'unfallzentrum-ortenau': 'setup' });
  const paying = await read<WorkshopDetail>(`/workshops/${workshops.find(({ slug }) => slug === demoTenant)?.tenantId}`);
  expect(paying.mandates).toMatchObject([{ state: 'valid', maskedIban: 'DE•• •••• 3000', hasDocument: true }]);
  expect(paying.invoices).toMatchObject([{ status: 'paid', debit: { state: 'paid' } }]);
  const { events } = await read<EventPage>('/events');
  expect(new Set(events.map(({ state }) => state))).toEqual(new Set(['applied']));
  expect(events.every(({ occurredAt, receivedAt }) => Math.abs(Date.parse(receivedAt) - Date.parse(occurredAt)) < 3_600_000)).toBe(true);
});

test('of all the mails of the past one comes to the mailbox now: the last invoice, with its PDF', async () => {
  await platform.runJobs();
  const attached = mailsTo(platform, demoAccountHolder).flatMap(({ attachments = [] }) => attachments.map(({ fileName }) => fileName));
  expect(attached).toEqual([expect.stringMatching(/^Rechnung-.+\.pdf$/)]);
});

test('seeding a second time changes nothing, and Chargebee’s clock is the machine’s again', async () => {
  const before = await read<WorkshopPage>('/workshops');
  await seedBilling(platform.config, platform.database.appUrl, platform.simulators, () => expect.unreachable('nothing is seeded twice'));
  expect(await read<WorkshopPage>('/workshops')).toEqual(before);
  expect(platform.simulators.chargebee.site.state().offsetMs).toBe(0);
});
