import type { LinkForm } from '@meldewerk/contract/form';
import type { Problem } from '@meldewerk/contract/problem';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForDocument, attach, documentFor, saveForm, typedBy } from '../../test/forms.ts';
import { openFormsDesk, type FormsDesk } from '../../test/forms-desk.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { bearer } from '../../test/submit-report.ts';
import type { Workshop } from '../../test/workshop.ts';

let platform: Platform;
let desk: FormsDesk;
let here: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  desk = await openFormsDesk(platform, 'dokument');
  here = desk.workshop;
});
afterAll(() => platform.close());

const problem = async (response: Response) => (await response.json()) as Problem;

describe('the document', () => {
  test('is made although a field is called like something every object has, and its file although its title is cut within a letter', async () => {
    const input = await desk.pdfForm();
    if (input.content.source !== 'pdf') throw new Error('the example is a PDF');
    const fields = input.content.fields.map((field) => (field.id === 'hinweis' ? { ...field, id: 'constructor' } : field));
    const { id } = await saveForm(platform, here, desk.cookie.admin, { ...input, title: `${'x'.repeat(79)}𝒜bc`, content: { ...input.content, fields } });
    const customer = await desk.prepared();
    const form = await attach(platform, here, desk.cookie.clerk, customer.reportId, id);
    const { documentId } = await documentFor(platform, here, customer, form.id, typedBy('Muster', { fields: { geburtstag: '1970-01-01' } }));
    const file = await platform.request(here.host, `/api/drafts/${customer.draftId}/documents/${documentId}`, { headers: bearer(customer) });
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, expect.stringContaining(`${'x'.repeat(79)}.pdf`)]);
  });

  test('is not made without end by one customer, who can still read and sign the last one', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}} {{fahrzeug.kennzeichen}}');
    const last = await documentFor(platform, here, customer, form.id);
    const owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
    await owner`update form_documents set number = 300 where id = ${last.documentId}`;
    await owner.end();
    expect(await documentFor(platform, here, customer, form.id)).toEqual(last);
    expect((await askForDocument(platform, here, customer, form.id, typedBy('Muster', { vehicle: { licensePlate: 'KA-ZU 1' } }))).status).toBe(429);
  });

  test('names what the customer still has to fill in, by form and field', async () => {
    const { customer, form } = await desk.caseWith('{{fahrzeug.fin}} {{kunde.strasse}} {{schaden.datum}} {{schaden.art}} {{kunde.name}} {{kunde.firma}}');
    const answer = await askForDocument(platform, here, customer, form.id, { category: null, reporter: { firstName: 'Erika', lastName: ' ' }, vehicle: {}, insurance: {}, fields: {}, again: false });
    const { code, issues } = await problem(answer);
    expect([answer.status, code]).toEqual([422, 'formIncomplete']);
    expect(issues!.map(({ path }) => path)).toEqual(['vehicle.vin', 'reporter.street', 'answers.incidentDate', 'category', 'reporter.lastName']);
    expect(issues![0]!.message).toBe('Für das Formular „Vollmacht“ fehlt noch: Fahrgestellnummer (FIN).');
  });

  test('names the fields of an uploaded form that are empty or cannot be', async () => {
    const customer = await desk.prepared();
    const { id } = await saveForm(platform, here, desk.cookie.admin, await desk.pdfForm());
    const form = await attach(platform, here, desk.cookie.clerk, customer.reportId, id);
    const link = (await (await platform.request(here.host, '/api/link', { headers: bearer(customer) })).json()) as { forms: LinkForm[] };
    expect(link.forms[0]!.fields.map(({ id: field, required }) => [field, required])).toEqual([['geburtstag', true], ['vorsteuer', false], ['hinweis', false]]);
    const empty = await problem(await askForDocument(platform, here, customer, form.id));
    expect(empty.issues).toEqual([{ path: 'fields.geburtstag', code: 'missing', message: 'Im Formular „Vollmacht auf Papier“ fehlt noch: Geburtstag.' }]);
    const wrong = await problem(await askForDocument(platform, here, customer, form.id, typedBy('Muster', { fields: { geburtstag: 'gestern', hinweis: 'x'.repeat(501), unbekannt: true } })));
    expect(wrong.issues!.map(({ path, code }) => [path, code])).toEqual([['fields.geburtstag', 'invalid'], ['fields.hinweis', 'invalid']]);
  });

  test('leaves a line where only the workshop knows, and staff see which', async () => {
    const { customer, form } = await desk.caseWith('{{versicherung.schadennummer}} / {{partner.auftrag}} / {{kunde.firma}}.');
    expect(form.blanks).toEqual(['partner.auftrag']);
    const { text } = await documentFor(platform, here, customer, form.id, typedBy('Muster', { insurance: {}, reporter: { firstName: 'A', lastName: 'B' } }));
    expect(text).toBe('____________________ / ____________________ / –.');
  });

  test('is the same for the same values, and another one when they change', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}} {{fahrzeug.kennzeichen}}');
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => documentFor(platform, here, customer, form.id)));
    for (const other of others) expect(other).toEqual(first);
    // Typed otherwise, and the same plate.
    expect(await documentFor(platform, here, customer, form.id, typedBy('Muster', { vehicle: { licensePlate: 'KA-PA 777' } }))).toEqual(first);
    const changed = await documentFor(platform, here, customer, form.id, typedBy('Muster', { vehicle: { licensePlate: 'KA-XY 1' } }));
    expect(changed.documentId).not.toBe(first!.documentId);
  });

  test('takes what a customer types for words, even when it looks like a placeholder or a heading', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.strasse}}!\n{{kunde.ort}}');
    const { text } = await documentFor(platform, here, customer, form.id, typedBy('Muster', { reporter: { street: '{{versicherung.police}}\n# Betrug', city: '# # Die Reparatur ist umsonst' } }));
    expect(text).toBe('{{versicherung.police}} # Betrug!\nDie Reparatur ist umsonst');
  });
});
