import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormSignatureInput, LinkForm, Signature } from '@meldewerk/contract/form';
import type { Problem } from '@meldewerk/contract/problem';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onePage } from '../../../packages/documents/test/evil-pdfs.ts';
import { askForDocument, attach, documentFor, findSample, readAndSign, saveForm, sign, signatureFor, typedBy, typedName } from '../../test/forms.ts';
import { openFormsDesk, type FormsDesk } from '../../test/forms-desk.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { bearer } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { findBreak } from '../events/event-chain.ts';

let platform: Platform;
let desk: FormsDesk;
let here: Workshop;
let there: Workshop;
let owner: postgres.Sql;

beforeAll(async () => {
  platform = await bootPlatform();
  owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
  desk = await openFormsDesk(platform, 'unterschrift');
  here = desk.workshop;
  there = await provisionWorkshop(platform, 'unterschrift-andere');
});
afterAll(async () => {
  await owner.end();
  await platform.close();
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const problem = async (response: Response) => (await response.json()) as Problem;

test('two forms, one written and one uploaded, are read, signed and sealed: file, chain and API name the same hash', async () => {
  const customer = await desk.prepared();
  const paper = await saveForm(platform, here, desk.cookie.admin, await desk.pdfForm());
  const sample = await findSample(platform, here, desk.cookie.clerk, 'paymentInstruction');
  const written = await attach(platform, here, desk.cookie.clerk, customer.reportId, sample);
  platform.clock.advance({ minutes: 1 });
  const onPaper = await attach(platform, here, desk.cookie.clerk, customer.reportId, paper.id);
  expect([written.state, written.isSample, written.document]).toEqual(['open', true, null]);

  const read = await documentFor(platform, here, customer, written.id);
  expect(read.text).toContain('Muster Muster\nMusterweg 1, 76133 Karlsruhe');
  expect(read.text).toContain('Kennzeichen KA-PA 777');
  expect(read.text).toContain('20.11.2026');
  expect(read.text).not.toContain('{{');
  const file = await platform.request(here.host, `/api/drafts/${customer.draftId}/documents/${read.documentId}`, { headers: bearer(customer) });
  expect(sha256(Buffer.from(await file.arrayBuffer()))).toBe(read.sha256);

  const device = { 'user-agent': `Telefon ${'x'.repeat(400)}` };
  const signed = (await (await sign(platform, here, customer, written.id, signatureFor(read), device)).json()) as LinkForm;
  expect(signed.state).toBe('complete');
  const second = await readAndSign(platform, here, customer, onPaper.id, typedBy('Muster', { fields: { geburtstag: '1980-02-29', vorsteuer: true } }), typedName);
  expect(second.state).toBe('complete');

  expect((await desk.submit(customer, { forms: [{ id: written.id, signatureId: signed.signatureId! }, { id: onPaper.id, signatureId: second.signatureId! }] })).status).toBe(201);
  const report = await desk.readReport(customer.reportId);
  expect(report.forms.map(({ id, state }) => [id, state])).toEqual([[written.id, 'complete'], [onPaper.id, 'complete']]);
  const signings = report.events.filter(({ type }) => type === 'formSigned');
  for (const [index, form] of report.forms.entries()) {
    const download = await platform.request(here.host, `/api/signed-documents/${form.document!.id}`, { cookie: desk.cookie.viewer });
    const bytes = Buffer.from(await download.arrayBuffer());
    expect([download.headers.get('cache-control'), download.headers.get('x-content-type-options')]).toEqual(['private, no-store', 'nosniff']);
    expect(download.headers.get('content-disposition')).toContain(`${report.reference}_`);
    expect(sha256(bytes)).toBe(form.document!.sha256);
    expect(signings[index]!.data).toMatchObject({ reportFormId: form.id, signedSha256: form.document!.sha256 });
    expect(bytes.byteLength).toBe(form.document!.byteSize);
    expect(bytes.includes('/ByteRange')).toBe(true);
    const own = await platform.request(here.host, `/api/drafts/${customer.draftId}/documents/${form.document!.id}`, { headers: bearer(customer) });
    expect(sha256(Buffer.from(await own.arrayBuffer()))).toBe(form.document!.sha256);
  }
  expect(signings[0]!.data['unsignedSha256']).toBe(read.sha256);
  expect(JSON.stringify(signings)).not.toMatch(/Muster|Erika/);
  const rows = await owner`select sequence, body, previous_hash as "previousHash", hash from report_events where report_id = ${customer.reportId} order by sequence`;
  expect(findBreak(rows as never)).toBeNull();
  const [row] = await owner`select ip, length(user_agent) as length from form_signatures where id = ${signed.signatureId}`;
  expect([row?.['ip'], row?.['length']]).toEqual([expect.stringMatching(/^10\./), 300]);
});

describe('signing', () => {
  test.each<[string, Signature]>([
    ['no strokes', { method: 'drawn', width: 300, height: 120, strokes: [] }],
    ['empty strokes', { method: 'drawn', width: 300, height: 120, strokes: [[], []] }],
    ['a single dot', { method: 'drawn', width: 300, height: 120, strokes: [[[50, 50]]] }],
    ['a dot with a tremble', { method: 'drawn', width: 300, height: 120, strokes: [[[50, 50], [51, 51], [50, 51]]] }],
    ['strokes outside the box', { method: 'drawn', width: 300, height: 120, strokes: [[[400, 300], [500, 500]]] }],
    ['a stroke that leaves the page', { method: 'drawn', width: 300, height: 120, strokes: [[[10, 10], [200, 900]]] }],
    ['a typed name without letters', { method: 'typed', typedName: '...' }],
  ])('with %s is refused, and nothing is written down', async (_, signature) => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    const answer = await sign(platform, here, customer, form.id, signatureFor(document, { signature }));
    expect([answer.status, (await problem(answer)).code]).toEqual([422, 'signatureEmpty']);
    expect((await desk.readReport(customer.reportId)).forms[0]!.state).toBe('open');
  });

  test.each([['1e999', 'signatureEmpty'], ['null', 'validationFailed'], ['"5"', 'validationFailed']])('with a point at %s is refused', async (place, code) => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const body = JSON.stringify(signatureFor(await documentFor(platform, here, customer, form.id))).replace('[60,30]', `[${place},30]`);
    const answer = await platform.request(here.host, `/api/drafts/${customer.draftId}/forms/${form.id}/signatures`, { method: 'POST', headers: { ...bearer(customer), 'content-type': 'application/json' }, body });
    expect([answer.status, (await problem(answer)).code]).toEqual([422, code]);
  });

  test('with a pen that slipped over the edge is taken, and drawn within the box', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    const signature: Signature = { method: 'drawn', width: 300, height: 120, strokes: [[[-4, 60], [150, 125], [310, 20]]] };
    const input = signatureFor(document, { signature });
    expect((await sign(platform, here, customer, form.id, input)).status).toBe(201);
    expect((await sign(platform, here, customer, form.id, input)).status).toBe(201);
    const [row] = await owner`select signature from form_signatures where id = ${input.id}`;
    expect(row?.['signature'].strokes).toEqual([[[0, 60], [150, 120], [300, 20]]]);
  });

  test('is refused when the form changed underneath', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}} {{heute}}');
    const old = await documentFor(platform, here, customer, form.id);
    const newer = await documentFor(platform, here, customer, form.id, typedBy('Anders'));
    const refuse = async (input: FormSignatureInput) => {
      const answer = await sign(platform, here, customer, form.id, input);
      expect([answer.status, (await problem(answer)).code]).toEqual([409, 'formChanged']);
    };
    await refuse(signatureFor(old));
    await refuse(signatureFor(newer, { sha256: old.sha256 }));
    await refuse(signatureFor(newer, { documentId: randomUUID() }));
    expect((await sign(platform, here, customer, form.id, signatureFor(newer))).status).toBe(201);
  });

  test('twice under one id is one signature; under another id it is refused', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    const input = signatureFor(document);
    const answers = await Promise.all([1, 2, 3].map(() => sign(platform, here, customer, form.id, input)));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    const report = await desk.readReport(customer.reportId);
    expect(report.events.filter(({ type }) => type === 'formSigned')).toHaveLength(1);
    for (const other of [signatureFor(document), { ...input, name: 'Jemand Anderes' }]) {
      const answer = await sign(platform, here, customer, form.id, other);
      expect([answer.status, (await problem(answer)).code]).toEqual([409, 'formAlreadySigned']);
    }
    expect((await documentFor(platform, here, customer, form.id)).signatureId).toBe(input.id);
    const [{ rows }] = (await owner`select count(*)::int as rows from signed_documents where report_form_id = ${form.id}`) as unknown as [{ rows: number }];
    expect(rows).toBe(1);
  });

  test('anew after a change leaves the first signature and its file where they are', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const first = await readAndSign(platform, here, customer, form.id);
    const second = await readAndSign(platform, here, customer, form.id, typedBy('Neuer'));
    expect(second.documentId).not.toBe(first.documentId);
    expect((await platform.request(here.host, `/api/signed-documents/${first.documentId}`, { cookie: desk.cookie.viewer })).status).toBe(200);
    expect((await desk.readReport(customer.reportId)).forms[0]!.document!.id).toBe(second.documentId);
  });

  test('is nothing for another draft, another workshop, or after the report was sent', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const stranger = await desk.prepared();
    expect((await askForDocument(platform, here, stranger, form.id)).status).toBe(404);
    const document = await documentFor(platform, here, customer, form.id);
    expect((await sign(platform, here, stranger, form.id, signatureFor(document))).status).toBe(404);
    const peek = await platform.request(here.host, `/api/drafts/${stranger.draftId}/documents/${document.documentId}`, { headers: bearer(stranger) });
    expect(peek.status).toBe(404);
    expect((await askForDocument(platform, there, customer, form.id)).status).toBe(404);
    const signed = await readAndSign(platform, here, customer, form.id);
    const foreign = await signInAs(platform, there, 'admin');
    expect((await platform.request(there.host, `/api/signed-documents/${signed.documentId}`, { cookie: foreign })).status).toBe(404);

    expect((await desk.submit(customer)).status).toBe(201);
    expect((await problem(await askForDocument(platform, here, customer, form.id, typedBy('Spät')))).code).toBe('draftSubmitted');
    expect((await problem(await sign(platform, here, customer, form.id, signatureFor(document)))).code).toBe('draftSubmitted');
  });
});

test('who signs in drafts that are nobody’s keeps no customer from signing', async () => {
  const customer = await desk.prepared();
  const form = await attach(platform, here, desk.cookie.clerk, customer.reportId, await findSample(platform, here, desk.cookie.clerk, 'paymentInstruction'));
  const read = await documentFor(platform, here, customer, form.id);
  const strange = (at: string, json: object) => platform.request(here.host, `/api/drafts/${randomUUID()}/forms/${form.id}/${at}`, { headers: bearer({ token: 'x'.repeat(43) }), json });
  const strangers = await Promise.all(Array.from({ length: 640 }, (_, count) => (count % 2 ? strange('signatures', signatureFor(read)) : strange('document', typedBy('Muster')))));
  expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([404]));
  expect((await sign(platform, here, customer, form.id, signatureFor(read))).status).toBe(201);
});

describe('when the store of files or the process fails', () => {
  test('nothing is written down, and the same request finishes it later', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const { blobs } = platform.services;
    const { put } = blobs;
    const failing = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    blobs.put = failing;
    expect((await askForDocument(platform, here, customer, form.id)).status).toBe(503);
    blobs.put = put;
    const document = await documentFor(platform, here, customer, form.id);
    const input = signatureFor(document);
    blobs.put = failing;
    expect((await sign(platform, here, customer, form.id, input)).status).toBe(503);
    blobs.put = put;
    expect((await desk.readReport(customer.reportId)).forms[0]!.state).toBe('open');
    expect((await sign(platform, here, customer, form.id, input)).status).toBe(201);
  });

  test('a file that is not what was read any more cannot be signed', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    await platform.services.blobs.put(`${here.tenantId}/${document.documentId}/document`, onePage());
    expect((await sign(platform, here, customer, form.id, signatureFor(document))).status).toBe(500);
    expect((await desk.readReport(customer.reportId)).forms[0]!.state).toBe('open');
  });

  test('no file is left of requests that came second', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const folder = join(platform.config.dataFolder, 'blobs', here.tenantId);
    const before = (await readdir(folder)).length;
    const [document] = await Promise.all([1, 2, 3].map(() => documentFor(platform, here, customer, form.id)));
    const input = signatureFor(document!);
    await Promise.all([1, 2, 3].map(() => sign(platform, here, customer, form.id, input)));
    expect((await readdir(folder)).length - before).toBe(2);
  });
});
