import { randomUUID } from 'node:crypto';
import type { FormVersionInput } from '@meldewerk/contract/form';
import type { Link } from '@meldewerk/contract/preparation';
import type { Problem } from '@meldewerk/contract/problem';
import type { ReportDetail, SubmissionInput } from '@meldewerk/contract/report';
import { withdrawalDeclarationListSchema, withdrawalNoticeSchema, type WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPdfTools, textOf } from '../../../packages/documents/test/pdf-tools.ts';
import { report as sendReport } from '../../test/customer.ts';
import { attach, prepareCase, readAndSign, saveForm, type PreparedCase } from '../../test/forms.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { preparationOf } from '../../test/prepare-report.ts';
import { bearer, submissionOf } from '../../test/submit-report.ts';
import { declarationOf, declare } from '../../test/withdrawals.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let here: Workshop;
let there: Workshop;
let admin: string;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  [here, there] = await Promise.all([provisionWorkshop(platform, 'widerruf-hier'), provisionWorkshop(platform, 'widerruf-dort')]);
  [admin, clerk] = await Promise.all([signInAs(platform, here, 'admin'), signInAs(platform, here, 'clerk')]);
});
afterAll(() => platform.close());

const contractForm: FormVersionInput = {
  title: 'Reparaturauftrag', kind: 'repairContract', language: 'de', cases: [], validFrom: null, validTo: null,
  needsWorkshopSignature: false, concludesContract: true, content: { source: 'text', text: 'Ich, {{kunde.name}}, gebe {{fahrzeug.kennzeichen}} in Auftrag.' },
};

const readNotice = async (workshop = here) => v.parse(withdrawalNoticeSchema, await (await platform.request(workshop.host, '/api/withdrawal-notice')).json());
const readReport = async (reportId: string) => (await (await platform.request(here.host, `/api/reports/${reportId}`, { cookie: clerk })).json()) as ReportDetail;
const listed = async (cookie = clerk, workshop = here) => v.parse(withdrawalDeclarationListSchema, await (await platform.request(workshop.host, '/api/withdrawal-declarations', { cookie })).json()).declarations;
const mailsTo = (address: string) => platform.simulators.inbox.messages().filter((message) => message.to === address && message.vendor === 'resend');

/** A prepared case with a contract on it that the customer has signed. */
async function signedContract(changes: Partial<FormVersionInput> = {}, email = `${randomUUID()}@kunde.example`) {
  const preparation = preparationOf();
  const customer = await prepareCase(platform, here, clerk, { ...preparation, reporter: { ...preparation.reporter, email } });
  const { id } = await saveForm(platform, here, admin, { ...contractForm, ...changes });
  const form = await attach(platform, here, clerk, customer.reportId, id);
  const { category, vehicle, insurance, incidentDate, reporter } = { ...preparation, reporter: { ...preparation.reporter, email } };
  const signed = await readAndSign(platform, here, customer, form.id, { category: category ?? null, reporter, vehicle, insurance, incidentDate, fields: {} } as never);
  return { customer, form, signed, email };
}

function submit(customer: PreparedCase, email: string | undefined, changes: Partial<SubmissionInput> = {}): Promise<Response> {
  const whole = submissionOf(customer, []);
  const { reporter, vehicle, insurance, incidentDate } = preparationOf();
  const json = {
    ...whole, answers: { ...whole.answers, incidentDate: incidentDate as string }, reporter: { ...reporter, role: 'keeper', email } as SubmissionInput['reporter'],
    vehicle: vehicle as SubmissionInput['vehicle'], insurance, source: { kind: 'link' }, ...changes,
  };
  return platform.request(here.host, '/api/reports', { headers: { ...bearer(customer), 'idempotency-key': randomUUID() }, json });
}

describe('the notice', () => {
  test('begins as a sample that says so, in both languages, with the workshop in it', async () => {
    const notice = await readNotice(there);
    expect(notice).toMatchObject({ version: 1, isSample: true });
    expect(notice.notice.de).toMatch(/Mustertext[^]*14 Tagen[^]*Karosserie widerruf-dort/);
    expect(notice.modelForm.en).toContain('I hereby withdraw');
  });

  test('a workshop from before there were notices gets the sample when it is first asked for, also by several at once', async () => {
    const older = await provisionWorkshop(platform, 'widerruf-alt');
    const owner = (await import('postgres')).default(platform.database.ownerUrl, { max: 1 });
    await owner`delete from withdrawal_notices where tenant_id = ${older.tenantId}`;
    await owner.end();
    const notices = await Promise.all(Array.from({ length: 6 }, () => readNotice(older)));
    expect(new Set(notices.map(({ version, isSample }) => `${version} ${isSample}`))).toEqual(new Set(['1 true']));
  });

  test('an admin’s own text is the next version and no sample; others may not change it', async () => {
    const own = { notice: { de: 'Eigene Belehrung', en: 'Own notice' }, modelForm: { de: 'Eigenes Formular', en: 'Own form' } };
    const put = (cookie: string, json: unknown) => platform.request(here.host, '/api/withdrawal-notice', { method: 'PUT', cookie, json });
    expect((await put(clerk, own)).status).toBe(403);
    expect((await put(admin, { ...own, notice: { de: '', en: 'x' } })).status).toBe(422);
    const before = await readNotice();
    const answer = await put(admin, own);
    expect(answer.status).toBe(200);
    expect((await answer.json()) as WithdrawalNotice).toMatchObject({ ...own, version: before.version + 1, isSample: false });
    expect(await readNotice()).toMatchObject(own);
    expect((await readNotice(there)).version).toBe(1);
  });

  test('comes with a link only when one of its forms concludes a contract', async () => {
    const read = async ({ token }: PreparedCase) => (await (await platform.request(here.host, '/api/link', { headers: { authorization: `Bearer ${token}` } })).json()) as Link;
    const plain = await prepareCase(platform, here, clerk);
    expect((await read(plain)).withdrawalNotice).toBeNull();
    const { customer } = await signedContract();
    expect((await read(customer)).withdrawalNotice).toMatchObject({ version: (await readNotice()).version });
  });
});

describe('a report with a contract', () => {
  test('is refused without the decision on the notice, and with one on an older notice, and loses nothing', async () => {
    const { customer, email } = await signedContract();
    const { version } = await readNotice();
    for (const [withdrawal, code] of [[undefined, 'missing'], [{ noticeVersion: version - 1 || 99, noticeReceived: true, earlyStart: false }, 'outdated']] as const) {
      const answer = await submit(customer, email, withdrawal ? { withdrawal } : {});
      expect(answer.status).toBe(422);
      expect(((await answer.json()) as Problem).issues).toEqual([{ path: 'withdrawal', code, message: expect.stringContaining('Widerrufsbelehrung') }]);
    }
    expect((await submit(customer, email, { withdrawal: { noticeVersion: version, noticeReceived: true, earlyStart: false } })).status).toBe(201);
  });

  test('keeps what was decided to the letter, starts the clock, and sends the papers, which counts as handed over', async () => {
    const { customer, email, form } = await signedContract();
    const notice = await readNotice();
    expect((await submit(customer, email, { withdrawal: { noticeVersion: notice.version, noticeReceived: true, earlyStart: true } })).status).toBe(201);
    const before = await readReport(customer.reportId);
    const now = platform.clock.now().toISOString();
    expect(before.withdrawal).toEqual({
      noticeVersion: notice.version, noticeReceivedAt: now, earlyStartRequestedAt: now, contractConcludedAt: now, handedOverAt: null,
      endsAt: '2026-12-04T22:59:59.000Z', declaration: null,
    });
    const consent = (kind: string) => before.consents.find((given) => given.kind === kind);
    expect(consent('withdrawalNotice')).toMatchObject({ textVersion: notice.version, text: expect.stringContaining(notice.notice.de) });
    expect(consent('earlyStart')?.text).toMatch(/verlange ausdrücklich[^]*erlischt mein Widerrufsrecht/);

    await platform.runJobs();
    const [mail] = mailsTo(email);
    if (mail?.vendor !== 'resend') throw new Error('the confirmation is a mail');
    const after = await readReport(customer.reportId);
    expect(mail.attachments?.map(({ fileName }) => fileName)).toEqual([`${after.reference}_Reparaturauftrag.pdf`, 'Widerrufsbelehrung.pdf']);
    expect(mail.text).toContain(after.forms.find(({ id }) => id === form.id)?.document?.sha256);
    expect(mail.text).toMatch(/bis zum Ende des 04\.12\.2026[^]*\/widerruf\?ref=/);
    expect(after.withdrawal?.handedOverAt).toBe(platform.clock.now().toISOString());
    if (!hasPdfTools) return;
    const pdf = Buffer.from(mail.attachments?.[1]?.content ?? '', 'base64');
    expect(textOf(pdf)).toContain(notice.notice.de);
    expect(textOf(pdf)).toContain(notice.modelForm.de);
  });

  test('the clock waits for the workshop’s own signature where the form needs it', async () => {
    const { customer, email } = await signedContract({ needsWorkshopSignature: true });
    const { version } = await readNotice();
    expect((await submit(customer, email, { withdrawal: { noticeVersion: version, noticeReceived: true, earlyStart: false } })).status).toBe(201);
    expect((await readReport(customer.reportId)).withdrawal).toMatchObject({ contractConcludedAt: null, endsAt: null, earlyStartRequestedAt: null });
  });

  test('without an e-mail address nothing was handed over', async () => {
    const { customer } = await signedContract({}, '');
    const { version } = await readNotice();
    expect((await submit(customer, undefined, { withdrawal: { noticeVersion: version, noticeReceived: true, earlyStart: false } })).status).toBe(201);
    await platform.runJobs();
    expect((await readReport(customer.reportId)).withdrawal?.handedOverAt).toBeNull();
  });

  test('one without a contract has no clock and asks for nothing', async () => {
    const { customer, email } = await signedContract({ concludesContract: false });
    expect((await submit(customer, email)).status).toBe(201);
    expect((await readReport(customer.reportId)).withdrawal).toBeNull();
  });
});

describe('a declaration', () => {
  test('by reference stands on its report, is confirmed with its time and content, and the workshop is told, once', async () => {
    const { reportId, reference } = await sendReport(platform, here.host);
    const declaration = declarationOf({ contract: `Auftrag ${reference.toLowerCase()}`, statement: 'Ich habe es mir anders überlegt.\n<b>Danke</b>' });
    const receipts = await Promise.all(Array.from({ length: 4 }, () => declare(platform, here, declaration)));
    expect(receipts.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await receipts[0]!.json()).toEqual({ id: declaration.id, declaredAt: platform.clock.now().toISOString() });
    await platform.runJobs();
    const report = await readReport(reportId);
    expect(report.withdrawal?.declaration).toEqual({ id: declaration.id, declaredAt: platform.clock.now().toISOString(), name: declaration.name, statement: declaration.statement });
    const events = report.events.filter(({ type }) => type === 'withdrawalDeclared');
    expect(events.map(({ data }) => data)).toEqual([{ declarationId: declaration.id }]);
    const confirmations = mailsTo(declaration.email);
    expect(confirmations).toHaveLength(1);
    expect(confirmations[0]?.text).toMatch(/20\.11\.2026, 11:00[^]*Hiermit widerrufe ich[^]*anders überlegt/);
    expect(mailsTo(here.emailOf.admin).filter(({ text }) => text?.includes(declaration.email))).toHaveLength(1);
    expect(report.deliveries.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(['withdrawalConfirmation', 'withdrawalNotice']));
  });

  test('by plate and name finds its report however both are written, and none when the name is another’s', async () => {
    const { reportId } = await sendReport(platform, here.host, { reporter: { role: 'keeper', firstName: 'Jürgen', lastName: 'Großmann', phone: '0151 12345678' }, vehicle: { licensePlate: 'S-WR 4711' } });
    await declare(platform, here, declarationOf({ name: 'GROSSMANN, Jurgen', contract: 'mein Golf s wr4711' }));
    await declare(platform, here, declarationOf({ name: 'Petra Fremd', contract: 'S-WR 4711' }));
    const found = new Map((await listed()).map((declaration) => [declaration.name, declaration.reportId]));
    expect([found.get('GROSSMANN, Jurgen'), found.get('Petra Fremd')]).toEqual([reportId, null]);
  });

  test('that fits nothing is kept, listed, confirmed and announced as well, and is answered alike', async () => {
    const { reference } = await sendReport(platform, here.host);
    const [fitting, foreign] = [declarationOf({ contract: reference }), declarationOf({ contract: 'SM-2031-999999' })];
    const [one, other] = [await declare(platform, here, fitting), await declare(platform, here, foreign)];
    expect([one.status, Object.keys((await one.json()) as object)]).toEqual([other.status, Object.keys((await other.json()) as object)]);
    await platform.runJobs();
    expect((await listed()).find(({ id }) => id === foreign.id)).toMatchObject({ contract: 'SM-2031-999999', reportId: null, reference: null });
    expect(mailsTo(foreign.email)).toHaveLength(1);
    expect(mailsTo(here.emailOf.admin).some(({ text }) => text?.includes('passen zu keiner Meldung'))).toBe(true);
  });

  test('that fits nothing is put on the report it means by a person, once, and not by those who only look', async () => {
    const [meant, other] = [await sendReport(platform, here.host), await sendReport(platform, here.host)];
    const declaration = declarationOf({ contract: 'der rote Polo' });
    await declare(platform, here, declaration);
    const assign = (reportId: string, cookie = clerk) => platform.request(here.host, `/api/withdrawal-declarations/${declaration.id}/report`, { cookie, json: { reportId } });
    expect((await assign(meant.reportId, await signInAs(platform, here, 'viewer'))).status).toBe(403);
    expect((await assign(randomUUID())).status).toBe(404);
    expect((await Promise.all([assign(meant.reportId), assign(meant.reportId)])).map(({ status }) => status)).toEqual([204, 204]);
    expect((await assign(other.reportId)).status).toBe(409);
    const report = await readReport(meant.reportId);
    expect(report.withdrawal?.declaration).toMatchObject({ id: declaration.id, statement: 'der rote Polo' });
    expect(report.events.filter(({ type }) => type === 'withdrawalAssigned').map(({ actor, data }) => [actor.kind, data])).toEqual([['staff', { declarationId: declaration.id }]]);
    expect((await listed()).find(({ id }) => id === declaration.id)).toMatchObject({ reportId: meant.reportId, reference: meant.reference });
    expect((await readReport(other.reportId)).withdrawal).toBeNull();
  });

  test('never reaches another workshop’s report', async () => {
    const { reference } = await sendReport(platform, here.host);
    const declaration = declarationOf({ contract: reference });
    await declare(platform, there, declaration);
    expect((await listed()).some(({ id }) => id === declaration.id)).toBe(false);
    expect((await listed(await signInAs(platform, there, 'viewer'), there)).find(({ id }) => id === declaration.id)).toMatchObject({ reportId: null });
  });

  test('under an id that was used for other words is refused', async () => {
    const declaration = declarationOf();
    await declare(platform, here, declaration);
    expect((await declare(platform, here, { ...declaration, name: 'Jemand anders' })).status).toBe(409);
  });

  test.each([{ name: ' ' }, { email: 'kein@' }, { contract: '' }, { contract: 'x'.repeat(201) }, { statement: 'x'.repeat(2_001) }, { id: '1' }])('with %j is refused', async (fault) => {
    expect((await declare(platform, here, { ...declarationOf(), ...fault })).status).toBe(422);
  });

  test('nobody can have many confirmations sent to a stranger', async () => {
    const email = 'opfer@fremd.example';
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) statuses.push((await declare(platform, here, declarationOf({ email }))).status);
    expect(statuses).toEqual([201, 201, 201, 201, 429, 429]);
  });

  test('nobody can have a stranger written to by many workshops at once', async () => {
    const email = 'opfer-vieler@fremd.example';
    const third = await provisionWorkshop(platform, 'widerruf-anderswo');
    const statuses: number[] = [];
    for (const workshop of [here, there, third]) for (let index = 0; index < 4; index++) statuses.push((await declare(platform, workshop, declarationOf({ email }))).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(8);
    expect(statuses.at(-1)).toBe(429);
  });
});
