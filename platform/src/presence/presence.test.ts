import { randomUUID } from 'node:crypto';
import { presenceAgesMs, type Present } from '@meldewerk/contract/presence';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let admin: string;
let reportId: string;
let heard: string[];

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-muster');
  [clerk, admin] = [await signInAs(platform, workshop, 'clerk'), await signInAs(platform, workshop, 'admin')];
  platform.live.subscribe(workshop.tenantId, { send: (message) => void (message.kind === 'presenceChanged' && message.reportId === reportId && heard.push(message.kind)), end: () => {} });
});
beforeEach(async () => {
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
  heard = [];
});
afterAll(() => platform.close());

async function look(cookie: string, viewId: string, editing = false): Promise<Present[]> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/presence/${viewId}`, { method: 'PUT', cookie, json: { editing } });
  return ((await response.json()) as { present: Present[] }).present;
}
const leave = (cookie: string, viewId: string) => platform.request(workshop.host, `/api/reports/${reportId}/presence/${viewId}`, { method: 'DELETE', cookie });
const others = async (cookie: string) => ((await (await platform.request(workshop.host, `/api/reports/${reportId}/presence`, { cookie })).json()) as { present: Present[] }).present.map(({ staffId, editing }) => ({ staffId, editing }));

test('two people on one report see each other, and whether one of them is typing; nobody sees themselves', async () => {
  const [here, there] = [randomUUID(), randomUUID()];
  expect(await look(clerk, here)).toEqual([]);
  expect(await look(admin, there)).toMatchObject([{ staffId: workshop.idOf.clerk, editing: false }]);
  await look(admin, there, true);
  expect(await others(clerk)).toEqual([{ staffId: workshop.idOf.admin, editing: true }]);
});

test('who closes one of two pages is still there, and is gone with the last', async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  await look(admin, one);
  await look(admin, two);
  await leave(admin, one);
  expect(await others(clerk)).toHaveLength(1);
  // Somebody else's page is not theirs to close.
  expect((await leave(clerk, two)).status).toBe(204);
  expect(await others(clerk)).toHaveLength(1);
  await leave(admin, two);
  expect(await others(clerk)).toEqual([]);
});

test('a page that is not heard of any more ages out', async () => {
  await look(admin, randomUUID());
  platform.clock.advance({ minutes: presenceAgesMs / 60_000 + 1 });
  expect(await others(clerk)).toEqual([]);
});

test('the others are told of what is new, and not of every heartbeat', async () => {
  const view = randomUUID();
  for (const editing of [false, false, true, true]) await look(admin, view, editing);
  await leave(admin, view);
  await expect.poll(() => heard).toEqual(['presenceChanged', 'presenceChanged', 'presenceChanged']);
});

test('nobody is present on a report that is not there', async () => {
  const response = await platform.request(workshop.host, `/api/reports/${randomUUID()}/presence/${randomUUID()}`, { method: 'PUT', cookie: clerk, json: { editing: false } });
  expect(response.status).toBe(404);
});
