import { randomUUID } from 'node:crypto';
import { supportRequestListSchema } from '@meldewerk/contract/support';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let cookie: string;

beforeAll(async () => {
  platform = await bootPlatform({ settings: { OPERATOR_EMAIL: 'Hilfe@betreiber.example' } });
  workshop = await provisionWorkshop(platform, 'fragt-nach');
  cookie = await signInAs(platform, workshop, 'viewer');
});
beforeEach(() => platform.clock.advance({ minutes: 1 }));
afterAll(() => platform.close());

const ask = (json: object) => platform.request(workshop.host, '/api/support-requests', { cookie, json });
const list = async () => v.parse(supportRequestListSchema, await (await platform.request(workshop.host, '/api/support-requests', { cookie })).json()).requests;
// By its id: on a clock that stands still all were sent at once.
const kept = async (id: string) => (await list()).find((request) => request.id === id);
const mailsTo = (address: string) => platform.simulators.inbox.messages().filter(({ to }) => to === address);

test.each([
  { kind: 'contact', subject: 'Frage zur Liste', message: 'Wie sortiere ich?\nDanke!' },
  { kind: 'newPartner', partnerName: 'Flotte "Süd"', partnerKind: 'fleet', contact: 'Frau Beispiel' },
  { kind: 'training', topic: 'Annahme am Telefon', people: 4, wishTimes: 'Di oder Do ab 16 Uhr' },
])('a request ($kind) is stored, reaches the operator with workshop and user, and its sender gets a receipt, once', async (request) => {
  const id = randomUUID();
  const before = [mailsTo('hilfe@betreiber.example').length, mailsTo(workshop.emailOf.viewer).length];
  for (let repeat = 0; repeat < 2; repeat++) expect((await ask({ id, ...request })).status).toBe(201);
  expect(await kept(id)).toMatchObject({ id, kind: request.kind, reachedOperator: 'waiting' });
  await platform.runJobs();
  expect(await kept(id)).toMatchObject({ id, reachedOperator: 'sent', sentBy: `viewer ${workshop.slug}` });

  const [toOperator, receipt] = [mailsTo('hilfe@betreiber.example'), mailsTo(workshop.emailOf.viewer)];
  expect([toOperator.length, receipt.length]).toEqual(before.map((count) => count + 1));
  expect(toOperator.at(-1)).toMatchObject({ replyTo: workshop.emailOf.viewer, text: expect.stringContaining(workshop.slug) });
  for (const value of Object.values(request).filter((value) => value !== request.kind && value !== 'fleet')) expect(toOperator.at(-1)?.text).toContain(String(value));
});

test('while mail is down the request is kept and goes later', async () => {
  const fault = { vendor: 'resend', mode: 'down', times: 2 };
  await platform.simulators.fetch(new Request('http://simulators/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fault) }));
  const id = randomUUID();
  await ask({ id, kind: 'contact', subject: 'Auch jetzt', message: 'Geht es?' });
  await platform.runJobs();
  expect(await kept(id)).toMatchObject({ id, reachedOperator: 'waiting' });
});

test('what is empty, too long or no number is named', async () => {
  for (const wrong of [{ kind: 'contact', subject: ' ', message: 'x' }, { kind: 'training', topic: 'x', people: 0, wishTimes: 'x' }, { kind: 'newPartner', partnerName: 'x'.repeat(200), partnerKind: 'fleet' }, { kind: 'other' }]) {
    expect((await ask({ id: randomUUID(), ...wrong })).status).toBe(422);
  }
});

test('nothing in a partner’s name runs where the operator pastes the line that switches them on', async () => {
  await ask({ id: randomUUID(), kind: 'newPartner', partnerName: 'Flotte $(touch /tmp/x) `id` \'; id #"', partnerKind: 'fleet' });
  await platform.runJobs();
  const [line] = mailsTo('hilfe@betreiber.example').map(({ text }) => /--name (.*) --email/.exec(text ?? '')?.[1]).filter((name) => name?.includes('touch'));
  expect(line).toMatch(/^'[^']*'$/);
});
