import type { ChangeHandlingInput, Handling } from '@meldewerk/contract/handling';
import type { ReportDetail } from '@meldewerk/contract/report';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let admin: string;
let reportId: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster');
  [clerk, admin] = [await signInAs(platform, workshop, 'clerk'), await signInAs(platform, workshop, 'admin')];
});
beforeEach(async () => {
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
});
afterAll(() => platform.close());

async function change(cookie: string, json: ChangeHandlingInput): Promise<{ status: number; handling: Handling; issues: { path: string; message: string }[] }> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie, json });
  const body = (await response.json()) as Handling & { issues: { path: string; message: string }[] };
  return { status: response.status, handling: body, issues: body.issues };
}

async function read(): Promise<ReportDetail> {
  return (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json() as Promise<ReportDetail>;
}

test('a change is there with its event, and counts up the version', async () => {
  const me = workshop.idOf.clerk;
  const { status, handling } = await change(clerk, {
    expected: { status: 'submitted', assigneeId: null, tags: [], dueOn: null }, set: { status: 'inReview', assigneeId: me, tags: ['Hagel', 'Hagel'], dueOn: '2026-11-27' },
  });
  expect(status).toBe(200);
  expect(handling).toMatchObject({ version: 2, status: 'inReview', assigneeId: me, tags: ['Hagel'], dueOn: '2026-11-27', closedAt: null });
  const { events, handling: shown } = await read();
  expect(shown).toEqual(handling);
  expect(events.find(({ type }) => type === 'statusChanged')?.data).toMatchObject({ from: 'submitted', to: 'inReview' });
  expect(events.find(({ type }) => type === 'handlingChanged')?.data).toEqual({ fields: ['assigneeId', 'tags', 'dueOn'], assigneeId: me, dueOn: '2026-11-27' });
});

describe('two people on one report', () => {
  test('who comes second with the same field overwrites nothing and hears which field it was', async () => {
    await change(clerk, { expected: { nextStep: null }, set: { nextStep: 'Gutachter anrufen' } });
    const late = await change(admin, { expected: { nextStep: null, priority: 'normal' }, set: { nextStep: 'Teile bestellen', priority: 'high' } });
    expect(late.status).toBe(409);
    expect(late.issues.map(({ path }) => path)).toEqual(['nextStep']);
    expect((await read()).handling).toMatchObject({ nextStep: 'Gutachter anrufen', priority: 'normal' });
  });

  test('different fields do not get in each other’s way', async () => {
    const [one, other] = await Promise.all([
      change(clerk, { expected: { nextStep: null }, set: { nextStep: 'Gutachter anrufen' } }),
      change(admin, { expected: { priority: 'normal' }, set: { priority: 'high' } }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect((await read()).handling).toMatchObject({ nextStep: 'Gutachter anrufen', priority: 'high' });
  });

  test('at the same moment, exactly one of two wins', async () => {
    const answers = await Promise.all(['inReview', 'inRepair'].map((status) => change(clerk, { expected: { status: 'submitted' }, set: { status: status as 'inReview' } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test('"abgeschlossen" leaves the open list, is found by searching, and is reopened with a note only', async () => {
  await change(clerk, { expected: { status: 'submitted' }, set: { status: 'completed' } });
  const list = async (query: string) => ((await (await platform.request(workshop.host, `/api/reports?${query}`, { cookie: clerk })).json()) as { reports: { id: string }[] }).reports.map(({ id }) => id);
  const { reference, handling } = await read();
  expect(handling.closedAt).not.toBeNull();
  expect(await list('status=open')).not.toContain(reportId);
  expect(await list(`q=${reference}`)).toContain(reportId);

  const silent = await change(clerk, { expected: { status: 'completed' }, set: { status: 'inRepair' } });
  expect([silent.status, silent.issues[0]?.path]).toEqual([422, 'note']);
  const reopened = await change(clerk, { expected: { status: 'completed' }, set: { status: 'inRepair' }, note: 'Spaltmaß stimmt nicht' });
  expect(reopened.handling).toMatchObject({ status: 'inRepair', closedAt: null });
  expect(await list('status=open')).toContain(reportId);
});

describe('taken back at once', () => {
  const since = async () => (await read()).handling.statusSince;

  test('a change counts as never made, and needs no reason even where it reopens', async () => {
    const before = await since();
    platform.clock.advance({ hours: 1 });
    await change(clerk, { expected: { status: 'submitted' }, set: { status: 'completed' } });
    const undone = await change(clerk, { expected: { status: 'completed', subStatus: null }, set: { status: 'submitted', subStatus: null } });
    expect(undone.handling).toMatchObject({ status: 'submitted', statusSince: before, closedAt: null });
  });

  test('later, or by somebody else, it is a change like any other', async () => {
    await change(clerk, { expected: { status: 'submitted' }, set: { status: 'completed' } });
    const other = await change(admin, { expected: { status: 'completed' }, set: { status: 'submitted' } });
    expect(other.status).toBe(422);
    platform.clock.advance({ minutes: 2 });
    const late = await change(clerk, { expected: { status: 'completed' }, set: { status: 'submitted' } });
    expect([late.status, late.issues[0]?.path]).toEqual([422, 'note']);
  });
});

test('tags that are used are suggested, the most used first', async () => {
  for (const tags of [['Leasing'], ['Leasing', 'Eilig']]) {
    ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
    await change(clerk, { expected: { tags: [] }, set: { tags } });
  }
  const { tags } = (await (await platform.request(workshop.host, '/api/tags', { cookie: clerk })).json()) as { tags: string[] };
  expect(tags.indexOf('Leasing')).toBeLessThan(tags.indexOf('Eilig'));
});

test('nobody is given a report who does not work here, and no finer status is set that the workshop does not have', async () => {
  const stranger = await change(clerk, { expected: { assigneeId: null }, set: { assigneeId: 'ffffffff-ffff-4fff-bfff-ffffffffffff' } });
  expect([stranger.status, stranger.issues[0]?.path]).toEqual([422, 'assigneeId']);
  const unknown = await change(clerk, { expected: { subStatus: null }, set: { subStatus: 'imLack' } });
  expect([unknown.status, unknown.issues[0]?.path]).toEqual([422, 'subStatus']);
});
