import { randomUUID } from 'node:crypto';
import type { ReportForm } from '@meldewerk/contract/form';
import type { Problem } from '@meldewerk/contract/problem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForDocument, attach, documentFor, findSample, readAndSign, saveForm, sign, signatureFor, textForm, typedBy } from '../../test/forms.ts';
import { openFormsDesk, type FormsDesk } from '../../test/forms-desk.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { preparationOf, prepare } from '../../test/prepare-report.ts';
import type { Workshop } from '../../test/workshop.ts';

let platform: Platform;
let desk: FormsDesk;
let here: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  desk = await openFormsDesk(platform, 'am-vorgang');
  here = desk.workshop;
});
afterAll(() => platform.close());

const problem = async (response: Response) => (await response.json()) as Problem;

describe('the report', () => {
  test('is not taken before every form is signed, and not with other values than were signed', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}} {{fahrzeug.kennzeichen}} {{kunde.telefon}} {{schaden.art}} {{schaden.datum}} {{heute}} {{werkstatt.telefon}}');
    const unsigned = await problem(await desk.submit(customer));
    expect(unsigned.issues).toEqual([{ path: `forms.${form.id}`, code: 'unsigned', message: 'Dieses Formular ist noch nicht unterschrieben: Vollmacht.' }]);
    const signed = await readAndSign(platform, here, customer, form.id);
    const changed = await problem(await desk.submit(customer, { vehicle: { ...desk.submission(customer).vehicle, licensePlate: 'KA-ZZ 1' } }));
    expect(changed.issues!.map(({ path, code }) => [path, code])).toEqual([[`forms.${form.id}`, 'formChanged']]);
    expect((await problem(await desk.submit(customer, { forms: [{ id: form.id, signatureId: randomUUID() }] }))).issues).toHaveLength(1);
    expect((await desk.submit(customer, { forms: [{ id: form.id, signatureId: signed.signatureId! }] })).status).toBe(201);
  });

  test('is taken a day later with what was signed the day before', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}, {{heute}}');
    const signed = await readAndSign(platform, here, customer, form.id);
    platform.clock.advance({ days: 1 });
    await desk.signIn();
    expect((await documentFor(platform, here, customer, form.id)).signatureId).toBe(signed.signatureId);
    expect((await desk.submit(customer)).status).toBe(201);
  });

  test('takes a doubtful form only when the doubt is acknowledged, and shows it as long as it stands', async () => {
    const customer = await desk.prepared();
    const { id } = await saveForm(platform, here, desk.cookie.admin, textForm('{{kunde.name}}', { cases: ['thirdPartyLiability'], validTo: '2026-11-01' }));
    const formOnReport = randomUUID();
    const put = (acknowledged: boolean) => platform.request(here.host, `/api/reports/${customer.reportId}/forms/${formOnReport}`, { method: 'PUT', cookie: desk.cookie.clerk, json: { id: formOnReport, formId: id, version: 1, acknowledged } });
    const refused = await problem(await put(false));
    expect([refused.code, refused.issues!.map(({ code }) => code)]).toEqual(['formNotFitting', ['outdated', 'otherCase']]);
    expect(refused.issues![1]!.message).toBe('Dieses Formular ist für einen anderen Fall gedacht als diese Meldung.');
    expect((await put(true)).status).toBe(200);
    expect(((await (await put(true)).json()) as ReportForm).doubts).toEqual(['outdated', 'otherCase']);
    // The case turns out to be another one.
    await prepare(platform, here, desk.cookie.clerk, { reportId: customer.reportId, version: 1, preparation: { ...preparationOf(), insurance: { coverage: 'thirdPartyLiability' } } });
    const { forms, events } = await desk.readReport(customer.reportId);
    expect(forms[0]!.doubts).toEqual(['outdated']);
    expect(events.filter(({ type }) => type === 'formAttached').map(({ data }) => data['doubts'])).toEqual([['outdated', 'otherCase']]);
  });

  test('keeps the version that was attached, and says when there is a newer one', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}} alt');
    await saveForm(platform, here, desk.cookie.admin, textForm('{{kunde.name}} neu'), form.formId);
    expect((await desk.readReport(customer.reportId)).forms[0]).toMatchObject({ version: 1, doubts: ['outdated'] });
    expect((await documentFor(platform, here, customer, form.id)).text).toBe('Muster Muster alt');
  });

  test('loses a form again until somebody has signed it, and takes none twice', async () => {
    const { customer, form } = await desk.caseWith('{{kunde.name}}');
    const again = await platform.request(here.host, `/api/reports/${customer.reportId}/forms/${randomUUID()}`, { method: 'PUT', cookie: desk.cookie.clerk, json: { id: randomUUID(), formId: form.formId, version: 1 } });
    expect(again.status).toBe(400);
    await expect(attach(platform, here, desk.cookie.clerk, customer.reportId, form.formId)).rejects.toThrow('schon an der Meldung');
    const remove = (id: string) => platform.request(here.host, `/api/reports/${customer.reportId}/forms/${id}`, { method: 'DELETE', cookie: desk.cookie.clerk });
    expect([(await remove(form.id)).status, (await remove(form.id)).status]).toEqual([204, 204]);
    expect((await askForDocument(platform, here, customer, form.id)).status).toBe(404);
    const anew = await attach(platform, here, desk.cookie.clerk, customer.reportId, form.formId);
    await readAndSign(platform, here, customer, anew.id);
    expect((await problem(await remove(anew.id))).code).toBe('formAlreadySigned');
    expect((await desk.readReport(customer.reportId)).events.map(({ type }) => type).filter((type) => type.startsWith('form'))).toEqual(['formAttached', 'formDetached', 'formAttached', 'formSigned']);
    expect((await desk.submit(customer)).status).toBe(201);
    const sample = await findSample(platform, here, desk.cookie.clerk, 'serviceAgreement');
    await expect(attach(platform, here, desk.cookie.clerk, customer.reportId, sample)).rejects.toThrow('alreadySubmitted');
  });
});

test('a report that is sent while its form is signed anew holds together: what it carries is what was signed with it', async () => {
  const { customer, form } = await desk.caseWith('{{kunde.name}}');
  await readAndSign(platform, here, customer, form.id);
  const changed = await documentFor(platform, here, customer, form.id, typedBy('Anders'));
  const [sent, signed] = await Promise.all([desk.submit(customer), sign(platform, here, customer, form.id, signatureFor(changed))]);
  const report = await desk.readReport(customer.reportId);
  // Whoever comes first makes the other one start over.
  expect([[201, 409], [422, 201]]).toContainEqual([sent.status, signed.status]);
  expect(report.submittedAt !== null).toBe(sent.status === 201);
  expect(report.events.filter(({ type }) => type === 'formSigned')).toHaveLength(signed.status === 201 ? 2 : 1);
});
