import type { FormSignatureInput, ReportForm } from '@meldewerk/contract/form';
import type { Problem } from '@meldewerk/contract/problem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attach, drawn, findSample, readAndSign, signatureFor, typedBy, typedName } from '../../test/forms.ts';
import { openFormsDesk, type FormsDesk } from '../../test/forms-desk.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import type { Workshop } from '../../test/workshop.ts';

let platform: Platform;
let desk: FormsDesk;
let here: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  desk = await openFormsDesk(platform, 'gegenzeichnen');
  here = desk.workshop;
});
afterAll(() => platform.close());

const problem = async (response: Response) => (await response.json()) as Problem;

describe('the workshop’s own signature', () => {
  const ask = (id: string, cookie = desk.cookie.clerk) => platform.request(here.host, `/api/report-forms/${id}/document`, { method: 'POST', cookie });
  const countersign = (id: string, input: FormSignatureInput, cookie = desk.cookie.clerk) => platform.request(here.host, `/api/report-forms/${id}/signatures`, { cookie, json: input });

  test('follows the customer’s, makes one file with both, and completes a sent report with a mail', async () => {
    const customer = await desk.prepared();
    const sample = await findSample(platform, here, desk.cookie.clerk, 'repairContract');
    const form = await attach(platform, here, desk.cookie.clerk, customer.reportId, sample);
    expect((await problem(await ask(form.id))).issues![0]!.message).toBe('Zuerst unterschreibt der Kunde. Danach können Sie gegenzeichnen.');
    const signed = await readAndSign(platform, here, customer, form.id);
    expect(signed.state).toBe('signedByCustomer');
    expect((await desk.submit(customer, { withdrawal: { noticeVersion: 1, noticeReceived: true, earlyStart: false } })).status).toBe(201);

    const document = (await (await ask(form.id)).json()) as Parameters<typeof signatureFor>[0];
    expect((await problem(await ask(form.id, desk.cookie.viewer))).code).toBe('forbidden');
    const input = signatureFor(document, { name: 'Petra Meister', signature: typedName });
    expect((await problem(await countersign(form.id, { ...input, sha256: 'a'.repeat(64) }))).code).toBe('formChanged');
    const answers = await Promise.all([countersign(form.id, input), countersign(form.id, input)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const complete = (await answers[0]!.json()) as ReportForm;
    expect([complete.state, complete.signatures.map(({ signer, name }) => `${signer}: ${name}`)]).toEqual(['complete', ['customer: Erika Muster', 'workshop: Petra Meister']]);
    expect(complete.document!.id).not.toBe(signed.documentId);
    expect((await problem(await countersign(form.id, signatureFor(document)))).code).toBe('formAlreadySigned');

    const { events } = await desk.readReport(customer.reportId);
    expect(events.filter(({ type }) => type === 'formsComplete').map(({ data }) => data)).toEqual([{ documents: [{ id: complete.document!.id, sha256: complete.document!.sha256 }] }]);
    expect(events.find(({ type }) => type === 'formCountersigned')!.data).toMatchObject({ unsignedSha256: document.sha256, signedSha256: complete.document!.sha256 });
    await platform.runJobs();
    const { deliveries } = await desk.readReport(customer.reportId);
    const mail = deliveries.find(({ purpose }) => purpose === 'signedForms')!;
    expect([mail.state, mail.attachments]).toEqual(['sent', [{ fileName: expect.stringMatching(/_Reparaturauftrag\.pdf$/), mediaType: 'application/pdf', byteSize: complete.document!.byteSize }]]);
  });

  test('is not asked for where the form does not need it', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    await readAndSign(platform, here, customer, form.id);
    expect((await problem(await ask(form.id))).issues![0]!.code).toBe('notNeeded');
  });

  test('falls away when the customer signs anew', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}', { needsWorkshopSignature: true });
    await readAndSign(platform, here, customer, form.id);
    const document = (await (await ask(form.id)).json()) as Parameters<typeof signatureFor>[0];
    expect((await countersign(form.id, signatureFor(document, { signature: drawn }))).status).toBe(201);
    await readAndSign(platform, here, customer, form.id, typedBy('Neu'));
    expect((await desk.readReport(customer.reportId)).forms[0]).toMatchObject({ state: 'signedByCustomer', signatures: [{ signer: 'customer' }] });
  });
});
