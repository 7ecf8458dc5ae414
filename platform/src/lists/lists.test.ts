import { randomUUID } from 'node:crypto';
import type { Handling } from '@meldewerk/contract/handling';
import type { BatchChange, BatchResult, BatchReversal, Preferences, SavedView, SavedViewInput } from '@meldewerk/contract/list';
import type { ReportDetail } from '@meldewerk/contract/report';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { report } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let cookies: Record<'admin' | 'clerk' | 'viewer', string>;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-sammeln');
  const [admin, clerk, viewer] = await Promise.all((['admin', 'clerk', 'viewer'] as const).map((role) => signInAs(platform, workshop, role)));
  cookies = { admin: admin!, clerk: clerk!, viewer: viewer! };
});
afterAll(() => platform?.close());

async function ask<Answer>(method: string, path: string, json?: unknown, who: keyof typeof cookies = 'clerk'): Promise<{ status: number; body: Answer }> {
  const response = await platform.request(workshop.host, path, { method, cookie: cookies[who], json });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as Answer };
}

describe('changing many reports at once', () => {
  let ids: string[];
  const read = async (id: string) => (await ask<ReportDetail>('GET', `/api/reports/${id}`)).body.handling;
  const run = (set: BatchChange, { id = randomUUID(), reportIds = ids }: { id?: string; reportIds?: string[] } = {}) =>
    ask<{ results: BatchResult[] }>('POST', '/api/handling-batches', { id, reportIds, set }).then((answer) => ({ ...answer, id }));
  const reverse = (id: string) => ask<{ results: BatchReversal[] }>('POST', `/api/handling-batches/${id}/reversal`);

  /** What taking back restores: it is a change too, and counted as one. */
  const lasting = (handling: Handling) => ({ ...handling, version: 0, statusSince: '' });

  beforeEach(async () => {
    ids = [];
    for (let count = 0; count < 3; count++) ids.push((await report(platform, workshop.host)).reportId);
  });

  test('changes each, says what became of each, and takes all of it back', async () => {
    await ask('PATCH', `/api/reports/${ids[0]}/handling`, { expected: { tags: [], priority: 'normal' }, set: { tags: ['Leasing'], priority: 'high' } });
    const before = await Promise.all(ids.map(read));
    const { id, body } = await run({ status: 'inRepair', priority: 'high', assigneeId: workshop.idOf.admin, dueOn: '2026-12-01', addTags: ['Hagel'], removeTags: ['Leasing'] });
    expect(body.results.map(({ outcome }) => outcome)).toEqual(['changed', 'changed', 'changed']);
    for (const one of ids) expect(await read(one)).toMatchObject({ status: 'inRepair', priority: 'high', assigneeId: workshop.idOf.admin, dueOn: '2026-12-01', tags: ['Hagel'] });
    const { body: undone } = await reverse(id);
    expect(undone.results.flatMap(({ kept }) => kept)).toEqual([]);
    const after = await Promise.all(ids.map(read));
    expect(after.map(lasting)).toEqual(before.map(lasting));
    expect((await reverse(id)).status).toBe(404);
  });

  test('what somebody changed meanwhile stays and is named', async () => {
    const { id } = await run({ status: 'inReview', priority: 'low' });
    await ask('PATCH', `/api/reports/${ids[1]}/handling`, { expected: { status: 'inReview' }, set: { status: 'ready' } }, 'admin');
    const { results } = (await reverse(id)).body;
    expect(results.find(({ reportId }) => reportId === ids[1])?.kept).toEqual(['status']);
    expect(results.filter(({ kept }) => kept.length > 0)).toHaveLength(1);
    expect(await read(ids[1]!)).toMatchObject({ status: 'ready', priority: 'normal' });
    expect(await read(ids[0]!)).toMatchObject({ status: 'submitted', priority: 'normal' });
  });

  test('one that refuses holds up no other, and is told why', async () => {
    await run({ status: 'completed' }, { reportIds: [ids[0]!] });
    const { body } = await run({ status: 'inRepair' }, { reportIds: [...ids, randomUUID()] });
    expect(body.results.map(({ outcome }) => outcome)).toEqual(['failed', 'changed', 'changed', 'failed']);
    expect([body.results[0]?.reason, body.results[3]?.reason]).toEqual(['Bitte schreiben Sie dazu, warum die Meldung wieder geöffnet wird.', 'Diese Meldung gibt es nicht mehr.']);
  });

  test('taking back a completion brings the report back into the open list, with a note', async () => {
    const { id } = await run({ status: 'completed' }, { reportIds: [ids[0]!] });
    await reverse(id);
    expect(await read(ids[0]!)).toMatchObject({ status: 'submitted', closedAt: null });
  });

  test('a part sent twice is done once, other changes need a batch of their own, and so do more than 200', async () => {
    const { id, body: first } = await run({ addTags: ['Hagel'] });
    const version = (await read(ids[0]!)).version;
    expect((await run({ addTags: ['Hagel'] }, { id })).body.results.map(({ outcome }) => outcome)).toEqual(first.results.map(({ outcome }) => outcome));
    expect((await read(ids[0]!)).version).toBe(version);
    expect((await run({ addTags: ['Sturm'] }, { id })).status).toBe(422);
    expect((await run({ addTags: ['Hagel'] }, { reportIds: Array.from({ length: 51 }, () => randomUUID()) })).status).toBe(422);
  });

  test('nobody takes back what somebody else did', async () => {
    const { id } = await run({ priority: 'high' });
    expect((await ask('POST', `/api/handling-batches/${id}/reversal`, undefined, 'admin')).status).toBe(404);
  });
});

describe('saved views', () => {
  const view: SavedViewInput = { name: 'Hagel offen', filter: { status: 'open', tag: 'Hagel' }, sort: 'due', layout: 'list', shared: false };
  const names = async (who: keyof typeof cookies) => (await ask<{ views: SavedView[] }>('GET', '/api/views', undefined, who)).body.views.map(({ name }) => name);

  test('a view is its maker’s own until it is shared, and its deletion is taken back by saving it again', async () => {
    const id = randomUUID();
    expect((await ask('POST', '/api/views', { ...view, id })).status).toBe(201);
    expect([await names('clerk'), await names('admin')]).toEqual([['Hagel offen'], []]);
    expect((await ask('PUT', `/api/views/${id}`, view, 'admin')).status).toBe(404);
    expect((await ask('PUT', `/api/views/${id}`, { ...view, name: 'Hagel', shared: true })).status).toBe(204);
    expect([await names('clerk'), await names('viewer')]).toEqual([['Hagel'], ['Hagel']]);
    expect((await ask('DELETE', `/api/views/${id}`, undefined, 'viewer')).status).toBe(403);
    expect((await ask('DELETE', `/api/views/${id}`, undefined, 'admin')).status).toBe(204);
    expect((await ask('POST', '/api/views', { ...view, id })).status).toBe(201);
    expect(await names('clerk')).toEqual(['Hagel offen']);
  });

  test('who may only look keeps views for themselves', async () => {
    expect((await ask('POST', '/api/views', { ...view, id: randomUUID() }, 'viewer')).status).toBe(201);
    expect((await ask('POST', '/api/views', { ...view, id: randomUUID(), shared: true }, 'viewer')).status).toBe(403);
  });
});

test('the chosen order is remembered for each person, beside what else is', async () => {
  const preferences = async (who: keyof typeof cookies) => (await ask<Preferences>('GET', '/api/preferences', undefined, who)).body;
  await ask('PUT', '/api/preferences', { sort: 'due' });
  await ask('PUT', '/api/preferences', { layout: 'board' });
  expect(await preferences('clerk')).toEqual({ sort: 'due', layout: 'board', startView: null });
  expect(await preferences('viewer')).toEqual({ sort: 'newest', layout: 'list', startView: null });
});
