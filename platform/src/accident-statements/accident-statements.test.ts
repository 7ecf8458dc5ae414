import { createHash, randomUUID } from 'node:crypto';
import { emptySketch } from '@meldewerk/contract/accident-sketch';
import type { Problem } from '@meldewerk/contract/problem';
import { accidentStatements } from '@meldewerk/db/schema-accident-statements';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPdfTools, textOf } from '../../../packages/documents/test/pdf-tools.ts';
import { expectOk, hashOf, join, needed, newToken, pairUp, phoneOf, type Phone } from '../../test/accident-statements.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { bearer, openDraft, submissionOf } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { sweepStatements } from './sweep-statements.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-unfall');
});
afterAll(() => platform.close());

const codeOf = async (asked: Response | Promise<Response>) => ((await (await asked).json()) as Problem).code;
const alone = async () => {
  const [id, phone] = [randomUUID(), phoneOf(platform, workshop, newToken())];
  await expectOk(phone.open(id, needed()));
  return { id, phone };
};
const signedBy = async (a: Phone, b: Phone) => {
  const factsSha256 = hashOf(await a.read());
  await expectOk(a.sign({ side: 'a', factsSha256 }));
  await expectOk(b.sign({ side: 'b', factsSha256 }));
};
const documentOf = async (phone: Phone) => Buffer.from(await (await expectOk(phone.ask('GET', '/document'))).arrayBuffer());

describe('filling in together', () => {
  test('each writes for the own side and for what both state; of the same field the later one stands and is named', async () => {
    const { a, b } = await pairUp(platform, workshop);
    await expectOk(a.change({ 'shared.place': 'Kriegsstraße' }));
    await expectOk(b.change({ 'shared.place': 'Kriegsstraße 5', 'b.remarks': 'Ich stand.' }));
    expect(await a.read()).toMatchObject({ content: { 'shared.place': 'Kriegsstraße 5' }, writtenBy: { 'shared.place': 'b', 'shared.date': 'a' } });
    expect(await codeOf(a.change({ 'b.remarks': 'Ich fuhr.' }))).toBe('forbidden');
    expect(await codeOf(b.change({ 'a.plate': 'X-Y 1' }))).toBe('forbidden');
  });

  test('neither sees the other’s details before both say they are done', async () => {
    const { a, b } = await pairUp(platform, workshop);
    await expectOk(b.change({}, false));
    const seen = await a.read();
    expect([seen.showsBoth, seen.factsSha256, Object.keys(seen.content).some((path) => path.startsWith('b.')), seen.filled.b]).toEqual([false, null, false, 2]);
    await expectOk(b.change({}, true));
    expect((await a.read()).content).toMatchObject({ 'b.driverName': 'Muster Zwei' });
  });

  test('what is empty, impossible, too large, or no field at all is refused', async () => {
    const { phone } = await alone();
    const points = Array.from({ length: 200 }, () => [1, 1]);
    const strange = { 'shared.date': '2026-02-30', 'shared.time': '25:00', 'a.impact': '13', 'a.circumstances': ['parked', 'parked'], 'shared.nothing': 'x', 'c.plate': 'x', 'a.plate': 'x'.repeat(21), 'a.remarks': 'a\u0000b', 'a.insurer': '', 'shared.sketch': { ...emptySketch, strokes: Array.from({ length: 40 }, () => points) } };
    for (const [path, value] of Object.entries(strange)) expect([path, await codeOf(phone.change({ [path]: value }))]).toEqual([path, 'validationFailed']);
  });
});

test('the widget on another website opens one with what its report knows', async () => {
  const headers = { origin: 'https://www.autohaus.example', 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization, content-type' };
  const preflight = await platform.request(workshop.host, '/api/accident-statement', { method: 'OPTIONS', headers });
  expect([preflight.status, preflight.headers.get('access-control-allow-origin'), preflight.headers.get('access-control-allow-credentials')]).toEqual([204, '*', null]);
});

describe('pairing', () => {
  test('a code is good for one phone, which may ask again; a third phone comes too late', async () => {
    const { phone } = await alone();
    const { token: code } = await phone.invite();
    const own = newToken();
    expect((await Promise.all([join(platform, workshop, code, own), join(platform, workshop, code, own)])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await codeOf(join(platform, workshop, code))).toBe('linkWithdrawn');
    expect(await codeOf(phone.ask('POST', '/pairings'))).toBe('forbidden');
    expect(await codeOf(phoneOf(platform, workshop, own).ask('POST', '/pairings'))).toBe('forbidden');
  });

  test('looking at the invitation uses nothing up; a new code ends the one before, and time ends each', async () => {
    const { phone } = await alone();
    const look = (code: string) => platform.request(workshop.host, '/api/accident-statement/invitation', { headers: bearer({ token: code }) });
    const first = await phone.invite();
    expect([(await look(first.token)).status, (await look(first.token)).status]).toEqual([204, 204]);
    const second = await phone.invite();
    expect(await codeOf(look(first.token))).toBe('notFound');
    platform.clock.advance({ minutes: 11 });
    expect(await codeOf(join(platform, workshop, second.token))).toBe('linkExpired');
  });

  test('A ends the part of a phone that cannot go on, what both have seen stays, and its token opens nothing any more', async () => {
    const { a, b } = await pairUp(platform, workshop);
    await expectOk(a.ask('DELETE', '/pairing'));
    expect(await codeOf(b.ask('GET', ''))).toBe('notFound');
    expect(await a.read()).toMatchObject({ paired: false, content: { 'b.plate': 'S-AB 1234' } });
    expect(await codeOf(b.ask('DELETE', '/pairing'))).toBe('notFound');
  });

  test('A who ends the other phone’s part before both were done reads nothing that it wrote of its own side', async () => {
    const [id, a, b] = [randomUUID(), phoneOf(platform, workshop, newToken()), phoneOf(platform, workshop, newToken())];
    await expectOk(a.open(id, { ...needed(), 'b.driverName': 'wie A ihn verstand' }));
    await expectOk(join(platform, workshop, (await a.invite()).token, b.token));
    await expectOk(b.change({ 'shared.place': 'Ettlinger Tor', 'b.driverName': 'Geheim', 'b.driverPhone': '0171 555', 'b.plate': 'S-AB 1234' }, true));
    const ended = (await (await expectOk(a.ask('DELETE', '/pairing'))).json()) as object;
    for (const seen of [ended, await a.read()]) {
      expect(JSON.stringify(seen)).not.toMatch(/Geheim|0171 555|b\.driverPhone/);
      expect(seen).toMatchObject({ content: { 'shared.place': 'Ettlinger Tor', 'b.plate': 'S-AB 1234' }, filled: { b: 1 } });
    }
    expect(await codeOf(a.sign({ side: 'b', factsSha256: hashOf(await a.read()) }))).toBe('formIncomplete');
  });
});

describe('signing', () => {
  test('the first signature freezes the facts for both, the second closes them, and both get the same sealed bytes', async () => {
    const { a, b } = await pairUp(platform, workshop);
    const factsSha256 = hashOf(await b.read());
    expect(factsSha256).toBe((await a.read()).factsSha256);
    await expectOk(a.sign({ side: 'a', factsSha256 }));
    for (const phone of [a, b]) expect(await codeOf(phone.change({ 'shared.place': 'Anderswo' }))).toBe('statementSigned');
    await expectOk(b.sign({ side: 'b', factsSha256, signature: { method: 'drawn', width: 300, height: 120, strokes: [[[10, 60], [200, 40]]] } }));
    for (const phone of [a, b]) expect(await codeOf(phone.withdraw(phone === a ? 'a' : 'b'))).toBe('statementSigned');
    expect(await codeOf(a.change({ 'shared.place': 'Anderswo' }))).toBe('statementSigned');
    await platform.runJobs();
    const [one, other] = await Promise.all([documentOf(a), documentOf(b)]);
    expect(one.equals(other)).toBe(true);
    expect((await a.read()).document).toEqual({ sha256: createHash('sha256').update(one).digest('hex'), byteSize: one.length });
    expect((await b.read()).signatures.map(({ side, ownDevice }) => [side, ownDevice])).toEqual([['a', true], ['b', true]]);
  });

  test('nobody signs what is not before them, what is incomplete, twice, or for the other phone', async () => {
    const { a, b } = await pairUp(platform, workshop);
    const stale = hashOf(await a.read());
    await expectOk(b.change({ 'b.remarks': 'Noch etwas.' }));
    expect(await codeOf(a.sign({ side: 'a', factsSha256: stale }))).toBe('changedMeanwhile');
    const factsSha256 = hashOf(await a.read());
    expect(await codeOf(a.sign({ side: 'b', factsSha256 }))).toBe('forbidden');
    expect(await codeOf(a.sign({ side: 'a', factsSha256, name: '…' }))).toBe('signatureEmpty');
    const id = randomUUID();
    expect((await Promise.all([a.sign({ id, side: 'a', factsSha256 }), a.sign({ id, side: 'a', factsSha256 })])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await codeOf(a.sign({ side: 'a', factsSha256 }))).toBe('formAlreadySigned');
    await expectOk(a.withdraw('a'));
    await expectOk(b.change({ 'b.plate': null }));
    expect(await codeOf(b.sign({ side: 'b', factsSha256: hashOf(await b.read()) }))).toBe('formIncomplete');
  });

  test('a signature taken back before the other one lets both go on writing', async () => {
    const { a, b } = await pairUp(platform, workshop);
    await expectOk(b.sign({ side: 'b', factsSha256: hashOf(await b.read()) }));
    await expectOk(b.withdraw('b'));
    await expectOk(a.change({ 'shared.place': 'Ettlinger Tor' }));
    await signedBy(a, b);
  });

  test('on one phone both fill in and sign one after the other, and the record says so', async () => {
    const { phone } = await alone();
    await signedBy(phone, phone);
    expect((await phone.read()).signatures.map(({ side, ownDevice }) => [side, ownDevice])).toEqual([['a', true], ['b', false]]);
  });

  test('the database itself lets nobody change what was signed', async () => {
    const { id, phone } = await alone();
    await signedBy(phone, phone);
    const change = inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(accidentStatements).set({ content: {} }).where(eq(accidentStatements.id, id)));
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining('do not change') } });
  });
});

test('the statement hangs on its driver’s report, whether it is signed before or after', async () => {
  const clerk = await signInAs(platform, workshop, 'clerk');
  for (const order of ['before', 'after']) {
    const { a, b, id } = await pairUp(platform, workshop);
    if (order === 'before') await signedBy(a, b);
    await platform.runJobs();
    const draft = await openDraft(platform, workshop);
    const sent = await platform.request(workshop.host, '/api/reports', { headers: { ...bearer(draft), 'idempotency-key': randomUUID() }, json: { ...submissionOf(draft, []), accidentStatement: { token: a.token } } });
    const { reportId } = (await sent.json()) as { reportId: string };
    const ask = async (at: string) => platform.request(workshop.host, `/api/reports/${reportId}${at}`, { cookie: clerk });
    const seen = async () => ((await (await ask('/accident-statement')).json()) as { statement: { id: string; content: object; document: object | null } }).statement;
    if (order === 'after') {
      expect(Object.keys((await seen()).content).some((path) => path.startsWith('b.'))).toBe(false);
      await signedBy(a, b);
      await platform.runJobs();
    }
    expect(await seen()).toMatchObject({ id, side: 'a', content: { 'b.driverName': 'Muster Zwei' } });
    expect(Buffer.from(await (await ask('/accident-statement.pdf')).arrayBuffer()).equals(await documentOf(a))).toBe(true);
    if (hasPdfTools) expect(textOf(Buffer.from(await (await ask('/dossier.pdf')).arrayBuffer()))).toMatch(/Unfallbericht für zwei[\s\S]+Muster Zwei/);
    const { events } = (await (await ask('')).json()) as { events: { type: string; data: Record<string, unknown> }[] };
    expect(events.filter(({ type }) => type.startsWith('accident')).map(({ type }) => type)).toEqual(['accidentStatementAttached', 'accidentStatementSigned']);
  }
});

test('after thirty days both tokens are over, and what belongs to no report is gone with its file', async () => {
  const { id, phone } = await alone();
  await signedBy(phone, phone);
  await platform.runJobs();
  platform.clock.advance({ days: 31 });
  expect(await codeOf(phone.ask('GET', ''))).toBe('linkExpired');
  // Opening it anew under the same id and token is no way around.
  expect(await codeOf(phone.open(id))).toBe('linkExpired');
  await sweepStatements(platform.services, workshop.tenantId);
  expect(await codeOf(phone.ask('GET', ''))).toBe('notFound');
  const left = await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(accidentStatements).where(eq(accidentStatements.id, id)));
  expect(left).toEqual([]);
});
