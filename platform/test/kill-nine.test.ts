import { fork, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import { freePort } from '@meldewerk/db/free-port';
import { startSimulators, type Simulators } from '@meldewerk/simulators/start';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { findTenantById } from '@meldewerk/tenants/find';
import { activatePartner, findPartner } from '@meldewerk/tenants/partners';
import { provisionTenant } from '@meldewerk/tenants/provision';
import { createTestDatabase, type TestDatabase } from '@meldewerk/testing/database';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { createServices, type Services } from '../src/services.ts';
import { staffSessionsOf } from '../src/staff/sessions.ts';
import { askAt, CutOff, goOn, isDone, Later } from './kill-nine/errand.ts';
import { billingHost, billingSettings, callBackTo, chargebeeWebhook, expectSetUp, newBillingSetUp } from './kill-nine/billing-set-up.ts';
import { newDeclaration, newSupportRequest, newTableImport } from './kill-nine/other-errands.ts';
import { newPageReport, type PageReport } from './kill-nine/page-report.ts';
import { newWorkedReport, type WorkedReport } from './kill-nine/worked-report.ts';
import { newPreparedReport, type PreparedReport } from './kill-nine/prepared-report.ts';
import { countHalves, readMessages, readReports, readSealedFiles, type StoredReport } from './kill-nine/stock-taking.ts';

const kills = 10;
/** New reports from the workshop's page between two kills, at most. */
const pageReportsAtATime = 10;
/** A busy machine gets through fewer. */
const patienceMs = 3_000;
const host = 'karosserie-fest.localhost:3000';
const staffEmail = 'eva@fest.example';
const partnerEmail = 'auftraege@dms.example';

let database: TestDatabase;
let simulators: Simulators;
let folder: string;
let sql: postgres.Sql;
let services: Services;
let livingPort = 0;
let desk: Parameters<typeof newPreparedReport>[1] & { staffId: string };
const children: ChildProcess[] = [];

beforeAll(async () => {
  [database, simulators, folder] = await Promise.all([createTestDatabase(), startSimulators({ now: () => new Date(), chargebeeWebhook, callBack: callBackTo(() => livingPort) }), mkdtemp(join(tmpdir(), 'meldewerk-kill-'))]);
  sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  services = createServices(readConfig(settings(3000)), database.appUrl);
  const { db } = services;
  const contact = { address: { street: 'Am Hafen 1', postalCode: '76189', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 123456', email: 'info@fest.example' };
  const { tenantId, staffUserId } = await provisionTenant(
    db,
    { now: new Date(), newId: () => randomUUID(), catalogue: defaultVehicleCatalogue, sampleForms },
    { slug: 'karosserie-fest', settings: defaultSettings('Karosserie Fest', contact), staff: { name: 'Eva Fest', email: staffEmail } },
  );
  const [tenant, partner] = await Promise.all([findTenantById(db, tenantId), findPartner(db, 'dms')]);
  if (!tenant || !partner) throw new Error('what was provisioned is there');
  await activatePartner(db, tenantId, partner.id, { email: partnerEmail, now: new Date() });
  const session = await staffSessionsOf({ services, tenant }).begin(staffUserId);
  const formIdOf = async (kind: string) => (await sql<{ id: string }[]>`select form_id as id from form_versions where kind = ${kind}`)[0]?.id ?? '';
  desk = { staffId: staffUserId, cookie: session.cookie.split(';')[0] ?? '', inbox: simulators.inbox, partnerId: partner.id, formIds: { payment: await formIdOf('paymentInstruction'), contract: await formIdOf('repairContract') } };
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await services?.close();
  await sql?.end();
  await simulators?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

test('killing the process at ten random moments loses nothing that was acknowledged, sends nothing twice, and leaves nothing half there', { timeout: 300_000 }, async () => {
  const fromPage: PageReport[] = [];
  const prepared = Array.from({ length: 12 }, (_, index) => newPreparedReport(index + 1, desk));
  // Customers of the page whose reports staff take up at once.
  const worked = Array.from({ length: 8 }, (_, index) => newWorkedReport(5_000 + index, desk));
  const table = newTableImport(desk.cookie);
  const declarations = Array.from({ length: 5 }, (_, index) => newDeclaration(index + 1));
  const requests = Array.from({ length: 3 }, (_, index) => newSupportRequest(index + 1, desk.cookie));
  const others = [table, ...declarations, ...requests];
  const { billing } = services;
  if (!billing) throw new Error('the settings have billing');
  const setUps = await Promise.all(Array.from({ length: kills }, (_, index) => newBillingSetUp(index + 1, { ...services, billing }, simulators)));
  const refusals = new Set<string>();

  for (let round = 0; round < kills; round++) {
    const platform = await startProcess();
    const ask = askAt(platform.port, host);
    const newcomers = fromPage.length + pageReportsAtATime;
    const people = peopleAnswered(10 + randomInt(30));
    const page = async () => {
      if (await goOn(fromPage, ask)) return true;
      if (fromPage.length < newcomers) fromPage.push(newPageReport(fromPage.length + 1));
      return false;
    };
    // One more customer phones in each round, so that there is something to do in all of them.
    const customer = () => goOn(prepared.slice(0, 3 + round), ask);
    const everybody = [page, page, customer, customer, customer, () => goOn(worked.slice(0, 2 + round), ask), () => goOn(others, ask), () => goOn(setUps.slice(0, 1 + round), askAt(platform.port, billingHost))].map((work) => keepAtIt(people, work, refusals));
    // After so many answers and a moment, while the next questions are on their way: at any speed of the machine.
    await Promise.race([people.answered, wait(patienceMs)]);
    await wait(randomInt(40));
    platform.child.kill('SIGKILL');
    people.alive = false;
    await Promise.all(everybody);
  }

  const errands = [...fromPage, ...prepared, ...worked, ...others];
  const survivor = await startProcess();
  const people = peopleAnswered(Infinity);
  const everybody = [...Array.from({ length: 4 }, () => keepAtIt(people, () => goOn(errands, askAt(survivor.port, host)), refusals)), keepAtIt(people, () => goOn(setUps, askAt(survivor.port, billingHost)), refusals)];
  await vi.waitFor(() => expect([[...errands, ...setUps].filter((errand) => !isDone(errand)).length, [...refusals]]).toEqual([0, []]), { timeout: 120_000, interval: 100 });
  people.alive = false;
  await Promise.all(everybody);
  // What was told to a process that was dead.
  await sql`select enqueue_job('reconcile-chargebee', '{}'::json)`;
  await vi.waitFor(async () => expect(await unfinished()).toBe(0), { timeout: 120_000, interval: 250 });
  survivor.child.kill('SIGTERM');
  await once(survivor.child, 'exit');

  const reports = await readReports(sql);
  expect(fromPage.length).toBeGreaterThan(kills);
  expect(reports).toHaveLength(fromPage.length + prepared.length + worked.length + table.phones.length);
  const year = reports[0]?.reference.slice(3, 7);
  expect(reports.map(({ reference }) => reference)).toEqual(reports.map((_, index) => `SM-${year}-${String(index + 1).padStart(6, '0')}`));
  expect(Object.entries(await countHalves(sql)).filter(([, count]) => count > 0)).toEqual([]);

  const messages = readMessages(simulators.inbox);
  for (const setUp of setUps) await expectSetUp(setUp, sql, billing, messages);
  for (const report of fromPage) expectPageReport(report, reports, messages);
  for (const report of prepared) expectPrepared(report, reports, messages);
  for (const report of worked) await expectWorked(report, reports);
  expect(await readSealedFiles(sql, services.blobs)).toEqual(prepared.flatMap(({ forms }) => forms.flatMap(({ signatureId, countersignatureId, needsWorkshop }) => [signatureId, ...(needsWorkshop ? [countersignatureId] : [])])).sort());

  for (const phone of table.phones) {
    expect(messages.get(phone), phone).toEqual(['link']);
    expect(reports.filter((report) => report.phone === phone).map(({ status, events }) => [status, ...events])).toEqual([['linkSent', 'reportPrepared', 'linkRequested', 'deliverySent']]);
  }
  const rows = await sql`select number from report_import_rows where import_id = ${table.import?.id ?? ''} and sent_at is not null and error_code is null`;
  expect([rows.length, await idsOf('report_imports', 'finished_at is not null')]).toEqual([table.phones.length, [table.import?.id]]);

  const declared = [...declarations, ...prepared.flatMap(({ isWithdrawn, declarationId, email }) => (isWithdrawn ? [{ id: declarationId, email }] : []))];
  expect(await idsOf('withdrawal_declarations')).toEqual(declared.map(({ id }) => id).sort());
  for (const { email } of declared) expect(messages.get(email)?.filter((subject) => subject.startsWith('Ihr Widerruf')), email).toHaveLength(1);
  expect(await idsOf('support_requests')).toEqual(requests.map(({ id }) => id).sort());
  const toOperator = messages.get(services.config.operatorEmail) ?? [];
  for (const { subject } of requests) expect(toOperator.filter((told) => told.endsWith(subject)), subject).toHaveLength(1);
  // Of each sent report, of each withdrawal, and the receipt of each request to the operator.
  expect(messages.get(staffEmail)).toHaveLength(fromPage.length + prepared.length + worked.length + declared.length + requests.length);
});

function expectPageReport({ draftId, receipt, phone, email }: PageReport, reports: StoredReport[], messages: Map<string, string[]>): void {
  const report = reports.find((candidate) => candidate.draftId === draftId);
  const { reference = '' } = report ?? {};
  expect(report).toMatchObject({ id: receipt?.reportId, reference: receipt?.reference, status: 'submitted', events: ['reportSubmitted', 'deliverySent', 'deliverySent', 'deliverySent'] });
  expect(messages.get(phone), reference).toEqual(['text']);
  expect(messages.get(email), reference).toEqual([expect.stringContaining(reference)]);
  expect(messages.get(staffEmail)?.filter((subject) => subject.includes(reference)), reference).toHaveLength(1);
}

function expectPrepared({ reportId, reference = '', receipt, phone, email, forms, messageIds, isWithdrawn }: PreparedReport, reports: StoredReport[], messages: Map<string, string[]>): void {
  const report = reports.find(({ id }) => id === reportId);
  expect(report).toMatchObject({ reference, status: 'submitted', claimNumber: expect.stringMatching(/^SN \d+$/) });
  expect(receipt, reference).toMatchObject({ reportId, reference });

  const countersigned = forms.filter(({ needsWorkshop }) => needsWorkshop).map(() => 'formCountersigned');
  const byDesk = ['reportPrepared', 'preparationChanged', ...forms.map(() => 'formAttached'), ...messageIds.map(() => 'linkRequested')];
  const byCustomer = ['linkOpened', ...forms.map(() => 'formSigned'), 'reportSubmitted'];
  const afterwards = [...countersigned, ...(countersigned.length > 0 ? ['formsComplete'] : []), ...(isWithdrawn ? ['withdrawalDeclared'] : [])];
  // Link, three confirmations and the partner's notice; the signed forms, and two mails of the withdrawal.
  const sent = messageIds.length + 4 + (countersigned.length > 0 ? 1 : 0) + (isWithdrawn ? 2 : 0);
  expect(report?.events.filter((type) => type !== 'deliverySent'), reference).toEqual([...byDesk, ...byCustomer, ...afterwards]);
  expect(report?.events.filter((type) => type === 'deliverySent'), reference).toHaveLength(sent);

  expect(messages.get(phone), reference).toEqual([...messageIds.map(() => 'link'), 'text']);
  expect(messages.get(email)?.filter((subject) => subject.includes(reference)), reference).toHaveLength(1 + (countersigned.length > 0 ? 1 : 0));
  for (const to of [staffEmail, partnerEmail]) expect(messages.get(to)?.filter((subject) => /^(Neue )?Schadenmeldung/.test(subject) && subject.includes(reference)), `${to} of ${reference}`).toHaveLength(1);
}

async function expectWorked({ draftId, noteId, nextStep }: WorkedReport, reports: StoredReport[]): Promise<void> {
  const report = reports.find((candidate) => candidate.draftId === draftId);
  expect(report?.events.filter((type) => type !== 'deliverySent'), report?.reference).toEqual(['reportSubmitted', 'handlingChanged', 'noteWritten', 'handlingChanged']);
  const [row] = await sql`select assignee_id, to_char(due_on, 'YYYY-MM-DD') as due, next_step, version from damage_reports where id = ${report?.id ?? ''}`;
  expect(row, report?.reference).toEqual({ assignee_id: desk.staffId, due: '2026-12-01', next_step: nextStep, version: 3 });
  expect(await idsOf('report_messages', `report_id = '${report?.id}'`)).toEqual([noteId]);
}

type People = { alive: boolean; answered: Promise<void>; count(): void };

/** `answered` once they have been answered so many times. */
function peopleAnswered(times: number): People {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = times;
  return { alive: true, answered: promise, count: () => void (--left <= 0 && resolve()) };
}

/** Does one thing after the other until the process is gone; what a living process refuses is kept. */
async function keepAtIt(people: People, work: () => Promise<boolean>, refusals: Set<string>): Promise<void> {
  while (people.alive) {
    const busy = await work().catch((error: unknown) => {
      if (!(error instanceof CutOff) && !(error instanceof Later)) refusals.add(String(error));
      return false;
    });
    if (busy) people.count();
    else await wait(20);
  }
}

async function idsOf(table: string, where = 'true'): Promise<string[]> {
  return (await sql.unsafe<{ id: string }[]>(`select id from ${table} where ${where} order by id`)).map(({ id }) => id);
}

async function unfinished(): Promise<number> {
  const [row] = await sql<{ left: number }[]>`
    select (select count(*) from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id where attempts < max_attempts and identifier <> 'complete-enrollment')::integer
      + (select count(*) from deliveries where state <> 'sent')::integer as left`;
  return row?.left ?? -1;
}

async function startProcess(): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, 'process-under-test.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...settings(await freePort()), HOST: '127.0.0.1', OWNER_URL: database.ownerUrl, APP_URL: database.appUrl },
  });
  children.push(child);
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the process did not start'))),
  ])) as [{ port: number }];
  livingPort = message.port;
  return { child, port: message.port };
}

function settings(port: number): Record<string, string> {
  return {
    NODE_ENV: 'test', PORT: String(port), DATA_FOLDER: folder, LOG_LEVEL: 'silent', SECRET: 'a-secret-of-the-tests-that-is-long-enough', DATABASE_POOL_SIZE: '8', DATABASE_TIMEOUT_SECONDS: '60', TRUSTED_PROXIES: '127.0.0.1',
    RESEND_API_KEY: 're_test', EMAIL_FROM: 'Meldewerk <meldungen@meldewerk.example>', RESEND_BASE_URL: simulators.resendUrl,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'test', TWILIO_FROM: '+4915735990000', TWILIO_BASE_URL: simulators.twilioUrl,
    ...billingSettings(simulators),
  };
}
