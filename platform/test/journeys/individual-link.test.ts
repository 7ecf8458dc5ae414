import { createHash, randomUUID } from 'node:crypto';
import type { Link, PreparedReport } from '@meldewerk/contract/preparation';
import type { Receipt, ReportDetail, ReportPage } from '@meldewerk/contract/report';
import { activatePartner, findPartner } from '@meldewerk/tenants/partners';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBreak } from '../../src/events/event-chain.ts';
import { sweep } from '../../src/sweep.ts';
import { bootPlatform, type Platform, type TestRequest } from '../harness.ts';
import { linkOf, preparationOf, prepare, sendLink } from '../prepare-report.ts';
import { smallPhoto, submissionOf, uploadPhoto } from '../submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../workshop.ts';

let platform: Platform;
let workshop: Workshop;
let owner: postgres.Sql;
let clerk: string;
let viewer: string;

beforeAll(async () => {
  platform = await bootPlatform();
  owner = postgres(platform.database.ownerUrl, { max: 2, onnotice: () => {} });
  workshop = await provisionWorkshop(platform, 'werkstatt-am-ring', { name: 'Werkstatt am Ring' });
  await signIn();
});
beforeEach(async () => {
  await platform.runJobs();
  platform.simulators.inbox.clear();
  // Together these tests send one person more than a workshop may.
  await owner`delete from rate_limits`;
});
afterAll(async () => {
  await owner?.end();
  await platform?.close();
});

/** Anew after days have passed: sessions end. */
async function signIn(): Promise<void> {
  [clerk, viewer] = await Promise.all([signInAs(platform, workshop, 'clerk'), signInAs(platform, workshop, 'viewer')]);
}

const ask = (path: string, request: TestRequest = {}) => platform.request(workshop.host, path, request);
const bearing = (token: string, request: TestRequest = {}): TestRequest => ({ ...request, headers: { authorization: `Bearer ${token}`, ...request.headers } });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const phone = () => platform.simulators.inbox.messages().filter(({ vendor }) => vendor === 'twilio');
const mailTo = (address: string) => platform.simulators.inbox.messages().filter(({ vendor, to }) => vendor === 'resend' && to === address);
const readReport = async (id: string) => (await (await ask(`/api/reports/${id}`, { cookie: viewer })).json()) as ReportDetail;
const readLink = async (token: string) => (await (await ask('/api/link', bearing(token))).json()) as Link;
const tokenIn = (text: string | undefined) => /\/m\/([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/.exec(text ?? '')?.[1] ?? '';

async function prepared(marker = 'Muster'): Promise<PreparedReport & { token: string }> {
  const report = await prepare(platform, workshop, clerk, { preparation: preparationOf(marker) });
  return { ...report, token: (await linkOf(platform, workshop, clerk, report.id)).token };
}

async function submit(link: Link, token: string, marker = 'Muster', key: string = randomUUID()): Promise<Response> {
  const photoId = await uploadPhoto(platform, workshop, { draftId: link.draftId, token }, await smallPhoto());
  const submission = { ...submissionOf({ draftId: link.draftId, token }, [photoId], marker), source: { kind: 'link' as const } };
  return ask('/api/reports', bearing(token, { headers: { 'idempotency-key': key }, json: submission }));
}

describe('the whole way', () => {
  test('staff prepare, the phone gets one SMS, the customer opens exactly this draft, corrects it and sends it, and staff see every step', async () => {
    const report = await prepare(platform, workshop, clerk);
    expect(report).toMatchObject({ version: 1, preparation: { reporter: { phone: '+49 1512 3456789' }, vehicle: { licensePlate: 'KA-PA 777' } }, link: { state: 'notSent', generation: 1 } });
    expect(report.reference).toMatch(/-2026-\d{6}$/);

    expect((await sendLink(platform, workshop, clerk, report.id)).status).toBe(202);
    await platform.runJobs();
    const [sms] = phone();
    expect(sms).toMatchObject({ to: '+4915123456789', segmentCount: 1 });
    expect(sms?.text).toMatch(/^Werkstatt am Ring: Bitte ergänzen Sie hier Ihre Schadenmeldung \(gültig bis 04\.12\.\): http:\/\/werkstatt-am-ring\.localhost:3000\/m\/[\w-]{22}$/);
    const token = tokenIn(sms?.text);
    expect(await readReport(report.id)).toMatchObject({ handling: { status: 'linkSent' }, submittedAt: null, firstOpened: { staffName: 'clerk werkstatt-am-ring' }, link: { state: 'sent' }, deliveries: [{ target: 'customerSms', purpose: 'link', state: 'sent' }] });

    const page = await ask(`/m/${token}`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([200, 'no-referrer', 'no-store']);
    const link = await readLink(token);
    expect(link).toMatchObject({ reference: report.reference, version: 1, receipt: null, preparation: { category: 'marten', reporter: { lastName: 'Muster' }, incidentDate: '2026-11-19' } });
    expect((await readReport(report.id)).link?.state).toBe('sent');

    expect((await ask('/api/link/opening', bearing(token, { method: 'POST' }))).status).toBe(204);
    expect((await ask('/api/link/opening', bearing(token, { method: 'POST' }))).status).toBe(204);
    expect((await readReport(report.id)).link?.state).toBe('opened');
    for (const step of ['category', 'vehicle']) expect((await ask('/api/link/progress', bearing(token, { method: 'PUT', json: { step } }))).status).toBe(204);
    expect((await readReport(report.id)).link).toMatchObject({ state: 'begun', lastStep: 'vehicle' });

    platform.clock.advance({ minutes: 7 });
    const answer = await submit(link, token, 'Korrigiert');
    expect(answer.status).toBe(201);
    const receipt = (await answer.json()) as Receipt;
    expect(receipt).toMatchObject({ reportId: report.id, reference: report.reference });
    await platform.runJobs();
    const sent = await readReport(report.id);
    expect(sent).toMatchObject({
      handling: { status: 'submitted' }, reference: report.reference, firstOpened: null, source: { kind: 'link' }, reporter: { lastName: 'Korrigiert' }, link: { state: 'submitted' }, photos: [{ state: 'ready' }],
    });
    expect(sent.events.map(({ type, actor }) => `${type} by ${actor.kind}`)).toEqual([
      'reportPrepared by staff', 'linkRequested by staff', 'deliverySent by system', 'linkOpened by customer', 'reportSubmitted by customer',
      ...sent.events.slice(5).map(() => 'deliverySent by system'),
    ]);
    const afterwards = await readLink(token);
    expect([afterwards.receipt, afterwards.preparation.reporter]).toEqual([receipt, {}]);
    expect(JSON.stringify(afterwards)).not.toMatch(/Muster|Korrigiert|PA 777/);
    const links = await owner<{ sequence: number; body: string; previousHash: Buffer; hash: Buffer }[]>`
      select sequence, body, previous_hash as "previousHash", hash from report_events where report_id = ${report.id} order by sequence`;
    expect(findBreak([...links])).toBeNull();
    expect(links.map(({ body }) => body).join()).not.toMatch(/Muster|Korrigiert|1512|PA 777/);
  });

  test('by mail it goes the same way, with a button and the name', async () => {
    const { id } = await prepared('Amsel');
    expect((await sendLink(platform, workshop, clerk, id, 'email')).status).toBe(202);
    await platform.runJobs();
    const [mail] = mailTo('amsel@kunde.example');
    expect(mail).toMatchObject({ subject: 'Ihre Schadenmeldung bei Werkstatt am Ring' });
    if (mail?.vendor !== 'resend') throw new Error('no mail came');
    const token = tokenIn(mail.text);
    expect(mail.text).toContain('Guten Tag Amsel Amsel,');
    expect(mail.html).toContain(`href="http://werkstatt-am-ring.localhost:3000/m/${token}"`);
    expect((await readLink(token)).preparation.reporter.lastName).toBe('Amsel');
  });

  test('a customer of whom only a phone number is known gets a link as well', async () => {
    const { id } = await prepare(platform, workshop, clerk, { preparation: { language: 'en', reporter: { phone: '0151 23456789' }, vehicle: {}, insurance: {} } });
    await sendLink(platform, workshop, clerk, id);
    await platform.runJobs();
    expect(phone()[0]?.text).toMatch(/^Werkstatt am Ring: Please complete your damage report here \(valid until 4 Dec\): http/);
    const { preparation } = await readLink(tokenIn(phone()[0]?.text));
    expect(preparation).toMatchObject({ language: 'en', category: null, reporter: { phone: '+49 1512 3456789' } });
    expect(preparation.vehicle, 'what kind it is, nobody said').toEqual({ plateCountry: 'D' });
  });

  test('the list has it at once, found by plate in any spelling, by name and by number, and not as new', async () => {
    const { id, reference } = await prepared('Zaunkönig');
    for (const q of [reference, 'zaunkoenig', 'KA PA 777', '']) {
      const { reports } = (await (await ask(`/api/reports?q=${encodeURIComponent(q)}`, { cookie: viewer })).json()) as ReportPage;
      expect([q, reports.find((one) => one.id === id)]).toEqual([q, expect.objectContaining({ status: 'draft', isNew: false, submittedAt: null, customerName: 'Zaunkönig Zaunkönig', licensePlate: 'KA-PA 777' })]);
    }
    const changed = preparationOf('Eisvogel');
    await prepare(platform, workshop, clerk, { reportId: id, version: 1, preparation: changed });
    const search = async (q: string) => ((await (await ask(`/api/reports?q=${encodeURIComponent(q)}`, { cookie: viewer })).json()) as ReportPage).reports.map((one) => one.id);
    expect(await search('eisvogel')).toContain(id);
    expect(await search('zaunkönig')).not.toContain(id);
  });
});

test('open portals hear of a report that a colleague prepared, and of each step the customer takes', async () => {
  const heard: string[] = [];
  const listener = await owner.listen('report_changes', (payload) => void heard.push(payload));
  const { id, token } = await prepared();
  await ask('/api/link/opening', bearing(token, { method: 'POST' }));
  await ask('/api/link/progress', bearing(token, { method: 'PUT', json: { step: 'vehicle' } }));
  await owner`select pg_notify('report_changes', 'end')`;
  await expect.poll(() => heard.at(-1)).toBe('end');
  await listener.unlisten();
  expect(heard.slice(0, -1).map((payload) => JSON.parse(payload) as unknown)).toEqual(['reportPrepared', 'reportChanged', 'reportChanged'].map((kind) => ({ tenantId: workshop.tenantId, kind, reportId: id })));
});

describe('preparing', () => {
  test('the same request twice, also at once, makes one report and uses up one number', async () => {
    const reportId = randomUUID();
    const before = (await prepared()).reference;
    const answers = await Promise.all([1, 2, 3, 4].map(() => prepare(platform, workshop, clerk, { reportId })));
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    const after = (await prepared()).reference;
    expect(Number(after.slice(-6)) - Number(before.slice(-6))).toBe(2);
    const events = await owner`select type from report_events where report_id = ${reportId}`;
    expect(events.map((event) => event['type'])).toEqual(['reportPrepared']);
  });

  test('nobody overwrites what a colleague changed, and a repeat of one’s own change is no conflict', async () => {
    const { id } = await prepared();
    const save = (version: number, marker: string) => ask(`/api/reports/${id}/preparation`, { method: 'PUT', cookie: clerk, json: { version, preparation: preparationOf(marker) } });
    expect((await save(1, 'Meise')).status).toBe(200);
    expect((await save(1, 'Meise')).status).toBe(200);
    expect(await codeOf(await save(1, 'Fink'))).toEqual([409, 'changedMeanwhile']);
    expect(await codeOf(await save(0, 'Fink'))).toEqual([409, 'changedMeanwhile']);
    expect(await (await ask(`/api/reports/${id}/preparation`, { cookie: clerk })).json()).toMatchObject({ version: 2, preparation: { reporter: { lastName: 'Meise' } } });
    expect((await readReport(id)).events.map(({ type }) => type)).toEqual(['reportPrepared', 'preparationChanged']);
  });

  test('a change reaches the customer who has the link already, and after sending nothing can be prepared any more', async () => {
    const { id, token } = await prepared();
    await prepare(platform, workshop, clerk, { reportId: id, version: 1, preparation: preparationOf('Specht') });
    const link = await readLink(token);
    expect(link).toMatchObject({ version: 2, preparation: { reporter: { lastName: 'Specht' } } });
    expect((await submit(link, token)).status).toBe(201);
    const refusals = [
      await ask(`/api/reports/${id}/preparation`, { method: 'PUT', cookie: clerk, json: { version: 2, preparation: preparationOf() } }),
      await ask(`/api/reports/${id}/preparation`, { cookie: clerk }),
      await sendLink(platform, workshop, clerk, id),
      await ask(`/api/reports/${id}/link`, { method: 'POST', cookie: clerk }),
    ];
    for (const refusal of refusals) expect(await codeOf(refusal)).toEqual([409, 'alreadySubmitted']);
  });

  test('what cannot be is refused with the place and a sentence', async () => {
    const save = async (preparation: object) => {
      const response = await ask(`/api/reports/${randomUUID()}/preparation`, { method: 'PUT', cookie: clerk, json: { version: 0, preparation } });
      const { code, issues } = (await response.json()) as { code: string; issues?: { path: string; message: string }[] };
      return [response.status, code, issues?.[0]?.path, issues?.[0]?.message];
    };
    const base = preparationOf();
    const wrongPhone = 'Diese Telefonnummer stimmt nicht. Bitte mit Vorwahl angeben, zum Beispiel 0171 2345678.';
    expect(await save({ ...base, reporter: { ...base.reporter, phone: '0151 1' } })).toEqual([422, 'validationFailed', 'preparation.reporter.phone', wrongPhone]);
    expect(await save({ ...base, reporter: { ...base.reporter, phone: 'anrufen!' } })).toEqual([422, 'validationFailed', 'preparation.reporter.phone', wrongPhone]);
    expect(await save({ ...base, reporter: { firstName: 'Ada' } })).toEqual([422, 'validationFailed', 'preparation.reporter.phone', 'Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an.']);
    expect(await save({ ...base, category: 'spaceship' })).toEqual([422, 'validationFailed', 'preparation.category', 'Bitte prüfen Sie: Art des Schadens.']);
    expect((await save({ ...base, partner: { id: randomUUID() } })).slice(0, 2)).toEqual([422, 'partnerNotActivated']);
    expect((await save({ ...base, incidentDate: '2026-02-31' })).slice(0, 3)).toEqual([422, 'validationFailed', 'preparation.incidentDate']);
  });

  test('looking is for everybody of the workshop, preparing and the link are for clerks', async () => {
    const { id } = await prepared();
    const refused = [
      await ask(`/api/reports/${id}/preparation`, { method: 'PUT', cookie: viewer, json: { version: 1, preparation: preparationOf() } }),
      await ask(`/api/reports/${id}/link`, { cookie: viewer }),
      await sendLink(platform, workshop, viewer, id),
    ];
    for (const answer of refused) expect(await codeOf(answer)).toEqual([403, 'forbidden']);
    expect((await ask(`/api/reports/${id}`, { cookie: viewer })).status).toBe(200);
  });
});

describe('sending', () => {
  test('pressing twice sends one SMS; sending anew sends another with the same address', async () => {
    const { id } = await prepared();
    const messageId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => sendLink(platform, workshop, clerk, id, 'sms', messageId)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await platform.runJobs();
    expect(phone()).toHaveLength(1);
    await sendLink(platform, workshop, clerk, id);
    await platform.runJobs();
    expect(phone()).toHaveLength(2);
    expect(new Set(phone().map(({ text }) => text)).size).toBe(1);
  });

  test.each([
    ['0721 123456', 'sms', [422, 'noWayToReach'], 'Festnetznummer'],
    ['+33 6 12 34 56 78', 'sms', [422, 'noWayToReach'], 'In dieses Land'],
    ['', 'sms', [422, 'noWayToReach'], undefined],
  ] as const)('no SMS goes to %j, and staff read why', async (typed, channel, [status, code], sentence) => {
    const base = preparationOf();
    const { id } = await prepare(platform, workshop, clerk, { preparation: { ...base, reporter: { ...base.reporter, phone: typed } } });
    const answer = await sendLink(platform, workshop, clerk, id, channel);
    const problem = (await answer.json()) as { code: string; issues?: { message: string }[] };
    expect([answer.status, problem.code]).toEqual([status, code]);
    if (sentence) expect(problem.issues?.[0]?.message).toContain(sentence);
    expect((await sendLink(platform, workshop, clerk, id, 'email')).status).toBe(202);
  });

  test('a number that said STOP gets no SMS and no mail is refused', async () => {
    const base = preparationOf();
    const { id } = await prepare(platform, workshop, clerk, { preparation: { ...base, reporter: { ...base.reporter, phone: '0171 3920017' } } });
    await owner`insert into sms_opt_outs (tenant_id, phone, stopped_at) values (${workshop.tenantId}, '+491713920017', now())`;
    expect(await codeOf(await sendLink(platform, workshop, clerk, id))).toEqual([409, 'phoneOptedOut']);
    expect((await sendLink(platform, workshop, clerk, id, 'email')).status).toBe(202);
    const preview = await ask('/api/link-message-previews', { cookie: clerk, json: { reportId: id, language: 'de', phone: '0171 3920017' } });
    expect(await preview.json()).toMatchObject({ phone: { valid: true, line: 'mobile', optedOut: true, display: '+49 171 3920017' } });
  });

  test('the preview is what goes out, to the letter but for the token', async () => {
    const { id } = await prepared('Dohle');
    const preview = async (phoneTyped: string, language = 'de') =>
      (await (await ask('/api/link-message-previews', { cookie: clerk, json: { reportId: id, language, firstName: 'Dohle', lastName: 'Dohle', phone: phoneTyped, email: '' } })).json()) as {
        phone: { valid: boolean; line: string } | null; sms: { text: string; segments: number; characters: number; encoding: string }; email: { subject: string; text: string };
      };
    const shown = await preview('0151 23456789');
    await sendLink(platform, workshop, clerk, id);
    await sendLink(platform, workshop, clerk, id, 'email');
    await platform.runJobs();
    const [sms] = phone();
    const [mail] = mailTo('dohle@kunde.example');
    const covered = (text: string | undefined) => text?.replaceAll(tokenIn(text), 'x'.repeat(22));
    expect(shown.sms).toEqual({ text: covered(sms?.text), segments: 1, characters: Array.from(sms?.text ?? '').length, encoding: 'gsm7' });
    expect(shown.email.text).toBe(covered(mail?.text));
    expect((await preview('0721 123456')).phone).toMatchObject({ valid: true, line: 'landline' });
    expect((await preview('12')).phone).toMatchObject({ valid: false, line: 'unknown' });
    expect((await preview('')).phone).toBeNull();
  });

  test('a name brings no link into the message', async () => {
    const base = preparationOf();
    const { id } = await prepare(platform, workshop, clerk, { preparation: { ...base, reporter: { ...base.reporter, firstName: 'http://evil.example/m/individual-link-000001', lastName: 'gewinn.example', email: 'eule@kunde.example' } } });
    await sendLink(platform, workshop, clerk, id);
    await sendLink(platform, workshop, clerk, id, 'email');
    await platform.runJobs();
    for (const { text } of platform.simulators.inbox.messages()) expect(text).not.toMatch(/evil|gewinn/);
    expect(mailTo('eule@kunde.example')[0]?.text).toContain('Guten Tag,');
  });
});

describe('a link that no longer works', () => {
  const everythingRefuses = async (token: string, draftId: string, code: string) => {
    expect(await codeOf(await ask('/api/link', bearing(token)))).toEqual([410, code]);
    expect(await codeOf(await ask('/api/link/opening', bearing(token, { method: 'POST' })))).toEqual([410, code]);
    expect(await codeOf(await ask('/api/link/progress', bearing(token, { method: 'PUT', json: { step: 'photos' } })))).toEqual([410, code]);
    expect(await codeOf(await ask(`/api/drafts/${draftId}`, bearing(token)))).toEqual([410, code]);
    const submission = { ...submissionOf({ draftId, token }, []), source: { kind: 'link' as const } };
    expect(await codeOf(await ask('/api/reports', bearing(token, { headers: { 'idempotency-key': randomUUID() }, json: submission })))).toEqual([410, code]);
    const metadata = Object.entries({ draftId, photoId: randomUUID(), shotId: 'damageWide' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
    expect(await codeOf(await ask('/api/uploads', bearing(token, { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': metadata } })))).toEqual([410, code]);
    expect((await ask(`/m/${token}`, { headers: { accept: 'text/html' } })).status).toBe(200);
  };

  test('renewed: the new address opens the same draft with its photos, the old one says that it was replaced', async () => {
    const { id, token } = await prepared();
    const { draftId } = await readLink(token);
    const photoId = await uploadPhoto(platform, workshop, { draftId, token }, await smallPhoto());
    const renewal = (await (await ask(`/api/reports/${id}/link`, { method: 'POST', cookie: clerk })).json()) as { url: string };
    const renewed = tokenIn(renewal.url);
    expect(renewed).not.toBe(token);
    await everythingRefuses(token, draftId, 'linkWithdrawn');
    expect((await readLink(renewed)).draftId).toBe(draftId);
    expect(await (await ask(`/api/drafts/${draftId}`, bearing(renewed))).json()).toMatchObject({ photos: [{ id: photoId }] });
    expect((await readReport(id)).link).toMatchObject({ state: 'notSent', generation: 2 });
    // A customer who kept the old one cannot have the new one sent: it may have gone to somebody else on purpose.
    expect(await codeOf(await ask('/api/link/renewal', bearing(token, { method: 'POST' })))).toEqual([410, 'linkWithdrawn']);
  });

  test('withdrawn: it says so everywhere, is not sent, and can be renewed by staff only', async () => {
    const { id, token } = await prepared();
    const { draftId } = await readLink(token);
    for (let times = 0; times < 2; times++) expect((await ask(`/api/reports/${id}/link`, { method: 'DELETE', cookie: clerk })).status).toBe(204);
    await everythingRefuses(token, draftId, 'linkWithdrawn');
    expect(await codeOf(await ask('/api/link/renewal', bearing(token, { method: 'POST' })))).toEqual([410, 'linkWithdrawn']);
    expect(await codeOf(await sendLink(platform, workshop, clerk, id))).toEqual([410, 'linkWithdrawn']);
    expect(await codeOf(await ask(`/api/reports/${id}/link`, { cookie: clerk }))).toEqual([410, 'linkWithdrawn']);
    expect((await readReport(id)).events.filter(({ type }) => type === 'linkWithdrawn')).toHaveLength(1);
    expect((await ask(`/api/reports/${id}/link`, { method: 'POST', cookie: clerk })).status).toBe(200);
  });

  test('withdrawn before the job ran: nothing goes out', async () => {
    const { id } = await prepared();
    await sendLink(platform, workshop, clerk, id);
    await ask(`/api/reports/${id}/link`, { method: 'DELETE', cookie: clerk });
    await platform.runJobs();
    expect(phone()).toEqual([]);
  });

  test('renewed while the vendor was away: the message with the old address does not go out any more, and is not sent again', async () => {
    const { id } = await prepared();
    await platform.simulators.fetch(new Request('http://simulators/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vendor: 'twilio', mode: 'rateLimited', times: 1 }) }));
    await sendLink(platform, workshop, clerk, id);
    await platform.runJobs();
    expect(phone()).toEqual([]);
    await ask(`/api/reports/${id}/link`, { method: 'POST', cookie: clerk });
    const [delivery] = (await readReport(id)).deliveries;
    expect((await ask(`/api/deliveries/${delivery?.id}/attempts`, { method: 'POST', cookie: clerk })).status).toBe(202);
    await platform.runJobs();
    expect(phone()).toEqual([]);
    expect((await readReport(id)).deliveries).toMatchObject([{ state: 'failed', errorCode: 'noLongerNeeded' }]);
    expect(await codeOf(await ask(`/api/deliveries/${delivery?.id}/attempts`, { method: 'POST', cookie: clerk }))).toEqual([409, 'messageOutdated']);
    expect((await sendLink(platform, workshop, clerk, id)).status).toBe(202);
    await platform.runJobs();
    expect(phone()).toHaveLength(1);
  });

  test('expired: the customer has a new one sent to the address on file, once, and goes on where they were', async () => {
    const { id, token } = await prepared();
    await sendLink(platform, workshop, clerk, id, 'email');
    await platform.runJobs();
    platform.simulators.inbox.clear();
    const { draftId } = await readLink(token);
    expect((await ask('/api/link/renewal', bearing(token, { method: 'POST' }))).status).toBe(202);
    await platform.runJobs();
    expect(platform.simulators.inbox.messages()).toEqual([]);

    platform.clock.advance({ days: 14 });
    await everythingRefuses(token, draftId, 'linkExpired');
    await signIn();
    expect((await readReport(id)).link?.state).toBe('expired');
    for (let times = 0; times < 2; times++) expect((await ask('/api/link/renewal', bearing(token, { method: 'POST' }))).status).toBe(202);
    await platform.runJobs();
    const mails = mailTo('muster@kunde.example');
    expect([mails.length, phone().length]).toEqual([1, 0]);
    const renewed = tokenIn(mails[0]?.text);
    expect(await readLink(renewed)).toMatchObject({ draftId, receipt: null });
    expect((await readReport(id)).events.slice(-3).map(({ type, actor }) => `${type} by ${actor.kind}`)).toEqual(['linkRenewed by customer', 'linkRequested by customer', 'deliverySent by system']);
    expect((await ask('/api/link/renewal', bearing(token, { method: 'POST' }))).status).toBe(429);
  });

  test('long expired: what is swept away leaves the photos of a prepared report, and staff can still renew its link', async () => {
    const { id, token } = await prepared();
    const { draftId } = await readLink(token);
    const photoId = await uploadPhoto(platform, workshop, { draftId, token }, await smallPhoto());
    platform.clock.advance({ days: 100 });
    await sweep(platform.services);
    await signIn();
    const renewal = (await (await ask(`/api/reports/${id}/link`, { method: 'POST', cookie: clerk })).json()) as { url: string };
    expect(await (await ask(`/api/drafts/${draftId}`, bearing(tokenIn(renewal.url)))).json()).toMatchObject({ photos: [{ id: photoId }] });
  });

  test('expired: staff who send it again send a new one', async () => {
    const { id, token } = await prepared();
    platform.clock.advance({ days: 15 });
    await signIn();
    await sendLink(platform, workshop, clerk, id);
    await platform.runJobs();
    const renewed = tokenIn(phone()[0]?.text);
    expect(renewed).not.toBe(token);
    expect((await readLink(renewed)).reference).toMatch(/\d{6}$/);
  });
});

test("nobody's phone is flooded: after twelve messages a number gets no more for now, and others still get theirs", async () => {
  const { id } = await prepared();
  const answers: number[] = [];
  for (let message = 1; message <= 13; message++) answers.push((await sendLink(platform, workshop, clerk, id)).status);
  expect(answers).toEqual([...Array<number>(12).fill(202), 429]);
  const { id: sameNumber } = await prepared();
  expect(await codeOf(await sendLink(platform, workshop, clerk, sameNumber))).toEqual([429, 'tooManyRequests']);
  expect((await sendLink(platform, workshop, clerk, id, 'email')).status).toBe(202);
  const { id: somebodyElse } = await prepare(platform, workshop, clerk, { preparation: { ...preparationOf(), reporter: { phone: '0151 23456788' } } });
  expect((await sendLink(platform, workshop, clerk, somebodyElse)).status).toBe(202);
  await platform.runJobs();
  expect(phone().filter(({ to }) => to === '+4915123456789')).toHaveLength(12);
});

describe('the token', () => {
  test('is stored nowhere, neither in a table nor in a log, though messages went out and failed', async () => {
    const { id, token } = await prepared();
    await sendLink(platform, workshop, clerk, id);
    await sendLink(platform, workshop, clerk, id, 'email');
    await ask(`/m/${token}`);
    await ask(`/m/${token}/x`);
    await ask('/api/link', bearing(token));
    await platform.runJobs();
    await submit(await readLink(token), token);
    await platform.runJobs();
    expect(phone().map(({ text }) => text).join()).toContain(token);

    const tables = await owner<{ schema: string; name: string }[]>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname in ('public', 'graphile_worker')`;
    expect(tables.length).toBeGreaterThan(20);
    const base64 = Buffer.from(token).toString('base64').slice(0, 28);
    for (const { schema, name } of tables) {
      const [found] = await owner`select count(*)::int as rows from ${owner(schema)}.${owner(name)} as t where strpos(t::text, ${token}) > 0 or strpos(t::text, ${base64}) > 0 or strpos(t::text, ${Buffer.from(token, 'base64url').toString('hex')}) > 0`;
      expect([name, found?.['rows']]).toEqual([name, 0]);
    }
    const [stored] = await owner`select count(*)::int as rows from report_links where token_hash = ${createHash('sha256').update(token).digest()}`;
    expect(stored?.['rows']).toBe(1);
    expect(JSON.stringify(platform.logs)).not.toContain(token);
    const shown = await readReport(id);
    expect(JSON.stringify(shown)).not.toContain(token);
    expect(shown.deliveries.find(({ target, purpose }) => target === 'customerSms' && purpose === 'link')?.text).toContain('/m/…');
  });

  test('opens nothing at another workshop, and a session at one opens no report of the other', async () => {
    const other = await provisionWorkshop(platform, 'werkstatt-nebenan');
    const { id, token } = await prepared();
    expect(await codeOf(await platform.request(other.host, '/api/link', bearing(token)))).toEqual([404, 'notFound']);
    const cookie = await signInAs(platform, other, 'admin');
    for (const [method, path] of [['GET', 'preparation'], ['GET', 'link'], ['POST', 'link'], ['DELETE', 'link']]) {
      expect(await codeOf(await platform.request(other.host, `/api/reports/${id}/${path}`, { method, cookie }))).toEqual([404, 'notFound']);
    }
    expect((await readReport(id)).link).toMatchObject({ generation: 1, withdrawnAt: null });
  });

  test('cannot be guessed for long, and honest customers behind the same address are not held up', async () => {
    const { token } = await prepared();
    const from = '198.51.100.7';
    const statuses = [];
    for (let guess = 0; guess < 25; guess++) statuses.push((await ask('/api/link', bearing(Buffer.alloc(16, guess).toString('base64url'), { from }))).status);
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 404));
    expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429));
    expect((await ask('/api/link', bearing(token, { from }))).status).toBe(200);
  });

  test.each(['', 'Bearer', 'Bearer x', `Bearer ${'x'.repeat(43)}`, `Bearer ${'x'.repeat(5_000)}`, "Bearer ' or 1=1 --", 'Basic abc'])('of the form %j is none', async (authorization) => {
    for (const [method, path, json] of [['GET', '', undefined], ['POST', '/opening', undefined], ['PUT', '/progress', { step: 'photos' }], ['POST', '/renewal', undefined]] as const) {
      expect(await codeOf(await ask(`/api/link${path}`, { method, json, headers: { authorization } }))).toEqual([401, 'unauthenticated']);
    }
  });

  test('a robot that previews the page, or asks what the link is, changes nothing', async () => {
    const { id, token } = await prepared();
    const state = () => owner`select md5(string_agg(t::text, '' order by t::text)) as links, (select count(*) from report_events where report_id = ${id}) as events from report_links t where report_id = ${id}`;
    const before = await state();
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await ask(`/m/${token}`, { method, headers: { 'user-agent': 'facebookexternalhit/1.1', accept: 'text/html' } });
    await ask('/api/link', bearing(token));
    expect(await state()).toEqual(before);
    const page = await (await ask(`/m/${token}`)).text();
    expect(page).not.toContain(token);
    expect(page).not.toContain('Muster');
  });

  test('is asked for by our own page only: no other website may read the answer', async () => {
    const { token } = await prepared();
    const answer = await ask('/api/link', bearing(token, { headers: { origin: 'https://www.autohaus.example', 'sec-fetch-site': 'cross-site' } }));
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

test('a partner that is switched on is copied in, shown, and still there when the customer has sent it', async () => {
  const dms = await findPartner(platform.services.db, 'DMS');
  const partnered = { ...preparationOf('Kleiber'), partner: { id: dms!.id, orderNumber: 'A-17' } };
  const reportId = randomUUID();
  expect(await codeOf(await ask(`/api/reports/${reportId}/preparation`, { method: 'PUT', cookie: clerk, json: { version: 0, preparation: partnered } }))).toEqual([422, 'partnerNotActivated']);
  await activatePartner(platform.services.db, workshop.tenantId, dms!.id, { email: 'dms@partner.example', now: platform.clock.now() });
  expect((await prepare(platform, workshop, clerk, { reportId, preparation: partnered })).preparation.partner).toEqual({ id: dms!.id, orderNumber: 'A-17' });
  const { token } = await linkOf(platform, workshop, clerk, reportId);
  const link = await readLink(token);
  expect(link).toMatchObject({ partner: { name: 'DMS', kind: 'steering' } });
  expect(link.preparation).not.toHaveProperty('partner');
  expect((await submit(link, token)).status).toBe(201);
  expect((await readReport(reportId)).partner).toEqual({ id: dms!.id, name: 'DMS', kind: 'steering', orderNumber: 'A-17' });
  const [row] = await owner`select incident_date::text as day from damage_reports where id = ${reportId}`;
  expect(row?.['day']).toBe('2026-11-19');
});

test('the forms that staff put on it come with the link, and the notice of withdrawal when one of them concludes a contract', async () => {
  const { id, token } = await prepared();
  const admin = await signInAs(platform, workshop, 'admin');
  const attach = async (title: string, concludesContract: boolean) => {
    const formId = randomUUID();
    const form = { title, kind: 'other', cases: ['fullyComprehensive'], validFrom: null, validTo: null, needsWorkshopSignature: false, concludesContract, content: { source: 'text', text: 'Ich bin {{kunde.name}}.' } };
    expect((await ask(`/api/forms/${formId}`, { method: 'PUT', cookie: admin, json: form })).status).toBe(200);
    const onReport = randomUUID();
    expect((await ask(`/api/reports/${id}/forms/${onReport}`, { method: 'PUT', cookie: clerk, json: { id: onReport, formId, version: 1 } })).status).toBe(200);
  };
  await attach('Einverständnis', false);
  expect(await readLink(token)).toMatchObject({ forms: [{ title: 'Einverständnis', state: 'open' }], withdrawalNotice: null });
  platform.clock.advance({ minutes: 1 });
  await attach('Reparaturauftrag', true);
  const { forms, withdrawalNotice } = await readLink(token);
  expect(forms.map(({ title }) => title)).toEqual(['Einverständnis', 'Reparaturauftrag']);
  expect(withdrawalNotice).toMatchObject({ version: 1, isSample: true });
  expect(await (await ask(`/api/reports/${id}/preparation`, { cookie: clerk })).json()).toMatchObject({ forms: [{ title: 'Einverständnis' }, { title: 'Reparaturauftrag' }] });
});

test('steps that are none are refused, and a page that repeats itself wakes nobody', async () => {
  const { token, id } = await prepared();
  const put = (step: unknown) => ask('/api/link/progress', bearing(token, { method: 'PUT', json: { step } }));
  for (const step of ['', 'Photos', '<script>', 'x'.repeat(40), 5, null]) expect([step, (await put(step)).status]).toEqual([step, 422]);
  expect((await put('category')).status).toBe(204);
  expect((await put('questions')).status).toBe(204);
  // Its kind of damage is known, so that is where the page opens.
  expect((await readReport(id)).link).toMatchObject({ state: 'notSent', begunAt: null, lastStep: 'questions' });
  for (let times = 0; times < 5; times++) expect((await put('photos')).status).toBe(204);
  expect((await readReport(id)).events.map(({ type }) => type)).toEqual(['reportPrepared']);
});
