import { randomUUID } from 'node:crypto';
import type { FormDetail, formUploadSchema, FormSummary, FormVersionInput } from '@meldewerk/contract/form';
import type { Issue, Problem } from '@meldewerk/contract/problem';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import postgres from 'postgres';
import type { InferOutput } from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encrypted, manyPages, onePage } from '../../../packages/documents/test/evil-pdfs.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let here: Workshop;
let there: Workshop;
let admin: string;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  here = await provisionWorkshop(platform, 'formulare-hier');
  there = await provisionWorkshop(platform, 'formulare-dort');
  admin = await signInAs(platform, here, 'admin');
  clerk = await signInAs(platform, here, 'clerk');
});
afterAll(() => platform.close());

const textForm = (changes: Partial<FormVersionInput> = {}): FormVersionInput => ({
  title: 'Werkstattvollmacht', kind: 'other', language: 'de', cases: ['thirdPartyLiability'], validFrom: null, validTo: null, needsWorkshopSignature: false, concludesContract: false,
  content: { source: 'text', text: 'Ich, {{kunde.name}}, beauftrage {{werkstatt.name}}.' }, ...changes,
});

type FormUpload = InferOutput<typeof formUploadSchema>;
type Answer<Body> = { status: number; code: string | undefined; issues: Issue[]; body: Body };

async function ask<Body = FormDetail>(method: string, path: string, json?: unknown, cookie = admin): Promise<Answer<Body>> {
  const response = await platform.request(here.host, path, { method, cookie, ...(json !== undefined && { json }) });
  const body = (response.status === 204 ? {} : await response.json()) as Body & Partial<Problem>;
  return { status: response.status, code: body.code, issues: body.issues ?? [], body };
}

async function upload(pdf: Uint8Array, cookie = admin, fileName = 'Unsere_Vollmacht.PDF') {
  const response = await platform.request(here.host, `/api/form-uploads?fileName=${fileName}`, { method: 'POST', cookie, body: new Uint8Array(pdf), headers: { 'content-type': 'application/pdf' } });
  return { status: response.status, body: (await response.json()) as FormUpload & Problem };
}

const list = async () => (await ask<{ forms: FormSummary[] }>('GET', '/api/forms', undefined, clerk)).body.forms;

describe('the library', () => {
  test('begins with our samples, marked as such and open to every role', async () => {
    const viewer = await signInAs(platform, here, 'viewer');
    const { body } = await ask<{ forms: FormSummary[] }>('GET', '/api/forms', undefined, viewer);
    expect(body.forms.map(({ title }) => title).sort()).toEqual(sampleForms.map(({ title }) => title).sort());
    expect(body.forms.every(({ isSample, validity, version }) => isSample && validity === 'valid' && version === 1)).toBe(true);
  });

  test('gives a workshop that is older than the library its samples once, however often it is asked', async () => {
    const cookie = await signInAs(platform, there, 'clerk');
    const sql = postgres(platform.database.ownerUrl, { max: 1 });
    await sql`delete from form_versions where tenant_id = ${there.tenantId}`;
    await sql`delete from forms where tenant_id = ${there.tenantId}`;
    await sql.end();
    const answers = await Promise.all([1, 2, 3].map(() => platform.request(there.host, '/api/forms', { cookie })));
    for (const answer of answers) expect(((await answer.json()) as { forms: unknown[] }).forms).toHaveLength(4);
  });

  test('keeps every version: an edited sample is the workshop’s own, and the older one can still be read', async () => {
    const sample = (await list()).find(({ kind }) => kind === 'repairContract')!;
    const { content, ...read } = (await ask('GET', `/api/forms/${sample.id}`)).body;
    const input = { title: read.title, kind: read.kind, language: read.language, cases: read.cases, validFrom: null, validTo: null, needsWorkshopSignature: read.needsWorkshopSignature, concludesContract: read.concludesContract, content };
    const unchanged = await ask('PUT', `/api/forms/${sample.id}`, input);
    expect([unchanged.body.version, unchanged.body.isSample]).toEqual([1, true]);
    const saved = await ask('PUT', `/api/forms/${sample.id}`, { ...input, title: 'Unser Reparaturauftrag', content: { source: 'text', text: 'Repariert wird {{fahrzeug.modell}}.' } });
    expect([saved.status, saved.body.version, saved.body.isSample]).toEqual([200, 2, false]);
    const repeated = await ask('PUT', `/api/forms/${sample.id}`, { ...input, title: 'Unser Reparaturauftrag', content: { source: 'text', text: 'Repariert wird {{fahrzeug.modell}}.' } });
    expect(repeated.body.version).toBe(2);
    expect((await ask('GET', `/api/forms/${sample.id}?version=1`)).body.title).toBe(read.title);
    expect((await ask('GET', `/api/forms/${sample.id}`)).body.title).toBe('Unser Reparaturauftrag');
    expect((await ask('GET', `/api/forms/${sample.id}?version=3`)).status).toBe(404);
  });

  test('lets a form be taken out of use and brought back', async () => {
    const id = randomUUID();
    await ask('PUT', `/api/forms/${id}`, textForm({ title: 'Auf Abruf' }));
    expect((await ask('POST', `/api/forms/${id}/retirement`)).status).toBe(204);
    expect((await list()).at(-1)).toMatchObject({ id, retired: true });
    expect((await ask('DELETE', `/api/forms/${id}/retirement`)).status).toBe(204);
    expect((await ask('GET', `/api/forms/${id}`)).body.retired).toBe(false);
    expect((await ask('POST', `/api/forms/${randomUUID()}/retirement`)).status).toBe(404);
  });
});

describe('saving', () => {
  test('names a placeholder that does not exist, and its line', async () => {
    const answer = await ask('PUT', `/api/forms/${randomUUID()}`, textForm({ content: { source: 'text', text: 'Auftrag\n\nvon {{ kunde.name }} und {{kunde.nahme}}, {{}}' } }));
    expect([answer.status, answer.code]).toEqual([422, 'validationFailed']);
    expect(answer.issues).toEqual([
      { path: 'content.text', code: 'unknownPlaceholder', message: 'Zeile 3: Den Platzhalter {{kunde.nahme}} gibt es nicht. Bitte wählen Sie einen aus der Liste.' },
      expect.objectContaining({ path: 'content.text', code: 'unknownPlaceholder' }),
    ]);
  });

  test('names a line in which a placeholder is not closed', async () => {
    const answer = await ask('PUT', `/api/forms/${randomUUID()}`, textForm({ content: { source: 'text', text: 'Ich, {{kunde.name}\n{kein Platzhalter}\n{{kunde.\nname}}' } }));
    expect(answer.issues.map(({ code, message }) => [code, message.slice(0, 8)])).toEqual([['brokenPlaceholder', 'Zeile 1:'], ['brokenPlaceholder', 'Zeile 3:'], ['brokenPlaceholder', 'Zeile 4:']]);
  });

  test('refuses a validity that ends before it begins', async () => {
    const answer = await ask('PUT', `/api/forms/${randomUUID()}`, textForm({ validFrom: '2026-12-01', validTo: '2026-11-30' }));
    expect(answer.issues).toEqual([expect.objectContaining({ path: 'validTo', message: 'Das Ende der Gültigkeit liegt vor ihrem Beginn.' })]);
  });

  test('is for the management: a clerk may not', async () => {
    expect((await ask('PUT', `/api/forms/${randomUUID()}`, textForm(), clerk)).code).toBe('forbidden');
    expect((await upload(onePage(), clerk)).status).toBe(403);
  });
});

describe('an uploaded PDF', () => {
  const field = { id: 'f1', page: 1, x: 0.1, y: 0.1, width: 0.3, height: 0.05, label: 'Unterschrift Kunde', type: 'signature', signer: 'customer', required: true } as const;
  const pdfForm = (documentId: string, fields: object[], changes: Partial<FormVersionInput> = {}) => textForm({ ...changes, content: { source: 'pdf', documentId, fields } as never });

  test('is read, kept without what could act in it, and becomes a form with fields', async () => {
    const { status, body } = await upload(onePage({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }));
    expect([status, body.pageCount, body.suggestedTitle]).toEqual([201, 1, 'Unsere Vollmacht']);
    expect(body.pages).toEqual([{ width: 595, height: 842 }]);
    const file = await platform.request(here.host, `/api/form-uploads/${body.documentId}`, { cookie: clerk });
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'private, no-store']);
    expect(Buffer.from(await file.arrayBuffer()).includes('JavaScript')).toBe(false);

    const saved = await ask('PUT', `/api/forms/${randomUUID()}`, pdfForm(body.documentId, [field, { ...field, id: 'f2', type: 'text', label: 'Name', y: 0.3, placeholder: 'kunde.name' }]));
    expect([saved.status, saved.body.source, saved.body.pageCount]).toEqual([200, 'pdf', 1]);
  });

  test('needs fields that lie on its pages, and a place for each who signs', async () => {
    const { documentId } = (await upload(onePage())).body;
    const wrong = await ask(
      'PUT',
      `/api/forms/${randomUUID()}`,
      pdfForm(documentId, [{ ...field, page: 2 }, { ...field, id: 'f1', type: 'text', x: 0.9, label: 'Name' }, { ...field, id: 'f3', type: 'checkbox', label: 'Ja', placeholder: 'kunde.name', height: 0 }], { needsWorkshopSignature: true }),
    );
    expect(wrong.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'content.fields.0.page noSuchPage', 'content.fields.1.id twice', 'content.fields.1.x outside', 'content.fields.2.width tooSmall', 'content.fields.2.placeholder notFillable', 'content.fields noWorkshopSignature',
    ]);
    const none = await ask('PUT', `/api/forms/${randomUUID()}`, pdfForm(documentId, []));
    expect(none.issues.map(({ code }) => code)).toEqual(['noCustomerSignature']);
    expect((await ask('PUT', `/api/forms/${randomUUID()}`, pdfForm(randomUUID(), [field]))).status).toBe(404);
  });

  test.each([
    ['broken', () => onePage().slice(0, 300), 'pdfUnreadable'],
    ['not a PDF at all', () => Buffer.from('Guten Tag'), 'pdfUnreadable'],
    ['encrypted', encrypted, 'pdfEncrypted'],
    ['300 pages long', () => manyPages(300), 'pdfTooManyPages'],
  ])('that is %s is refused with a clear sentence', async (_, pdf, code) => {
    const { status, body } = await upload(pdf());
    expect([status, body.code]).toEqual([422, code]);
    expect(body.detail).toMatch(/\.$/);
  });

  test('of more than 10 MB is not read at all', async () => {
    const { status, body } = await upload(Buffer.alloc(10 * 1024 * 1024 + 1));
    expect([status, body.code]).toEqual([413, 'bodyTooLarge']);
  });

  test('is nothing to another workshop', async () => {
    const { documentId } = (await upload(onePage())).body;
    const cookie = await signInAs(platform, there, 'admin');
    expect((await platform.request(there.host, `/api/form-uploads/${documentId}`, { cookie })).status).toBe(404);
    const stolen = await platform.request(there.host, `/api/forms/${randomUUID()}`, { method: 'PUT', cookie, json: pdfForm(documentId, [field]) });
    expect(stolen.status).toBe(404);
  });
});

describe('the preview', () => {
  test('shows every sample as a PDF with example values, and saves nothing', async () => {
    const before = await list();
    for (const form of sampleForms) {
      const response = await platform.request(here.host, `/api/forms/${randomUUID()}/preview`, { cookie: admin, json: form });
      expect([form.title, response.status, response.headers.get('content-type')]).toEqual([form.title, 200, 'application/pdf']);
      expect(Buffer.from(await response.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(await list()).toEqual(before);
  });

  test('says what is wrong, as saving does', async () => {
    const answer = await ask('POST', `/api/forms/${randomUUID()}/preview`, textForm({ content: { source: 'text', text: '{{unbekannt}}' } }));
    expect(answer.issues).toEqual([expect.objectContaining({ path: 'content.text' })]);
  });
});

// Last, since it turns the clock on, and sessions run out with it.
test('a form is in force by the workshop’s own day, both ends included', async () => {
  const id = randomUUID();
  await ask('PUT', `/api/forms/${id}`, textForm({ validFrom: '2026-11-21' }));
  expect((await ask('GET', `/api/forms/${id}`)).body.validity).toBe('notYet');
  await ask('PUT', `/api/forms/${id}`, textForm({ validFrom: '2026-11-20', validTo: '2026-11-20' }));
  expect((await ask('GET', `/api/forms/${id}`)).body.validity).toBe('valid');
  // 23:30 UTC is the next day in Karlsruhe.
  platform.clock.advance({ hours: 13, minutes: 30 });
  admin = await signInAs(platform, here, 'admin');
  expect((await ask('GET', `/api/forms/${id}`)).body.validity).toBe('outdated');
});
