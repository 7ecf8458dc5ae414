import { randomUUID } from 'node:crypto';
import type { Problem } from '@meldewerk/contract/problem';
import type { Receipt } from '@meldewerk/contract/report';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCustomer, openDraft, report, send, smallReport } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-eins');
});
afterAll(() => platform?.close());

async function readyCustomer(host = workshop.host) {
  const customer = newCustomer();
  await openDraft(platform, host, customer);
  return customer;
}

test('the same request twenty times at once makes one report and gives everybody the same receipt', async () => {
  const customer = await readyCustomer();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(platform, workshop.host, customer, smallReport(customer.draftId), key)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const receipts = await Promise.all(answers.map((answer) => answer.json() as Promise<Receipt>));
  expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
  const [row] = await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    return tx<{ reports: number; events: number; consents: number }[]>`
      select (select count(*) from damage_reports where id = ${receipts[0]?.reportId ?? ''})::int as reports,
        (select count(*) from report_events where report_id = ${receipts[0]?.reportId ?? ''})::int as events,
        (select count(*) from consents where report_id = ${receipts[0]?.reportId ?? ''})::int as consents`;
  });
  expect(row).toEqual({ reports: 1, events: 1, consents: 1 });
});

test('a draft can be sent once: another request for it is told so', async () => {
  const customer = await readyCustomer();
  const [first, second] = await Promise.all([
    send(platform, workshop.host, customer, smallReport(customer.draftId)),
    send(platform, workshop.host, customer, smallReport(customer.draftId)),
  ]);
  expect([first.status, second.status].sort()).toEqual([201, 409]);
});

test('a key that was used for another report is refused', async () => {
  const customer = await readyCustomer();
  const key = randomUUID();
  expect((await send(platform, workshop.host, customer, smallReport(customer.draftId), key)).status).toBe(201);
  const other = await readyCustomer();
  const answer = await send(platform, workshop.host, other, smallReport(other.draftId), key);
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Problem).code).toBe('idempotencyKeyReused');
});

test('references of a workshop have no gaps and no duplicates, also when reports come at once and some are refused', async () => {
  const other = await provisionWorkshop(platform, 'karosserie-zwei');
  const results = await Promise.all(
    Array.from({ length: 24 }, async (_, index) => {
      const customer = await readyCustomer(other.host);
      const broken = index % 4 === 0 ? { answers: {} } : {};
      return send(platform, other.host, customer, smallReport(customer.draftId, broken));
    }),
  );
  const accepted = await Promise.all(results.filter(({ status }) => status === 201).map((answer) => answer.json() as Promise<Receipt>));
  expect(accepted.map(({ reference }) => reference).sort()).toEqual(Array.from({ length: 18 }, (_, index) => `SM-2026-${String(index + 1).padStart(6, '0')}`));
});

test('everything missing or wrong is named at once, with its place and a sentence in the language asked for', async () => {
  const customer = await readyCustomer();
  const bad = smallReport(customer.draftId, { answers: { incidentDate: '2026-11-30' }, reporter: { role: 'keeper', firstName: 'Jo', lastName: 'Kern', phone: '0123' + '45' }, skippedShots: [] });
  const answer = await platform.request(workshop.host, '/api/reports', {
    json: bad,
    headers: { authorization: `Bearer ${customer.token}`, 'idempotency-key': randomUUID(), 'accept-language': 'en' },
  });
  expect(answer.status).toBe(422);
  const { issues = [], detail } = (await answer.json()) as Problem;
  expect(detail).toMatch(/Some details/);
  expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining(['answers.incidentDate', 'answers.incidentDescription', 'answers.drivable', 'photos.frontLeft', 'reporter.phone']));
  for (const { message } of issues) expect(message.length).toBeGreaterThan(10);
});

test('a photo that has not arrived keeps the report back and says so', async () => {
  const customer = await readyCustomer();
  const answer = await send(platform, workshop.host, customer, smallReport(customer.draftId, { photos: [{ id: randomUUID(), shotId: 'damageWide' }] }));
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Problem).issues?.[0]).toMatchObject({ path: 'photos.damageWide', code: 'photoNotArrived' });
});

test('what nobody asked for is not kept: answers to other questions, and unknown fields', async () => {
  const { reportId } = await report(platform, workshop.host, { answers: { incidentDate: '2026-11-02', incidentDescription: 'Delle', drivable: true, policeReference: 'ST/1', unknownThing: 'x' } });
  const [row] = await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    return tx<{ answers: Record<string, unknown> }[]>`select answers from damage_reports where id = ${reportId}`;
  });
  expect(JSON.stringify(row)).not.toMatch(/policeReference|unknownThing/);
});

test('text with characters that a database or a page could trip over is taken as it is meant', async () => {
  const { reportId } = await report(platform, workshop.host, {
    reporter: { role: 'driver', firstName: "Robert'); DROP TABLE", lastName: '<script>alert(1)</script> \u0000💥', phone: '+49 151 12345678' },
  });
  const [row] = await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    return tx<{ name: string }[]>`select customer_name as name from damage_reports where id = ${reportId}`;
  });
  expect(row?.name).toBe("Robert'); DROP TABLE <script>alert(1)</script> 💥");
});
