import { overviewSchema } from '@meldewerk/contract/overview';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { linkOf, prepare, sendLink } from '../../test/prepare-report.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let count = 0;

beforeAll(async () => {
  platform = await bootPlatform();
});
beforeEach(async () => {
  workshop = await provisionWorkshop(platform, `karosserie-${(count += 1)}`);
  clerk = await signInAs(platform, workshop, 'clerk');
});
afterAll(() => platform.close());

async function overview(weeks = 4) {
  const response = await platform.request(workshop.host, `/api/overview?weeks=${weeks}`, { cookie: clerk });
  expect(response.status).toBe(200);
  return v.parse(overviewSchema, await response.json());
}

const handle = (reportId: string, json: object) => platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json });

test('a workshop without a report sees zeros, and every week of the time asked for', async () => {
  const { today, numbers } = await overview();
  expect(numbers.perWeek.map(({ from, count: reports }) => [from, reports])).toEqual([['2026-10-26', 0], ['2026-11-02', 0], ['2026-11-09', 0], ['2026-11-16', 0]]);
  expect(numbers).toMatchObject({ from: '2026-10-26', to: '2026-11-20', byCategory: [], firstAnswer: { medianMinutes: null }, links: { sent: 0, opened: 0, begun: 0, submitted: 0 } });
  expect(today.waiting.every(({ count: waiting, first }) => waiting === 0 && first.length === 0)).toBe(true);
});

describe('what needs somebody today', () => {
  test('is what nobody opened, what is due and what is overdue, and not what is closed', async () => {
    const [late, due, closed] = [await submitSmallReport(platform, workshop), await submitSmallReport(platform, workshop), await submitSmallReport(platform, workshop)];
    await handle(late.receipt.reportId, { expected: { dueOn: null, assigneeId: null }, set: { dueOn: '2026-11-18', assigneeId: workshop.idOf.clerk } });
    await handle(due.receipt.reportId, { expected: { dueOn: null }, set: { dueOn: '2026-11-20' } });
    await handle(closed.receipt.reportId, { expected: { dueOn: null, status: 'submitted' }, set: { dueOn: '2026-11-18', status: 'completed' } });
    const { waiting } = (await overview()).today;
    const of = (kind: string) => waiting.find((candidate) => candidate.kind === kind);
    expect(of('overdue')).toMatchObject({ count: 1, mine: 1, first: [{ reportId: late.receipt.reportId }] });
    expect(of('dueToday')).toMatchObject({ count: 1, mine: 0, first: [{ reportId: due.receipt.reportId }] });
    expect(of('unopened')?.first.map(({ reportId }) => reportId)).toEqual([late.receipt.reportId, due.receipt.reportId]);
  });
});

test('what the customer wrote and wished waits, each number is the list’s behind it, and vehicles of today are named', async () => {
  const { receipt: { reportId } } = await submitSmallReport(platform, workshop);
  const { access } = await openStatusPage(platform, workshop, reportId);
  const customer = (path: string, json: object) => platform.request(workshop.host, `/api/status/${path}`, { headers: bearer({ token: access }), json });
  platform.clock.advance({ minutes: 1 });
  expect((await customer('messages', { id: '00000000-0000-4000-8000-0000000000aa', body: 'Wann darf ich kommen?' })).status).toBe(201);
  expect((await customer('appointment-answers', { answer: 'wishes', seenRound: 0, wishes: [{ day: '2026-12-01', part: 'morning' }] })).status).toBeLessThan(300);
  for (const [kind, query] of [['unread', 'status=open&unread=true'], ['wishes', 'status=open&turn=staff']]) {
    const waiting = (await overview()).today.waiting.find((candidate) => candidate.kind === kind);
    expect([kind, waiting]).toEqual([kind, expect.objectContaining({ count: 1, first: [expect.objectContaining({ reportId })] })]);
    const list = (await (await platform.request(workshop.host, `/api/reports?${query}`, { cookie: clerk })).json()) as { reports: { id: string }[] };
    expect(list.reports.map(({ id }) => id)).toEqual([reportId]);
  }
  const confirmed = await platform.request(workshop.host, `/api/reports/${reportId}/appointment-confirmations`, { cookie: clerk, json: { seenRound: 1, startsAt: '2026-11-20T13:30:00.000Z', durationMinutes: 30, acknowledged: true } });
  expect(confirmed.status, await confirmed.text()).toBeLessThan(300);
  expect((await overview()).today.arrivals).toMatchObject([{ reportId, startsAt: '2026-11-20T13:30:00.000Z' }]);
});

describe('the numbers', () => {
  test('count reports by week and category, and the time until the customer first hears from the workshop', async () => {
    const { receipt } = await submitSmallReport(platform, workshop);
    await submitSmallReport(platform, workshop);
    platform.clock.advance({ minutes: 90 });
    await handle(receipt.reportId, { expected: { status: 'submitted' }, set: { status: 'inReview' } });
    platform.clock.advance({ minutes: 600 });
    await handle(receipt.reportId, { expected: { status: 'inReview' }, set: { status: 'inRepair' } });
    const { numbers } = await overview();
    expect(numbers.perWeek.reduce((sum, week) => sum + week.count, 0)).toBe(2);
    expect(numbers.byCategory).toHaveLength(1);
    expect(numbers.firstAnswer.medianMinutes).toBe(90);
    expect(numbers.firstAnswer.byTime.filter(({ count: reports }) => reports > 0)).toEqual([{ time: 'fourHours', count: 1 }, { time: 'open', count: 1 }]);
  });

  test('follow individual links through their stages, and say where customers stopped', async () => {
    for (const steps of [[], ['questions', 'photos']]) {
      const { id } = await prepare(platform, workshop, clerk);
      await sendLink(platform, workshop, clerk, id);
      const { token } = await linkOf(platform, workshop, clerk, id);
      for (const step of steps) {
        await platform.request(workshop.host, '/api/link/opening', { method: 'POST', headers: bearer({ token }) });
        await platform.request(workshop.host, '/api/link/progress', { method: 'PUT', headers: bearer({ token }), json: { step } });
        platform.clock.advance({ minutes: 1 });
      }
    }
    expect((await overview()).numbers.stuckAt).toEqual([]);
    platform.clock.advance({ days: 2 });
    clerk = await signInAs(platform, workshop, 'clerk');
    const { numbers } = await overview();
    expect(numbers.links).toEqual({ sent: 2, opened: 1, begun: 1, submitted: 0 });
    expect(numbers.stuckAt).toEqual([{ step: 'photos', count: 1 }]);
  });
});
