import type { Import, ImportList } from '@meldewerk/contract/import';
import { reportImportRows, smsOptOuts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { startWorker } from '../worker.ts';
import { hailDay, xlsxOf } from './tables.fixture.ts';

let platform: Platform;
let workshop: Workshop;
let cookie: string;

let workshops = 0;

beforeAll(async () => void (platform = await bootPlatform()));
beforeEach(async () => {
  platform.simulators.inbox.clear();
  await platform.services.sql`delete from rate_limits`;
  workshops += 1;
  workshop = await provisionWorkshop(platform, `karosserie-hagel-${workshops}`);
  cookie = await signInAs(platform, workshop, 'clerk');
});
afterAll(() => platform?.close());

const csv = (rows: string[][]) => Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
const upload = (bytes: Uint8Array, fileName = 'kunden.csv', as = cookie) =>
  platform.request(workshop.host, `/api/imports?fileName=${encodeURIComponent(fileName)}`, { method: 'POST', cookie: as, headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(bytes) });
const imported = async (rows: string[][]) => (await (await upload(csv(rows))).json()) as Import;
const look = async (id: string) => (await (await platform.request(workshop.host, `/api/imports/${id}`, { cookie })).json()) as Import;
const change = (id: string, json: unknown) => platform.request(workshop.host, `/api/imports/${id}`, { method: 'PATCH', cookie, json });
const press = (id: string) => platform.request(workshop.host, `/api/imports/${id}/sending`, { method: 'POST', cookie });
const phones = () => platform.simulators.inbox.messages().filter(({ vendor }) => vendor === 'twilio').map(({ to }) => to);
const faults = ({ rows }: Import) => rows.filter(({ issues }) => issues.length > 0).map(({ number, issues }) => `Zeile ${number}: ${issues.map(({ message }) => message).join(' ')}`);

const wrong = [
  'Zeile 3: Die Handynummer ist nicht gültig. Bitte mit Vorwahl, zum Beispiel 0171 2345678.',
  'Zeile 14: Handynummer und E-Mail-Adresse fehlen beide.',
  'Zeile 50: Das ist eine Festnetznummer, dort kommt keine SMS an, und eine E-Mail-Adresse fehlt.',
  'Zeile 77: Die E-Mail-Adresse ist nicht gültig.',
  'Zeile 101: Die Fahrgestellnummer (FIN) stimmt nicht: Ziffern und Buchstaben ohne I, O und Q.',
  'Zeile 150: Die Erstzulassung ist kein Datum, zum Beispiel 15.03.2021.',
  'Zeile 201: Steht schon in Zeile 2.',
];

test('of 200 rows as XLSX, seven are named with their reasons', async () => {
  const preview = (await (await upload(await xlsxOf(hailDay()))).json()) as Import;
  expect(faults(preview)).toEqual(wrong);
  expect(preview.rows.filter(({ state }) => state === 'ready')).toHaveLength(193);
});

test('of 200 rows as CSV, seven are named with their reasons, nothing leaves before it is said, and then 193 SMS go once', { timeout: 300_000 }, async () => {
  const made = await upload(csv(hailDay()));
  expect(made.status).toBe(201);
  const preview = (await made.json()) as Import;
  expect(preview.rows).toHaveLength(200);
  expect(preview.columns.filter(({ field }) => field === null).map(({ heading }) => heading)).toEqual(['Bemerkung']);
  expect(faults(preview)).toEqual(wrong);
  expect(preview.rows.filter(({ state }) => state === 'ready')).toHaveLength(193);
  await platform.runJobs();
  expect(platform.simulators.inbox.messages()).toEqual([]);

  expect(await Promise.all([press(preview.id), press(preview.id)].map(async (answer) => (await answer).status))).toEqual([202, 202]);
  await platform.runJobs();
  await press(preview.id);
  await platform.runJobs();
  expect(phones()).toHaveLength(193);
  expect(new Set(phones()).size).toBe(193);

  const done = await look(preview.id);
  expect(done.finishedAt).not.toBeNull();
  expect(done.rows.filter(({ state }) => state === 'sent')).toHaveLength(193);
  const report = (await (await platform.request(workshop.host, `/api/reports/${done.rows[0]?.reportId}`, { cookie })).json()) as { status: string; reporter: { lastName: string }; insurance: { claimNumber: string }; vehicle: { licensePlate: string } };
  expect(report).toMatchObject({ handling: { status: 'linkSent' }, reporter: { lastName: 'Müller 2' }, insurance: { claimNumber: 'SN-2' }, vehicle: { licensePlate: 'KA-HA 2', makeModel: 'VW Golf', firstRegistration: '2021-03-15' } });
  const { imports } = (await (await platform.request(workshop.host, '/api/imports', { cookie })).json()) as ImportList;
  expect(imports).toMatchObject([{ id: preview.id, rowCount: 200, sentCount: 193, failedCount: 0 }]);
});

test('a worker that is killed and replaced in the middle finishes the rows and repeats none', async () => {
  const { id } = (await (await upload(csv(hailDay().slice(0, 76)))).json()) as Import;
  await press(id);
  const first = await startWorker(platform.services, platform.database.ownerUrl);
  while (phones().length < 12) await new Promise((resolve) => setTimeout(resolve, 20));
  await first.stop();
  expect(phones().length).toBeLessThan(72);
  // As if no row had come to be noted before the end.
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(reportImportRows).set({ preparedAt: null, sentAt: null }).where(eq(reportImportRows.importId, id)));
  await platform.runJobs();
  expect(phones()).toHaveLength(72);
  expect(new Set(phones()).size).toBe(72);
});

test('headings that are not understood can be said, in either language, and every row is looked at anew', async () => {
  const preview = await imported([['Customer', 'Wie erreichbar?', 'Plate'], ['Köhler, Jana', '1512 3456789', 'ka pa 777'], ['Paul Groß', 'kein Handy', '']]);
  expect(preview.columns.map(({ field }) => field)).toEqual(['name', null, 'licensePlate']);
  expect(preview.rows.every(({ state }) => state === 'faulty')).toBe(true);
  const changed = (await (await change(preview.id, { columns: ['name', 'phone', 'licensePlate'], leftOut: [3] })).json()) as Import;
  expect(changed.rows.map(({ state }) => state)).toEqual(['ready', 'leftOut']);
  await press(preview.id);
  await platform.runJobs();
  expect(phones()).toEqual(['+4915123456789']);
  expect(platform.simulators.inbox.messages()).toHaveLength(1);
  // What is on its way is not changed any more.
  expect((await change(preview.id, { columns: [null, null, null], leftOut: [] })).status).toBe(409);
  expect((await change((await imported([['Name', 'Handy'], ['A', '0151 23456789']])).id, { columns: ['phone', 'phone'], leftOut: [] })).status).toBe(422);
});

test('a landline goes by mail where there is an address, as does a number that said STOP', async () => {
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.insert(smsOptOuts).values({ tenantId: workshop.tenantId, phone: '+4915111111111', stoppedAt: new Date() }));
  const preview = await imported([['Name', 'Telefon', 'E-Mail'], ['Jana Köhler', '0721 123456', 'jana@kunde.example'], ['Paul Groß', '0151 23456789', 'paul@kunde.example'], ['Ina Stopp', '0151 11111111', 'ina@kunde.example'], ['Udo Stopp', '0151 11111111', '']]);
  expect(preview.rows.map(({ channel }) => channel)).toEqual(['email', 'sms', 'email', null]);
  expect(faults(preview)).toEqual(['Zeile 5: Von dieser Nummer kam STOP: Dorthin geht keine SMS mehr, und eine E-Mail-Adresse fehlt.']);
});

test('an owner of two cars is written twice, and a second row for the same car once', async () => {
  const preview = await imported([['Name', 'Handy', 'Kennzeichen'], ['Jana Köhler', '0151 23456789', 'KA-PA 777'], ['Jana Köhler', '+49 151 23456789', 'KA-PA 778'], ['J. Köhler', '0151/23456789', 'ka pa777']]);
  expect(faults(preview)).toEqual(['Zeile 4: Steht schon in Zeile 2.']);
  const columns = preview.columns.map(({ field }) => field);
  expect(faults((await (await change(preview.id, { columns, leftOut: [2] })).json()) as Import)).toEqual([]);
});

test('a list that a colleague has sent already does not reach anybody twice', async () => {
  const rows = [['Name', 'Handy', 'Kennzeichen'], ['Jana Köhler', '0151 23456789', 'KA-PA 777'], ['Paul Groß', '0151 23456780', 'KA-PA 778']];
  const { id } = await imported(rows.slice(0, 2));
  const lookedAtBefore = await imported(rows.slice(0, 2));
  expect(faults(lookedAtBefore)).toEqual([]);
  await press(id);
  await platform.runJobs();
  await press(lookedAtBefore.id);
  await platform.runJobs();
  expect((await look(lookedAtBefore.id)).rows).toMatchObject([{ state: 'faulty', reportId: null }]);
  const again = await imported(rows);
  expect(faults(again)).toEqual(['Zeile 2: Für diesen Kunden und dieses Fahrzeug ist schon die Meldung SM-2026-000001 offen. Ein weiterer Link geht von dort.']);
  await press(again.id);
  await platform.runJobs();
  expect(phones()).toEqual(['+4915123456789', '+4915123456780']);
});

test('the faulty rows come back as a table that Excel runs nothing of, and can be read in again', async () => {
  const preview = await imported([['Name', 'Handy', 'E-Mail'], ['=HYPERLINK("http://evil")', '+49 12', ''], ['Jana Köhler', '0151 23456789', '']]);
  const answer = await platform.request(workshop.host, `/api/imports/${preview.id}/faulty-rows.csv`, { cookie });
  expect(answer.headers.get('content-disposition')).toContain('fehlerhafte-zeilen.csv');
  const text = await answer.text();
  expect(text.split('\r\n')[1]).toMatch(/^2;Die Handynummer ist nicht gültig[^;]*;"'=HYPERLINK\(""http:\/\/evil""\)";'\+49 12;$/);
  const again = (await (await upload(Buffer.from(text))).json()) as Import;
  expect(again.columns.map(({ field }) => field)).toEqual([null, null, 'name', 'phone', 'email']);
  expect(again.rows[0]?.values['phone']).toBe('+49 12');
});

test('a viewer reads and does not send; others see nothing of it; nonsense is refused in words', async () => {
  const viewer = await signInAs(platform, workshop, 'viewer');
  expect((await upload(csv([['Name'], ['Jana']]), 'a.csv', viewer)).status).toBe(403);
  const elsewhere = await provisionWorkshop(platform, 'karosserie-anderswo');
  const { id } = await imported([['Name', 'Handy'], ['Jana', '0151 23456789']]);
  const foreign = await signInAs(platform, elsewhere, 'admin');
  expect((await platform.request(elsewhere.host, `/api/imports/${id}`, { cookie: foreign })).status).toBe(404);
  expect((await platform.request(elsewhere.host, `/api/imports/${id}/sending`, { method: 'POST', cookie: foreign })).status).toBe(404);
  const refused = await upload(Buffer.alloc(300, 0));
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, 'importUnreadable']);
  expect((await upload(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
});
