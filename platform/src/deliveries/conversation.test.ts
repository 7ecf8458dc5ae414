import type { ReportDetail } from '@meldewerk/contract/report';
import type { SubmissionInput } from '@meldewerk/contract/report';
import { damageReports, smsOptOuts, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { writeAsCustomer, writeAsStaff } from '../../test/messages.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let owner: postgres.Sql;
let workshop: Workshop;
let clerk: string;
let reportId: string;
let access: string;

beforeAll(async () => {
  platform = await bootPlatform();
  owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
  workshop = await provisionWorkshop(platform, 'karosserie-post');
  clerk = await signInAs(platform, workshop, 'clerk');
});
beforeEach(async () => {
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
  ({ access } = await openStatusPage(platform, workshop, reportId));
  await platform.runJobs();
  platform.simulators.inbox.clear();
});
afterAll(async () => {
  await owner.end();
  await platform.close();
});

const mails = () => platform.simulators.inbox.messages();
const toStaff = (body: string) => writeAsCustomer(platform, workshop, access, { body });
const toCustomer = (body: string) => writeAsStaff(platform, workshop, clerk, reportId, 'customer', { body });
const note = (body: string, mentions: string[]) => writeAsStaff(platform, workshop, clerk, reportId, 'internal', { body, mentions });
const read = async () => (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json()) as ReportDetail;

async function letPass(minutes: number) {
  platform.clock.advance({ minutes });
  await owner`update graphile_worker._private_jobs set run_at = now()`;
  await platform.runJobs();
}

async function reporterIs(change: Partial<SubmissionInput['reporter']>) {
  await owner`update damage_reports set reporter = reporter || ${JSON.stringify(change)}::text::jsonb where id = ${reportId}`;
}

describe('what the customer writes', () => {
  test('goes to whom the report is given, with the words and the way to the answer', async () => {
    await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { assigneeId: null }, set: { assigneeId: workshop.idOf.clerk } } });
    await toStaff('Kann ich den Wagen am Montag bringen?');
    await platform.runJobs();
    expect(mails().map(({ to }) => to)).toEqual([workshop.emailOf.clerk]);
    expect(mails()[0]?.text).toContain('Kann ich den Wagen am Montag bringen?');
    expect(mails()[0]?.text).toContain(`/portal/reports/${reportId}#messages`);
  });

  test('goes to the workshop’s recipients when nobody has it, or who had it is gone', async () => {
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(damageReports).set({ assigneeId: workshop.idOf.viewer }).where(eq(damageReports.id, reportId)));
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(staffUsers).set({ disabledAt: platform.clock.now() }).where(eq(staffUsers.id, workshop.idOf.viewer)));
    await toStaff('Hallo');
    await platform.runJobs();
    expect(mails().map(({ to }) => to)).toEqual([workshop.emailOf.admin]);
  });

  test('ten messages in a row are two mails: the first at once, the others together', async () => {
    for (let number = 1; number <= 10; number++) {
      await toStaff(`Nummer ${number}.`);
      await platform.runJobs();
      platform.clock.advance({ minutes: 0.5 });
    }
    expect(mails()).toHaveLength(1);
    await letPass(10);
    expect(mails()).toHaveLength(2);
    expect(mails()[1]?.text).not.toContain('Nummer 1.');
    for (let number = 2; number <= 10; number++) expect(mails()[1]?.text).toContain(`Nummer ${number}.`);
    await letPass(30);
    expect(mails()).toHaveLength(2);
  });

  test('what staff have seen meanwhile is not mailed after them', async () => {
    await toStaff('Eins');
    await platform.runJobs();
    platform.clock.advance({ minutes: 1 });
    const { id } = await toStaff('Zwei');
    await platform.runJobs();
    await platform.request(workshop.host, `/api/reports/${reportId}/message-readings`, { cookie: clerk, json: { messageId: id } });
    await letPass(10);
    expect(mails()).toHaveLength(1);
  });
});

describe('what staff write to the customer', () => {
  test('goes by mail with the words and the status link, and the report shows what became of it', async () => {
    const { id } = await toCustomer('Ihr Wagen ist da.');
    await platform.runJobs();
    expect(mails().map(({ to, vendor }) => [to, vendor])).toEqual([['muster@kunde.example', 'resend']]);
    expect(mails()[0]?.text).toMatch(/Ihr Wagen ist da\.[\s\S]*\/s\/[\w-]{22}/);
    const { deliveries, events } = await read();
    const event = events.find(({ data }) => data['messageId'] === id);
    expect(deliveries.find(({ eventSequence }) => eventSequence === event?.sequence)).toMatchObject({ purpose: 'message', target: 'customerEmail', state: 'sent' });
    // Who looks at what was sent is not given the key to the customer's page.
    expect(JSON.stringify(deliveries)).not.toMatch(/\/s\/[\w-]{22}/);
  });

  test('whoever wants an SMS gets one that does not tell what was written; lost, the mail does', async () => {
    await reporterIs({ preferredChannel: 'sms', phone: '+4915000021614' });
    await toCustomer('Vertraulich: Totalschaden');
    await platform.runJobs();
    const { deliveries } = await read();
    const sms = deliveries.find(({ target, purpose }) => target === 'customerSms' && purpose === 'message');
    expect(sms?.text).toContain('/s/…');
    expect(sms?.text).not.toContain('Totalschaden');
    expect(mails().map(({ vendor }) => vendor)).toEqual(['resend']);
    expect(mails()[0]?.text).toContain('Totalschaden');
    expect(deliveries.find(({ standsInFor }) => standsInFor === sms?.id)?.purpose).toBe('message');
  });

  test('nobody who answered STOP gets an SMS, and nobody at night', async () => {
    await reporterIs({ preferredChannel: 'sms', phone: '+4915123456789' });
    platform.clock.advance({ hours: 11 });
    await toCustomer('Guten Abend');
    await platform.runJobs();
    expect(mails()).toEqual([]);
    await letPass(11 * 60);
    expect(mails().map(({ vendor }) => vendor)).toEqual(['twilio']);
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.insert(smsOptOuts).values({ tenantId: workshop.tenantId, phone: '+4915123456789', stoppedAt: platform.clock.now() }));
    platform.clock.advance({ minutes: 30 });
    clerk = await signInAs(platform, workshop, 'clerk');
    await toCustomer('Noch etwas');
    await platform.runJobs();
    expect(mails().map(({ vendor }) => vendor)).toEqual(['twilio', 'resend']);
  });

  test('what the customer has read by then, and what is kept internal meanwhile, is not sent', async () => {
    const { id } = await toCustomer('Eins');
    await owner`update report_messages set read_at = now() where id = ${id}`;
    await platform.runJobs();
    platform.clock.advance({ minutes: 20 });
    await toCustomer('Zwei');
    await owner`update damage_reports set internal_since = now() where id = ${reportId}`;
    await platform.runJobs();
    expect(mails()).toEqual([]);
  });
});

describe('a note', () => {
  test('goes to the colleagues it names, not to oneself, not to who has left, and never to the customer', async () => {
    await note('Bitte den Vorschaden prüfen', [workshop.idOf.admin, workshop.idOf.clerk]);
    await platform.runJobs();
    expect(mails().map(({ to }) => to)).toEqual([workshop.emailOf.admin]);
    expect(mails()[0]?.text).toContain('Bitte den Vorschaden prüfen');
    await note('Ohne Namen', []);
    await toCustomer('Guten Tag');
    await letPass(30);
    const customerMail = mails().filter(({ to }) => to.endsWith('kunde.example'));
    expect(customerMail).toHaveLength(1);
    expect(JSON.stringify(customerMail)).not.toMatch(/Vorschaden|Ohne Namen/);
    const { deliveries } = await read();
    for (const { target, text } of deliveries.filter(({ target: to }) => to.startsWith('customer'))) expect([target, text]).not.toEqual([target, expect.stringMatching(/Vorschaden|Ohne Namen/)]);
  });
});
