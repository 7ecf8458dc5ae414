import { randomUUID } from 'node:crypto';
import type { Problem } from '@meldewerk/contract/problem';
import type { StatusPage } from '@meldewerk/contract/status-page';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk, hashOf, pairUp, phoneOf, newToken, needed, type Phone } from '../../test/accident-statements.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer, submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-unfallpost');
});
afterAll(() => platform.close());

async function signed() {
  const { a, b } = await pairUp(platform, workshop);
  const factsSha256 = hashOf(await a.read());
  await expectOk(a.sign({ side: 'a', factsSha256 }));
  await expectOk(b.sign({ side: 'b', factsSha256 }));
  await platform.runJobs();
  return { a, b };
}
const mailTo = (phone: Phone, side: 'a' | 'b', email: string, language = 'de') => phone.ask('POST', '/mails', { json: { side, email }, headers: { 'accept-language': language } });
const mails = () => platform.simulators.inbox.messages().flatMap((message) => (message.vendor === 'resend' ? [message] : []));
const codeOf = async (asked: Promise<Response>) => ((await (await asked).json()) as Problem).code;

test('each driver gets the sealed PDF by mail in the own language: the very bytes both can load, and once to each address', async () => {
  const { a, b } = await signed();
  for (const [phone, side, email, language] of [[a, 'a', 'fahrer.a@kunden.example', 'de'], [a, 'a', 'Fahrer.A@kunden.example', 'de'], [b, 'b', 'surucu.b@kunden.example', 'tr']] as const) expect((await mailTo(phone, side, email, language)).status).toBe(202);
  await platform.runJobs();
  const bytes = Buffer.from(await (await expectOk(a.ask('GET', '/document'))).arrayBuffer());
  const sent = mails();
  expect(sent.map(({ to, subject }) => [to, subject]).toSorted()).toEqual([['fahrer.a@kunden.example', 'Ihr Unfallbericht, von beiden unterschrieben'], ['surucu.b@kunden.example', 'Kaza tutanağınız, iki tarafça imzalandı']]);
  for (const { attachments } of sent) {
    expect(attachments?.map(({ fileName }) => fileName)).toEqual(['Unfallbericht_2026-11-20.pdf']);
    expect(Buffer.from(attachments?.[0]?.content ?? '', 'base64').equals(bytes)).toBe(true);
  }
});

test('nobody has it mailed for the other phone, before it is made, or to many strangers', async () => {
  const { a, b } = await signed();
  expect(await codeOf(mailTo(b, 'a', 'fremd@kunden.example'))).toBe('forbidden');
  const open = phoneOf(platform, workshop, newToken());
  await expectOk(open.open(randomUUID(), needed()));
  expect(await codeOf(mailTo(open, 'a', 'frueh@kunden.example'))).toBe('notFound');
  expect(await codeOf(mailTo(a, 'a', 'kein-at'))).toBe('validationFailed');
  const answers = [];
  for (let number = 0; number < 6; number++) answers.push((await mailTo(a, 'a', `fremd${number}@kunden.example`)).status);
  expect(answers).toEqual([202, 202, 202, 202, 429, 429]);
});

test('a statement signed after the report was sent is put on it from the status page, for staff and with its PDF', async () => {
  const { a } = await signed();
  const { receipt } = await submitSmallReport(platform, workshop, 'Nachher');
  const { access } = await openStatusPage(platform, workshop, receipt.reportId);
  const ask = (at: string, json?: object) => platform.request(workshop.host, `/api/status${at}`, { headers: bearer({ token: access }), ...(json && { method: 'PUT', json }) });
  const shown = async () => ((await (await ask('')).json()) as StatusPage).accidentStatement;
  expect(await shown()).toBeNull();
  expect((await ask('/accident-statement', { token: newToken() })).status).toBe(404);
  expect((await a.read()).onReport).toBe(false);
  for (let time = 0; time < 2; time++) expect((await ask('/accident-statement', { token: a.token })).status).toBe(204);
  expect(await shown()).toMatchObject({ closedAt: expect.any(String), document: { byteSize: expect.any(Number) } });
  expect((await a.read()).onReport).toBe(true);
  const own = Buffer.from(await (await expectOk(ask('/accident-statement.pdf'))).arrayBuffer());
  expect(own.equals(Buffer.from(await (await a.ask('GET', '/document')).arrayBuffer()))).toBe(true);
  const seen = await platform.request(workshop.host, `/api/reports/${receipt.reportId}/accident-statement`, { cookie: await signInAs(platform, workshop, 'clerk') });
  expect(await seen.json()).toMatchObject({ statement: { content: { 'b.driverName': 'Muster Zwei' } } });
  // Another report does not take it away.
  const other = await submitSmallReport(platform, workshop, 'Anders');
  const { access: elsewhere } = await openStatusPage(platform, workshop, other.receipt.reportId);
  expect((await platform.request(workshop.host, '/api/status/accident-statement', { method: 'PUT', headers: bearer({ token: elsewhere }), json: { token: a.token } })).status).toBe(404);
});
