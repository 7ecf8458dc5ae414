import { defaultReminderSettings } from '@meldewerk/contract/reminder';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { thursdayAfternoon, tuesday } from '../../test/appointments.ts';
import { report } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { remindOfProposals } from './remind-of-proposals.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let reportId: string;
let waited: number;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster', { reminders: { ...defaultReminderSettings, notOnSundays: false, proposalUnanswered: { enabled: true, afterHours: 24 } } });
  clerk = await signInAs(platform, workshop, 'clerk');
});
beforeEach(async () => {
  waited = 0;
  ({ reportId } = await report(platform, workshop.host));
  const half = (startsAt: string) => ({ startsAt, durationMinutes: 30 });
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/appointment-proposals`, { cookie: clerk, json: { seenRound: 0, slots: [half(tuesday), half(thursdayAfternoon)] } });
  expect(response.status).toBe(201);
  await platform.runJobs();
  platform.simulators.inbox.clear();
});
afterEach(async () => {
  // What is still open belongs to its own test.
  await platform.request(workshop.host, `/api/reports/${reportId}/appointment-cancellations`, { cookie: clerk, json: { seenRound: 1 } });
  platform.clock.advance({ hours: -waited });
});
afterAll(() => platform.close());

async function after(hours: number): Promise<string[]> {
  platform.clock.advance({ hours });
  waited += hours;
  platform.simulators.inbox.clear();
  // Two workers at once.
  await Promise.all([remindOfProposals(platform.services), remindOfProposals(platform.services)]);
  await platform.runJobs();
  return platform.simulators.inbox.messages().map((message) => ('subject' in message && message.subject ? String(message.subject) : (message.text ?? '')));
}

test('whoever does not answer is reminded after the time the workshop sets, as often as it sets, and once only', async () => {
  expect(await after(23)).toEqual([]);
  expect(await after(1)).toEqual(['Erinnerung: Terminvorschlag von Karosserie karosserie-muster']);
  expect(await after(1)).toEqual([]);
  expect(await after(23)).toHaveLength(1);
  expect(await after(48)).toEqual([]);
});

test('nobody is reminded at night, or after an answer', async () => {
  // 22:00 in Karlsruhe.
  expect(await after(35)).toEqual([]);
  const { access } = await openStatusPage(platform, workshop, reportId);
  await platform.request(workshop.host, '/api/status/appointment-answers', { headers: bearer({ token: access }), json: { answer: 'declined', seenRound: 1 } });
  await platform.runJobs();
  expect(await after(12)).toEqual([]);
});

test('times that are over are nothing to be reminded of', async () => {
  expect(await after(24 * 14)).toEqual([]);
});
