import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import type { Receipt } from '@meldewerk/contract/report';
import { connect } from '@meldewerk/db/client';
import { freePort } from '@meldewerk/db/free-port';
import { startSimulators, type Simulators } from '@meldewerk/simulators/start';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { provisionTenant } from '@meldewerk/tenants/provision';
import { createTestDatabase, type TestDatabase } from '@meldewerk/testing/database';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findBreak, type ChainLink } from '../src/events/event-chain.ts';

const kills = 10;
const callers = 6;
const host = 'karosserie-fest.localhost:3000';

let database: TestDatabase;
let simulators: Simulators;
let folder: string;
let sql: postgres.Sql;
const children: ChildProcess[] = [];

beforeAll(async () => {
  [database, simulators, folder] = await Promise.all([createTestDatabase(), startSimulators({ now: () => new Date() }), mkdtemp(join(tmpdir(), 'meldewerk-kill-'))]);
  sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const client = connect(database.appUrl, { poolSize: 1 });
  const contact = { address: { street: 'Am Hafen 1', postalCode: '76189', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 123456', email: 'info@fest.example' };
  await provisionTenant(
    client.db,
    { now: new Date(), newId: () => randomUUID(), catalogue: defaultVehicleCatalogue, sampleForms },
    { slug: 'karosserie-fest', settings: defaultSettings('Karosserie Fest', contact), staff: { name: 'Eva Fest', email: 'eva@fest.example' } },
  );
  await client.close();
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await sql?.end();
  await simulators?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

test('killing the process at ten random moments during submissions loses no acknowledged report and doubles no message', { timeout: 180_000 }, async () => {
  const acknowledged = new Map<string, Receipt>();
  const unanswered = new Map<string, Submission>();
  let numbers = 0;

  for (let round = 0; round < kills; round++) {
    const platform = await startProcess();
    let alive = true;
    const customers = Array.from({ length: callers }, async () => {
      while (alive) {
        const submission = [...unanswered.values()].find(({ busy }) => !busy) ?? newSubmission(++numbers);
        submission.busy = true;
        unanswered.set(submission.draftId, submission);
        const receipt = await submit(platform.port, submission).catch(() => null);
        submission.busy = false;
        if (!receipt) continue;
        acknowledged.set(submission.draftId, receipt);
        unanswered.delete(submission.draftId);
      }
    });
    await wait(200 + (randomBytes(1)[0] ?? 0) * 3);
    platform.child.kill('SIGKILL');
    alive = false;
    await Promise.all(customers);
  }

  const survivor = await startProcess();
  for (const submission of unanswered.values()) acknowledged.set(submission.draftId, await submit(survivor.port, submission));
  await vi.waitFor(async () => expect(await unfinished()).toBe(0), { timeout: 120_000, interval: 250 });
  survivor.child.kill('SIGTERM');
  await once(survivor.child, 'exit');

  const reports = await sql<{ id: string; reference: string; draft: string }[]>`
    select report.id, reference, draft.id as draft from damage_reports report join drafts draft on draft.report_id = report.id order by reference`;
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect(reports).toHaveLength(acknowledged.size);
  for (const report of reports) expect(acknowledged.get(report.draft)).toMatchObject({ reportId: report.id, reference: report.reference });

  const year = reports[0]?.reference.slice(3, 7);
  expect(reports.map(({ reference }) => reference)).toEqual(reports.map((_, index) => `SM-${year}-${String(index + 1).padStart(6, '0')}`));

  const messages = simulators.inbox.messages();
  for (const { reference } of reports) {
    const about = messages.filter((message) => message.text?.includes(reference)).map((message) => `${message.vendor} to ${message.to}`);
    expect(about.sort(), reference).toEqual(['resend to eva@fest.example', 'resend to kundin@example.com', 'twilio to +4915112345678']);
  }

  for (const { id } of reports) {
    const links = await sql<ChainLink[]>`select sequence, body, previous_hash as "previousHash", hash from report_events where report_id = ${id} order by sequence`;
    expect(findBreak(links)).toBeNull();
    expect(links).toHaveLength(4);
  }
});

async function unfinished(): Promise<number> {
  const [row] = await sql<{ left: number }[]>`
    select (select count(*) from graphile_worker._private_jobs where attempts < max_attempts)::integer
      + (select count(*) from deliveries where state <> 'sent')::integer as left`;
  return row?.left ?? -1;
}

async function startProcess(): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, 'process-under-test.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env, NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(await freePort()), DATA_FOLDER: folder, LOG_LEVEL: 'silent', SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      OWNER_URL: database.ownerUrl, APP_URL: database.appUrl, DATABASE_POOL_SIZE: '8', TRUSTED_PROXIES: '127.0.0.1',
      RESEND_API_KEY: 're_test', EMAIL_FROM: 'Meldewerk <meldungen@meldewerk.example>', RESEND_BASE_URL: simulators.resendUrl,
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'test', TWILIO_FROM: '+4915735990000', TWILIO_BASE_URL: simulators.twilioUrl,
    },
  });
  children.push(child);
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return { child, port: message.port };
}

type Submission = { draftId: string; token: string; key: string; address: string; body: string; busy: boolean };

function newSubmission(number: number): Submission {
  const draftId = randomUUID();
  const body = {
    draftId, language: 'de', catalogueVersion: 1, category: 'other',
    answers: { incidentDate: '2026-11-02', incidentDescription: 'Klappern vorne links', drivable: true },
    reporter: { role: 'keeper', firstName: 'Ute', lastName: `Probe ${number}`, phone: '0151 12345678', email: 'kundin@example.com' },
    vehicle: { licensePlate: `KA-PA ${number}` }, insurance: {}, photos: [],
    skippedShots: ['frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'damageWide', 'damageClose', 'odometer'],
    privacyConsent: { version: 1, given: true }, source: { kind: 'page' },
  };
  // Customers come from many addresses; the proxy in front says which.
  const address = `198.51.${number >> 8}.${number & 255}`;
  return { draftId, token: randomBytes(32).toString('base64url'), key: randomUUID(), address, body: JSON.stringify(body), busy: false };
}

async function submit(port: number, { draftId, token, key, address, body }: Submission): Promise<Receipt> {
  const headers = { host, authorization: `Bearer ${token}`, 'x-forwarded-for': address };
  const draft = await send(port, 'PUT', `/api/drafts/${draftId}`, headers);
  if (draft.status !== 200) throw new Error(`draft: ${draft.status} ${draft.text}`);
  const answer = await send(port, 'POST', '/api/reports', { ...headers, 'content-type': 'application/json', 'idempotency-key': key }, body);
  if (answer.status !== 201) throw new Error(`report: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text) as Receipt;
}

function send(port: number, method: string, path: string, headers: Record<string, string>, body?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers: { ...headers, 'content-length': Buffer.byteLength(body ?? '') } }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}
