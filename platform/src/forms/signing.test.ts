import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormSignatureInput, FormVersionInput, LinkForm, ReportForm, Signature } from '@meldewerk/contract/form';
import type { Problem } from '@meldewerk/contract/problem';
import type { ReportDetail, SubmissionInput } from '@meldewerk/contract/report';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onePage } from '../../../packages/documents/test/evil-pdfs.ts';
import { askForDocument, attach, documentFor, drawn, findSample, prepareCase, readAndSign, saveForm, sign, signatureFor, typedBy, typedName, uploadPdf, type PreparedCase } from '../../test/forms.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { preparationOf, prepare } from '../../test/prepare-report.ts';
import { bearer, submissionOf } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { findBreak } from '../events/event-chain.ts';

let platform: Platform;
let owner: postgres.Sql;
let here: Workshop;
let there: Workshop;
let admin: string;
let clerk: string;
let viewer: string;

beforeAll(async () => {
  platform = await bootPlatform();
  owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
  here = await provisionWorkshop(platform, 'unterschrift-hier');
  there = await provisionWorkshop(platform, 'unterschrift-dort');
  [admin, clerk, viewer] = await Promise.all([signInAs(platform, here, 'admin'), signInAs(platform, here, 'clerk'), signInAs(platform, here, 'viewer')]);
});
afterAll(async () => {
  await owner.end();
  await platform.close();
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const problem = async (response: Response) => (await response.json()) as Problem;

function textForm(text: string, changes: Partial<FormVersionInput> = {}): FormVersionInput {
  return { title: 'Vollmacht', kind: 'other', language: 'de', cases: [], validFrom: null, validTo: null, needsWorkshopSignature: false, concludesContract: false, content: { source: 'text', text }, ...changes };
}

async function prepared(preparation = preparationOf()): Promise<PreparedCase> {
  return prepareCase(platform, here, clerk, preparation);
}

/** A case with one text form on it. */
async function caseWith(text: string, changes: Partial<FormVersionInput> = {}): Promise<{ customer: PreparedCase; form: ReportForm }> {
  const customer = await prepared();
  const { id } = await saveForm(platform, here, admin, textForm(text, changes));
  return { customer, form: await attach(platform, here, clerk, customer.reportId, id) };
}

async function readReport(reportId: string): Promise<ReportDetail> {
  return (await (await platform.request(here.host, `/api/reports/${reportId}`, { cookie: viewer })).json()) as ReportDetail;
}

function submission(customer: PreparedCase, changes: Partial<SubmissionInput> = {}): SubmissionInput {
  const { reporter, vehicle, insurance, incidentDate } = preparationOf();
  const whole = submissionOf(customer, []);
  return {
    ...whole,
    answers: { ...whole.answers, incidentDate: incidentDate as string },
    reporter: { ...reporter, role: 'keeper' } as SubmissionInput['reporter'],
    vehicle: vehicle as SubmissionInput['vehicle'],
    insurance,
    skippedShots: whole.skippedShots,
    source: { kind: 'link' },
    ...changes,
  };
}

const submit = (customer: PreparedCase, changes?: Partial<SubmissionInput>) =>
  platform.request(here.host, '/api/reports', { headers: { ...bearer(customer), 'idempotency-key': randomUUID() }, json: submission(customer, changes) });

async function pdfForm(changes: Partial<FormVersionInput> = {}): Promise<FormVersionInput> {
  const documentId = await uploadPdf(platform, here, admin, onePage());
  const field = { page: 1, x: 0.1, width: 0.5, height: 0.04, signer: 'customer' as const, required: true };
  return {
    ...textForm('', { title: 'Vollmacht auf Papier', ...changes }),
    content: {
      source: 'pdf',
      documentId,
      fields: [
        { ...field, id: 'name', y: 0.2, type: 'text', label: 'Name', placeholder: 'kunde.name' },
        { ...field, id: 'geburtstag', y: 0.3, type: 'date', label: 'Geburtstag' },
        { ...field, id: 'vorsteuer', y: 0.4, type: 'checkbox', label: 'Vorsteuerabzugsberechtigt', required: false },
        { ...field, id: 'hinweis', y: 0.5, type: 'text', label: 'Hinweis', required: false },
        { ...field, id: 'unterschrift', y: 0.7, height: 0.1, type: 'signature', label: 'Unterschrift Kunde' },
      ],
    },
  };
}

test('two forms, one written and one uploaded, are read, signed and sealed: file, chain and API name the same hash', async () => {
  const customer = await prepared();
  const paper = await saveForm(platform, here, admin, await pdfForm());
  const sample = await findSample(platform, here, clerk, 'paymentInstruction');
  const written = await attach(platform, here, clerk, customer.reportId, sample);
  platform.clock.advance({ minutes: 1 });
  const onPaper = await attach(platform, here, clerk, customer.reportId, paper.id);
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

  expect((await submit(customer, { forms: [{ id: written.id, signatureId: signed.signatureId! }, { id: onPaper.id, signatureId: second.signatureId! }] })).status).toBe(201);
  const report = await readReport(customer.reportId);
  expect(report.forms.map(({ id, state }) => [id, state])).toEqual([[written.id, 'complete'], [onPaper.id, 'complete']]);
  const signings = report.events.filter(({ type }) => type === 'formSigned');
  for (const [index, form] of report.forms.entries()) {
    const download = await platform.request(here.host, `/api/signed-documents/${form.document!.id}`, { cookie: viewer });
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

describe('the document', () => {
  test('names what the customer still has to fill in, by form and field', async () => {
    const { customer, form } = await caseWith('{{fahrzeug.fin}} {{kunde.strasse}} {{schaden.datum}} {{schaden.art}} {{kunde.name}} {{kunde.firma}}');
    const answer = await askForDocument(platform, here, customer, form.id, { category: null, reporter: { firstName: 'Erika', lastName: ' ' }, vehicle: {}, insurance: {}, fields: {}, again: false });
    const { code, issues } = await problem(answer);
    expect([answer.status, code]).toEqual([422, 'formIncomplete']);
    expect(issues!.map(({ path }) => path)).toEqual(['vehicle.vin', 'reporter.street', 'answers.incidentDate', 'category', 'reporter.lastName']);
    expect(issues![0]!.message).toBe('Für das Formular „Vollmacht“ fehlt noch: Fahrgestellnummer (FIN).');
  });

  test('names the fields of an uploaded form that are empty or cannot be', async () => {
    const customer = await prepared();
    const { id } = await saveForm(platform, here, admin, await pdfForm());
    const form = await attach(platform, here, clerk, customer.reportId, id);
    const link = (await (await platform.request(here.host, '/api/link', { headers: bearer(customer) })).json()) as { forms: LinkForm[] };
    expect(link.forms[0]!.fields.map(({ id: field, required }) => [field, required])).toEqual([['geburtstag', true], ['vorsteuer', false], ['hinweis', false]]);
    const empty = await problem(await askForDocument(platform, here, customer, form.id));
    expect(empty.issues).toEqual([{ path: 'fields.geburtstag', code: 'missing', message: 'Im Formular „Vollmacht auf Papier“ fehlt noch: Geburtstag.' }]);
    const wrong = await problem(await askForDocument(platform, here, customer, form.id, typedBy('Muster', { fields: { geburtstag: 'gestern', hinweis: 'x'.repeat(501), unbekannt: true } })));
    expect(wrong.issues!.map(({ path, code }) => [path, code])).toEqual([['fields.geburtstag', 'invalid'], ['fields.hinweis', 'invalid']]);
  });

  test('leaves a line where only the workshop knows, and staff see which', async () => {
    const { customer, form } = await caseWith('{{versicherung.schadennummer}} / {{partner.auftrag}} / {{kunde.firma}}.');
    expect(form.blanks).toEqual(['partner.auftrag']);
    const { text } = await documentFor(platform, here, customer, form.id, typedBy('Muster', { insurance: {}, reporter: { firstName: 'A', lastName: 'B' } }));
    expect(text).toBe('____________________ / ____________________ / –.');
  });

  test('is the same for the same values, and another one when they change', async () => {
    const { customer, form } = await caseWith('{{kunde.name}} {{fahrzeug.kennzeichen}}');
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => documentFor(platform, here, customer, form.id)));
    for (const other of others) expect(other).toEqual(first);
    // Typed otherwise, and the same plate.
    expect(await documentFor(platform, here, customer, form.id, typedBy('Muster', { vehicle: { licensePlate: 'KA-PA 777' } }))).toEqual(first);
    const changed = await documentFor(platform, here, customer, form.id, typedBy('Muster', { vehicle: { licensePlate: 'KA-XY 1' } }));
    expect(changed.documentId).not.toBe(first!.documentId);
  });

  test('takes what a customer types for words, even when it looks like a placeholder or a heading', async () => {
    const { customer, form } = await caseWith('{{kunde.strasse}}!\n{{kunde.ort}}');
    const { text } = await documentFor(platform, here, customer, form.id, typedBy('Muster', { reporter: { street: '{{versicherung.police}}\n# Betrug', city: '# # Die Reparatur ist umsonst' } }));
    expect(text).toBe('{{versicherung.police}} # Betrug!\nDie Reparatur ist umsonst');
  });
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
    const { customer, form } = await caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    const answer = await sign(platform, here, customer, form.id, signatureFor(document, { signature }));
    expect([answer.status, (await problem(answer)).code]).toEqual([422, 'signatureEmpty']);
    expect((await readReport(customer.reportId)).forms[0]!.state).toBe('open');
  });

  test.each([['1e999', 'signatureEmpty'], ['null', 'validationFailed'], ['"5"', 'validationFailed']])('with a point at %s is refused', async (place, code) => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    const body = JSON.stringify(signatureFor(await documentFor(platform, here, customer, form.id))).replace('[60,30]', `[${place},30]`);
    const answer = await platform.request(here.host, `/api/drafts/${customer.draftId}/forms/${form.id}/signatures`, { method: 'POST', headers: { ...bearer(customer), 'content-type': 'application/json' }, body });
    expect([answer.status, (await problem(answer)).code]).toEqual([422, code]);
  });

  test('with a pen that slipped over the edge is taken, and drawn within the box', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    const signature: Signature = { method: 'drawn', width: 300, height: 120, strokes: [[[-4, 60], [150, 125], [310, 20]]] };
    const input = signatureFor(document, { signature });
    expect((await sign(platform, here, customer, form.id, input)).status).toBe(201);
    expect((await sign(platform, here, customer, form.id, input)).status).toBe(201);
    const [row] = await owner`select signature from form_signatures where id = ${input.id}`;
    expect(row?.['signature'].strokes).toEqual([[[0, 60], [150, 120], [300, 20]]]);
  });

  test('is refused when the form changed underneath', async () => {
    const { customer, form } = await caseWith('{{kunde.name}} {{heute}}');
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
    const { customer, form } = await caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    const input = signatureFor(document);
    const answers = await Promise.all([1, 2, 3].map(() => sign(platform, here, customer, form.id, input)));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    const report = await readReport(customer.reportId);
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
    const { customer, form } = await caseWith('{{kunde.name}}');
    const first = await readAndSign(platform, here, customer, form.id);
    const second = await readAndSign(platform, here, customer, form.id, typedBy('Neuer'));
    expect(second.documentId).not.toBe(first.documentId);
    expect((await platform.request(here.host, `/api/signed-documents/${first.documentId}`, { cookie: viewer })).status).toBe(200);
    expect((await readReport(customer.reportId)).forms[0]!.document!.id).toBe(second.documentId);
  });

  test('once more, although nothing has changed, is possible when it is asked for', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    const first = await readAndSign(platform, here, customer, form.id);
    expect((await documentFor(platform, here, customer, form.id)).signatureId).toBe(first.signatureId);
    const anew = await documentFor(platform, here, customer, form.id, typedBy('Muster', { again: true }));
    expect([anew.signatureId, anew]).toEqual([null, await documentFor(platform, here, customer, form.id, typedBy('Muster', { again: true }))]);
    expect((await sign(platform, here, customer, form.id, signatureFor(anew, { signature: typedName }))).status).toBe(201);
    expect((await readReport(customer.reportId)).forms[0]!.signatures).toMatchObject([{ method: 'typed' }]);
    expect((await submit(customer)).status).toBe(201);
  });

  test('is nothing for another draft, another workshop, or after the report was sent', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    const stranger = await prepared();
    expect((await askForDocument(platform, here, stranger, form.id)).status).toBe(404);
    const document = await documentFor(platform, here, customer, form.id);
    expect((await sign(platform, here, stranger, form.id, signatureFor(document))).status).toBe(404);
    const peek = await platform.request(here.host, `/api/drafts/${stranger.draftId}/documents/${document.documentId}`, { headers: bearer(stranger) });
    expect(peek.status).toBe(404);
    expect((await askForDocument(platform, there, customer, form.id)).status).toBe(404);
    const signed = await readAndSign(platform, here, customer, form.id);
    const foreign = await signInAs(platform, there, 'admin');
    expect((await platform.request(there.host, `/api/signed-documents/${signed.documentId}`, { cookie: foreign })).status).toBe(404);

    expect((await submit(customer)).status).toBe(201);
    expect((await problem(await askForDocument(platform, here, customer, form.id, typedBy('Spät')))).code).toBe('draftSubmitted');
    expect((await problem(await sign(platform, here, customer, form.id, signatureFor(document)))).code).toBe('draftSubmitted');
  });
});

describe('the report', () => {
  test('is not taken before every form is signed, and not with other values than were signed', async () => {
    const { customer, form } = await caseWith('{{kunde.name}} {{fahrzeug.kennzeichen}} {{kunde.telefon}} {{schaden.art}} {{schaden.datum}} {{heute}} {{werkstatt.telefon}}');
    const unsigned = await problem(await submit(customer));
    expect(unsigned.issues).toEqual([{ path: `forms.${form.id}`, code: 'unsigned', message: 'Dieses Formular ist noch nicht unterschrieben: Vollmacht.' }]);
    const signed = await readAndSign(platform, here, customer, form.id);
    const changed = await problem(await submit(customer, { vehicle: { ...submission(customer).vehicle, licensePlate: 'KA-ZZ 1' } }));
    expect(changed.issues!.map(({ path, code }) => [path, code])).toEqual([[`forms.${form.id}`, 'formChanged']]);
    expect((await problem(await submit(customer, { forms: [{ id: form.id, signatureId: randomUUID() }] }))).issues).toHaveLength(1);
    expect((await submit(customer, { forms: [{ id: form.id, signatureId: signed.signatureId! }] })).status).toBe(201);
  });

  test('is taken a day later with what was signed the day before', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}, {{heute}}');
    const signed = await readAndSign(platform, here, customer, form.id);
    platform.clock.advance({ days: 1 });
    [admin, clerk, viewer] = await Promise.all([signInAs(platform, here, 'admin'), signInAs(platform, here, 'clerk'), signInAs(platform, here, 'viewer')]);
    expect((await documentFor(platform, here, customer, form.id)).signatureId).toBe(signed.signatureId);
    expect((await submit(customer)).status).toBe(201);
  });

  test('takes a doubtful form only when the doubt is acknowledged, and shows it as long as it stands', async () => {
    const customer = await prepared();
    const { id } = await saveForm(platform, here, admin, textForm('{{kunde.name}}', { cases: ['thirdPartyLiability'], validTo: '2026-11-01' }));
    const formOnReport = randomUUID();
    const put = (acknowledged: boolean) => platform.request(here.host, `/api/reports/${customer.reportId}/forms/${formOnReport}`, { method: 'PUT', cookie: clerk, json: { id: formOnReport, formId: id, version: 1, acknowledged } });
    const refused = await problem(await put(false));
    expect([refused.code, refused.issues!.map(({ code }) => code)]).toEqual(['formNotFitting', ['outdated', 'otherCase']]);
    expect(refused.issues![1]!.message).toBe('Dieses Formular ist für einen anderen Fall gedacht als diese Meldung.');
    expect((await put(true)).status).toBe(200);
    expect(((await (await put(true)).json()) as ReportForm).doubts).toEqual(['outdated', 'otherCase']);
    // The case turns out to be another one.
    await prepare(platform, here, clerk, { reportId: customer.reportId, version: 1, preparation: { ...preparationOf(), insurance: { coverage: 'thirdPartyLiability' } } });
    const { forms, events } = await readReport(customer.reportId);
    expect(forms[0]!.doubts).toEqual(['outdated']);
    expect(events.filter(({ type }) => type === 'formAttached').map(({ data }) => data['doubts'])).toEqual([['outdated', 'otherCase']]);
  });

  test('keeps the version that was attached, and says when there is a newer one', async () => {
    const { customer, form } = await caseWith('{{kunde.name}} alt');
    await saveForm(platform, here, admin, textForm('{{kunde.name}} neu'), form.formId);
    expect((await readReport(customer.reportId)).forms[0]).toMatchObject({ version: 1, doubts: ['outdated'] });
    expect((await documentFor(platform, here, customer, form.id)).text).toBe('Muster Muster alt');
  });

  test('loses a form again until somebody has signed it, and takes none twice', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    const again = await platform.request(here.host, `/api/reports/${customer.reportId}/forms/${randomUUID()}`, { method: 'PUT', cookie: clerk, json: { id: randomUUID(), formId: form.formId, version: 1 } });
    expect(again.status).toBe(400);
    await expect(attach(platform, here, clerk, customer.reportId, form.formId)).rejects.toThrow('schon an der Meldung');
    const remove = (id: string) => platform.request(here.host, `/api/reports/${customer.reportId}/forms/${id}`, { method: 'DELETE', cookie: clerk });
    expect([(await remove(form.id)).status, (await remove(form.id)).status]).toEqual([204, 204]);
    expect((await askForDocument(platform, here, customer, form.id)).status).toBe(404);
    const anew = await attach(platform, here, clerk, customer.reportId, form.formId);
    await readAndSign(platform, here, customer, anew.id);
    expect((await problem(await remove(anew.id))).code).toBe('formAlreadySigned');
    expect((await readReport(customer.reportId)).events.map(({ type }) => type).filter((type) => type.startsWith('form'))).toEqual(['formAttached', 'formDetached', 'formAttached', 'formSigned']);
    expect((await submit(customer)).status).toBe(201);
    const sample = await findSample(platform, here, clerk, 'serviceAgreement');
    await expect(attach(platform, here, clerk, customer.reportId, sample)).rejects.toThrow('alreadySubmitted');
  });
});

describe('the workshop’s own signature', () => {
  const ask = (id: string, cookie = clerk) => platform.request(here.host, `/api/report-forms/${id}/document`, { method: 'POST', cookie });
  const countersign = (id: string, input: FormSignatureInput, cookie = clerk) => platform.request(here.host, `/api/report-forms/${id}/signatures`, { cookie, json: input });

  test('follows the customer’s, makes one file with both, and completes a sent report with a mail', async () => {
    const customer = await prepared();
    const sample = await findSample(platform, here, clerk, 'repairContract');
    const form = await attach(platform, here, clerk, customer.reportId, sample);
    expect((await problem(await ask(form.id))).issues![0]!.message).toBe('Zuerst unterschreibt der Kunde. Danach können Sie gegenzeichnen.');
    const signed = await readAndSign(platform, here, customer, form.id);
    expect(signed.state).toBe('signedByCustomer');
    expect((await submit(customer, { withdrawal: { noticeVersion: 1, noticeReceived: true, earlyStart: false } })).status).toBe(201);

    const document = (await (await ask(form.id)).json()) as Parameters<typeof signatureFor>[0];
    expect((await problem(await ask(form.id, viewer))).code).toBe('forbidden');
    const input = signatureFor(document, { name: 'Petra Meister', signature: typedName });
    expect((await problem(await countersign(form.id, { ...input, sha256: 'a'.repeat(64) }))).code).toBe('formChanged');
    const answers = await Promise.all([countersign(form.id, input), countersign(form.id, input)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const complete = (await answers[0]!.json()) as ReportForm;
    expect([complete.state, complete.signatures.map(({ signer, name }) => `${signer}: ${name}`)]).toEqual(['complete', ['customer: Erika Muster', 'workshop: Petra Meister']]);
    expect(complete.document!.id).not.toBe(signed.documentId);
    expect((await problem(await countersign(form.id, signatureFor(document)))).code).toBe('formAlreadySigned');

    const { events } = await readReport(customer.reportId);
    expect(events.filter(({ type }) => type === 'formsComplete').map(({ data }) => data)).toEqual([{ documents: [{ id: complete.document!.id, sha256: complete.document!.sha256 }] }]);
    expect(events.find(({ type }) => type === 'formCountersigned')!.data).toMatchObject({ unsignedSha256: document.sha256, signedSha256: complete.document!.sha256 });
    await platform.runJobs();
    const { deliveries } = await readReport(customer.reportId);
    const mail = deliveries.find(({ purpose }) => purpose === 'signedForms')!;
    expect([mail.state, mail.attachments]).toEqual(['sent', [{ fileName: expect.stringMatching(/_Reparaturauftrag\.pdf$/), mediaType: 'application/pdf', byteSize: complete.document!.byteSize }]]);
  });

  test('is not asked for where the form does not need it', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    await readAndSign(platform, here, customer, form.id);
    expect((await problem(await ask(form.id))).issues![0]!.code).toBe('notNeeded');
  });

  test('falls away when the customer signs anew', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}', { needsWorkshopSignature: true });
    await readAndSign(platform, here, customer, form.id);
    const document = (await (await ask(form.id)).json()) as Parameters<typeof signatureFor>[0];
    expect((await countersign(form.id, signatureFor(document, { signature: drawn }))).status).toBe(201);
    await readAndSign(platform, here, customer, form.id, typedBy('Neu'));
    expect((await readReport(customer.reportId)).forms[0]).toMatchObject({ state: 'signedByCustomer', signatures: [{ signer: 'customer' }] });
  });
});

describe('when the store of files or the process fails', () => {
  test('nothing is written down, and the same request finishes it later', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
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
    expect((await readReport(customer.reportId)).forms[0]!.state).toBe('open');
    expect((await sign(platform, here, customer, form.id, input)).status).toBe(201);
  });

  test('a file that is not what was read any more cannot be signed', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    const document = await documentFor(platform, here, customer, form.id);
    await platform.services.blobs.put(`${here.tenantId}/${document.documentId}/document`, onePage());
    expect((await sign(platform, here, customer, form.id, signatureFor(document))).status).toBe(500);
    expect((await readReport(customer.reportId)).forms[0]!.state).toBe('open');
  });

  test('no file is left of requests that came second', async () => {
    const { customer, form } = await caseWith('{{kunde.name}}');
    const folder = join(platform.config.dataFolder, 'blobs', here.tenantId);
    const before = (await readdir(folder)).length;
    const [document] = await Promise.all([1, 2, 3].map(() => documentFor(platform, here, customer, form.id)));
    const input = signatureFor(document!);
    await Promise.all([1, 2, 3].map(() => sign(platform, here, customer, form.id, input)));
    expect((await readdir(folder)).length - before).toBe(2);
  });
});

test('a report that is sent while its form is signed anew holds together: what it carries is what was signed with it', async () => {
  const { customer, form } = await caseWith('{{kunde.name}}');
  await readAndSign(platform, here, customer, form.id);
  const changed = await documentFor(platform, here, customer, form.id, typedBy('Anders'));
  const [sent, signed] = await Promise.all([submit(customer), sign(platform, here, customer, form.id, signatureFor(changed))]);
  const report = await readReport(customer.reportId);
  // Whoever comes first makes the other one start over.
  expect([[201, 409], [422, 201]]).toContainEqual([sent.status, signed.status]);
  expect(report.submittedAt !== null).toBe(sent.status === 201);
  expect(report.events.filter(({ type }) => type === 'formSigned')).toHaveLength(signed.status === 201 ? 2 : 1);
});
