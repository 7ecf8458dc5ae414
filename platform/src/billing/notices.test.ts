import { advanceAccounts } from '@meldewerk/billing/advance-accounts';
import { recordNotice } from '@meldewerk/billing/record-notice';
import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import { asOperator } from '@meldewerk/db/billing-scope';
import { deliveries } from '@meldewerk/db/schema';
import { billingAccounts, billingMandates, billingNotices } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { billedYear, dayOfYear } from '../../test/billed-year.ts';
import { asChargebee } from '../../test/billing-event-cases.ts';
import { bootPlatform, hostOf, type Platform } from '../../test/harness.ts';
import { openBooks, type Books, type BooksEvent } from '../../test/vendor-books.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import type { MailContent } from '../deliveries/message.ts';

let platform: Platform;
let books: Books;

beforeAll(async () => {
  books = await openBooks();
  platform = await bootPlatform({ settings: { CHARGEBEE_BASE_URL: books.url, OPERATOR_EMAIL: 'betreiber@meldewerk.example' } });
});
afterAll(async () => {
  await platform.close();
  await books.close();
});

test('through trial, failure, return, stop and mending the accounting address hears of everything once, in plain words, and nobody else does', async () => {
  const workshop = await billedWorkshop('jahr');
  await live(workshop, { steps: 20, everyDays: 1 });
  const mails = await mailsTo(workshop);
  expect(mails.map(({ day, subject }) => `${day} ${subject.replaceAll('\u00a0', ' ')}`)).toEqual([
    '2026-12-13 Ihre Testphase endet am 20.12.2026',
    '2026-12-15 Ankündigung: 58,31 € werden am 20.12.2026 abgebucht',
    '2026-12-20 Ihre Rechnung inv-~-1 über 58,31 €',
    '2026-12-25 58,31 € wurden abgebucht',
    '2027-01-14 Ankündigung: 58,31 € werden am 19.01.2027 abgebucht',
    '2027-01-19 Ihre Rechnung inv-~-2 über 58,31 €',
    '2027-01-24 58,31 € konnten nicht abgebucht werden',
    '2027-01-27 Neues Konto für die Abbuchung',
    '2027-01-31 58,31 € wurden abgebucht',
    '2027-02-13 Ankündigung: 58,31 € werden am 18.02.2027 abgebucht',
    '2027-02-18 Ihre Rechnung inv-~-3 über 58,31 €',
    '2027-02-23 58,31 € wurden abgebucht',
    '2027-03-15 Eine Lastschrift über 58,31 € kam zurück',
    '2027-03-24 Ab 29.03.2027 keine neuen Links: bitte Rechnung begleichen',
    '2027-03-29 Karosserie jahr: neue Links sind angehalten',
    '2027-04-09 58,31 € wurden abgebucht',
    '2027-04-09 Karosserie jahr: alles läuft wieder',
  ]);
  const once = await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.select().from(billingNotices).where(eq(billingNotices.tenantId, workshop.tenantId)));
  expect(once.every(({ announcedAt }) => announcedAt)).toBe(true);

  const failed = mails.find(({ subject }) => subject.includes('konnten nicht abgebucht'));
  expect(failed?.content).toMatchObject({ fromName: 'Meldewerk Test GmbH', replyTo: 'betreiber@meldewerk.example' });
  expect(failed?.content.text).toContain('Das Konto war nicht ausreichend gedeckt.');
  expect(failed?.content.text).toContain('können ab dem 07.02.2027 keine neuen Links mehr verschickt werden');
  expect(failed?.content.html).toContain(platform.services.billing!.config.portalUrl);
  const ahead = mails.find(({ subject }) => subject.startsWith('Ankündigung'));
  for (const word of ['58,31', '20.12.2026', 'mandate-3000', 'DE98ZZZ09999999999', 'DE•• •••• 3000']) expect(ahead?.content.text).toContain(word);
  const invoice = mails.find(({ subject }) => subject.startsWith('Ihre Rechnung'));
  const [attached] = invoice?.content.attachments ?? [];
  expect(attached).toMatchObject({ fileName: expect.stringMatching(/^Rechnung-inv-.*\.pdf$/), mediaType: 'application/pdf' });
  const stored = await platform.services.blobs.open(documentBlobKey(workshop.tenantId, (attached as { documentId: string }).documentId));
  expect(String(await buffer(stored.stream))).toMatch(/^%PDF/);
  for (const { content } of mails) expect(content.text).not.toMatch(/undefined|null|NaN|Invalid/);
});

test('staff can neither open nor repeat what went to the accounting address', async () => {
  const workshop = await billedWorkshop('verschlossen');
  await live(workshop, { steps: 5 });
  const [invoice] = (await mailsTo(workshop)).filter(({ content }) => content.attachments?.length);
  const admin = await signInAs(platform, workshop, 'admin');
  expect(invoice).toBeDefined();
  expect((await platform.request(workshop.host, `/api/deliveries/${invoice?.id}/attachments/1`, { cookie: admin })).status).toBe(404);
  expect((await platform.request(workshop.host, `/api/deliveries/${invoice?.id}/attempts`, { cookie: admin, method: 'POST' })).status).toBe(404);
});

test('a bank account that is about to become invalid is told of once', async () => {
  const workshop = await billedWorkshop('ungueltig');
  await live(workshop, { steps: 3 });
  const source = billedYear(workshop.tenantId)[1]!.payment_source!;
  await tell(books.happen({ at: dayOfYear(2), eventType: 'payment_source_expiring', payment_source: { ...source, status: 'expiring', resource_version: 1_800_000_000_000 } }));
  await advance();
  await advance();
  expect((await mailsTo(workshop)).map(({ subject }) => subject)).toEqual(['Ihr Lastschriftmandat läuft bald ab']);
});

test('a cancellation is confirmed when it is asked for, and told again on its day', async () => {
  const workshop = await billedWorkshop('gekuendigt');
  await live(workshop, { steps: 4 });
  const [subscription] = billedYear(workshop.tenantId).flatMap((step) => step.subscription ?? []).slice(-1);
  const until = Math.floor(dayOfYear(60).getTime() / 1000);
  await tell(books.happen({ at: dayOfYear(40), eventType: 'subscription_cancellation_scheduled', subscription: { ...subscription!, status: 'non_renewing', cancelled_at: until, resource_version: 1_800_000_000_000 } }));
  await tell(books.happen({ at: dayOfYear(41), eventType: 'subscription_changed', subscription: { ...subscription!, status: 'non_renewing', cancelled_at: until, resource_version: 1_800_000_000_001 } }));
  travel(dayOfYear(60));
  await tell(books.happen({ at: dayOfYear(60), eventType: 'subscription_cancelled', subscription: { ...subscription!, status: 'cancelled', cancelled_at: until, resource_version: 1_800_000_000_002 } }));
  expect((await mailsTo(workshop)).slice(-2).map(({ subject, content }) => [subject, /\d\d\.\d\d\.\d{4}/.exec(content.text)?.[0]])).toEqual([
    ['Karosserie gekuendigt: Ihre Kündigung ist bestätigt', '19.01.2027'], ['Karosserie gekuendigt: Ihr Vertrag ist beendet', '19.01.2027'],
  ]);
});

test('an invoice waits for its PDF, and goes out once', async () => {
  const workshop = await billedWorkshop('pdf');
  books.setPdfs(false);
  await live(workshop, { steps: 5 });
  expect((await mailsTo(workshop)).filter(({ subject }) => subject.includes('Rechnung'))).toEqual([]);
  books.setPdfs(true);
  await repeat(workshop);
  await repeat(workshop);
  expect((await mailsTo(workshop)).filter(({ subject }) => subject.includes('Rechnung'))).toHaveLength(1);
});

test('the paper of a mandate hangs on the mail that tells of it, in the language of the account', async () => {
  const workshop = await billedWorkshop('mandat', 'en');
  const { services } = platform;
  await live(workshop, { steps: 2 });
  const [mandateId, documentId] = [services.newId(), services.newId()];
  await services.blobs.put(documentBlobKey(workshop.tenantId, documentId), Buffer.from('%PDF-1.7 mandate'));
  await inTenant(services.db, workshop.tenantId, async (tx) => {
    const now = services.clock.now();
    await tx.insert(billingMandates).values({ tenantId: workshop.tenantId, id: mandateId, route: 'inline', textVersion: '1', textSha256: Buffer.alloc(32), textLanguage: 'en', textWords: { heading: 'Mandate', paragraphs: [] }, startedAt: now, acceptedAt: now, completedAt: now, paymentSourceId: `pm-${workshop.tenantId.slice(0, 8)}-1`, maskedIban: 'DE•• •••• 3000', documentId });
    for (let i = 0; i < 2; i++) await recordNotice(services.billing!, tx, workshop.tenantId, { kind: 'mandateGiven', subject: mandateId });
  });
  await platform.runJobs();
  const mails = await mailsTo(workshop);
  expect(mails.map(({ subject }) => subject)).toEqual(['Your SEPA mandate']);
  expect(mails[0]?.content.attachments).toEqual([{ documentId, fileName: 'SEPA-mandate.pdf', mediaType: 'application/pdf', byteSize: 16 }]);
  expect(mails[0]?.content.text).toContain('mandate-3000');
});

test('a mandate nobody has used for three years is announced to lapse', async () => {
  const workshop = await billedWorkshop('verjaehrt');
  await live(workshop, { steps: 3 });
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(billingAccounts).set({ createdAt: dayOfYear(1) }).where(eq(billingAccounts.tenantId, workshop.tenantId)));
  travel(new Date('2029-10-20T10:00:00Z'));
  await advance();
  expect((await mailsTo(workshop)).map(({ subject }) => subject).filter((subject) => subject.includes('läuft'))).toEqual([]);
  travel(new Date('2029-10-22T10:00:00Z'));
  await advance();
  await advance();
  const lapsing = (await mailsTo(workshop)).filter(({ subject }) => subject.includes('läuft'));
  expect(lapsing.map(({ content }) => content.text)).toEqual([expect.stringContaining('Ihres am 20.11.2029')]);
});

/** Lets the workshop live through its year, told of everything at once; the hourly look goes by as often as is asked for. */
async function live(workshop: Workshop, { steps, everyDays }: { steps?: number; everyDays?: number }) {
  for (const step of billedYear(workshop.tenantId).slice(0, steps)) {
    while (everyDays && step.at.getTime() - platform.clock.now().getTime() > everyDays * dayMs) {
      platform.clock.advance({ days: everyDays });
      await advance();
    }
    if (step.at > platform.clock.now()) travel(step.at);
    await tell(books.happen(step));
  }
}

async function tell(event: BooksEvent) {
  await platform.request(hostOf(platform, null), '/api/webhooks/chargebee', { json: event, headers: { 'sec-fetch-site': 'none', ...asChargebee } });
  await platform.runJobs();
}

const dayMs = 24 * 60 * 60 * 1000;

/** As the cron does each hour, and what it orders. */
async function advance() {
  await advanceAccounts(platform.services.billing!);
  const waiting = await asOperator(platform.services.db, (tx) => tx.select({ id: billingNotices.id }).from(billingNotices).where(isNull(billingNotices.announcedAt)).limit(1));
  if (waiting.length > 0) await platform.runJobs();
}

async function billedWorkshop(slug: string, language: 'de' | 'en' = 'de'): Promise<Workshop> {
  travel(dayOfYear(0));
  const workshop = await provisionWorkshop(platform, slug);
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.insert(billingAccounts).values({ tenantId: workshop.tenantId, email: `buchhaltung@${slug}.example`, language, stateSince: dayOfYear(0), createdAt: dayOfYear(0), chargebeeCustomerId: workshop.tenantId }));
  return workshop;
}

function travel(to: Date) {
  platform.clock.advance({ minutes: (to.getTime() - platform.clock.now().getTime()) / 60_000 });
}

/** The queue tries again what had failed. */
async function repeat({ tenantId }: Workshop) {
  const notices = await inTenant(platform.services.db, tenantId, (tx) => tx.select().from(billingNotices).where(eq(billingNotices.tenantId, tenantId)));
  for (const { id } of notices) await platform.services.sql`select enqueue_job('announce-billing', ${JSON.stringify({ tenantId, noticeId: id })}::text::json, ${`announce-billing/${id}`})`;
  await platform.runJobs();
}

async function mailsTo({ tenantId, slug }: Workshop) {
  const rows = await inTenant(platform.services.db, tenantId, (tx) => tx.select().from(deliveries).where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.purpose, 'billing'))).orderBy(asc(deliveries.createdAt), asc(deliveries.id)));
  expect(rows.every(({ target, recipient }) => target === 'accountHolderEmail' && recipient === `buchhaltung@${slug}.example`)).toBe(true);
  const short = tenantId.slice(0, 8);
  return rows.map(({ id, message, createdAt }) => {
    const content = message as MailContent;
    return { id, day: createdAt.toISOString().slice(0, 10), subject: content.subject.replaceAll(short, '~'), content };
  });
}
