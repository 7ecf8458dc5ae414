import { inviteAccountHolder } from '@meldewerk/billing/invite-account-holder';
import { readAccount } from '@meldewerk/billing/account/read-account';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { signIn } from '@meldewerk/testing/work-in-portal';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasPdfTools, textOf } from '../../../packages/documents/test/pdf-tools.ts';
import { mailsTo, payingIban } from '../account-holder.ts';
import { bootPlatform, hostOf, type Platform } from '../harness.ts';
import { passTime } from '../pass-time.ts';
import { linkOf, preparationOf, prepare, sendLink } from '../prepare-report.ts';
import { openStatusPage, statusTokenOf } from '../status-page.ts';
import { submitSmallReport } from '../submit-report.ts';
import { provisionWorkshop, signInAs, staffPassword, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';

const email = 'buchhaltung@kern.example';
const returnedIban = 'DE35 3704 0044 0532 0130 02';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let complaints: string[];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true, vendorsReport: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-kern', { name: 'Karosserie Kern' });
  complaints = [];
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

const at = (slug: string) => `http://${hostOf(platform, slug)}`;

/** A browser of their own for everybody. That a session has ended is told by 401; what else browsers complain about fails the test. */
async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options });
  const heard = noteComplaints(context);
  context.on('close', () => complaints.push(...heard.filter((complaint) => !/status of 401/.test(complaint.replaceAll('\n', ' ')))));
  return context.newPage();
}

const pass = (time: { days?: number; hours?: number }) => passTime(platform, { ...time, everyDays: 4 });

/** The newest mail of this subject in the simulated mailbox, as the account holder's mail program shows it. */
async function readMail(mailbox: Page, subject: RegExp): Promise<Page> {
  await mailbox.goto(`${at('simulators')}/?to=${email}`);
  await mailbox.getByRole('link', { name: subject }).first().click();
  await mailbox.getByRole('heading', { level: 2, name: subject }).waitFor();
  return mailbox;
}
const linkIn = async (mail: Page, name: string) => (await mail.frameLocator('iframe').getByRole('link', { name }).getAttribute('href')) ?? '';
const wordsIn = (mail: Page) => mail.frameLocator('iframe').locator('body').innerText();

/** What hangs on the mail that is open, as a click on it brings it. */
async function attachedTo(mail: Page): Promise<{ name: string; text: string }> {
  const file = mail.getByRole('list', { name: 'Anhänge' }).getByRole('link');
  const bytes = (await mail.evaluate(`fetch(${JSON.stringify(await file.getAttribute('href'))}).then((answer) => answer.bytes()).then((bytes) => [...bytes])`)) as number[];
  const pdf = Buffer.from(bytes);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  return { name: await file.innerText(), text: hasPdfTools ? textOf(pdf) : '' };
}

/** Back after days: the session has ended, and a code in a mail opens another. */
async function comeBack(page: Page): Promise<void> {
  const before = mailsTo(platform, email).length;
  await page.goto(at('billing'));
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').fill(email);
  await page.getByRole('button', { name: 'Link und Code anfordern' }).click();
  await expect.poll(() => mailsTo(platform, email).length).toBe(before + 1);
  await page.getByLabel('Code mit sechs Ziffern').fill(/\d{3} \d{3}/.exec(mailsTo(platform, email).at(-1)?.text ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Übersicht' }).waitFor();
}

/** Stripe's field is a frame of Stripe's: what is typed there is nowhere in our page. */
async function giveMandateHere(page: Page, iban: string): Promise<void> {
  await page.frameLocator('iframe').getByRole('textbox').fill(iban);
  await page.getByRole('button', { name: 'SEPA-Mandat erteilen' }).click();
}

/** The product's clock follows the vendor's time machine. */
function followTimeMachine(): void {
  const { site } = platform.simulators.chargebee;
  const state = site.state();
  platform.clock.advance({ minutes: state.offsetMs / 60_000 });
  site.store.site.put({ ...state, offsetMs: 0 });
}

async function openDesk(path = '/portal/reports'): Promise<Page> {
  const page = await openPage({ baseURL: `http://${workshop.host}` });
  await page.goto(path);
  await signIn(page, { email: workshop.emailOf.clerk, password: staffPassword });
  await page.getByRole('button', { name: /Benutzermenü/ }).waitFor();
  return page;
}

test('from the invitation over mandate, invoices, a debit that comes back and the stop of new links to an account in order, all by mail and mouse', { timeout: 600_000 }, async () => {
  const { billing } = platform.services;
  await inviteAccountHolder(billing!, { tenantId: workshop.tenantId, email, by: { actor: 'operator' } });
  const [mailbox, holder] = [await openPage(), await openPage()];
  await holder.goto(await linkIn(await readMail(mailbox, /^.*Abrechnung für Karosserie Kern einrichten/), 'Abrechnung einrichten'));
  await holder.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await holder.getByRole('textbox', { name: 'Firma' }).fill('Karosserie Kern GmbH');
  await holder.getByLabel('Straße und Hausnummer').fill('Industriestraße 12');
  await holder.getByLabel('PLZ').fill('76185');
  await holder.getByLabel('Ort').fill('Karlsruhe');
  await holder.getByRole('button', { name: 'Weiter zum Tarif' }).click();
  await holder.getByRole('button', { name: 'Weiter zur Bankverbindung' }).click();
  await holder.getByText('innerhalb von acht Wochen').waitFor();
  await giveMandateHere(holder, payingIban);
  await holder.getByText('Alles eingerichtet').waitFor();
  await holder.getByText('DE•• •••• 3000').waitFor();

  const { mandate } = await accountNow();
  const given = await readMail(mailbox, /Ihr Lastschriftmandat/);
  expect(await wordsIn(given)).toContain(mandate?.reference);
  const paper = await attachedTo(given);
  if (hasPdfTools) for (const words of [mandate?.reference ?? '-', 'SEPA-Lastschriftmandat', 'Karosserie Kern GmbH', 'DE98ZZZ09999999999']) expect(paper.text).toContain(words);

  await pass({ days: 26 });
  await mailbox.goto(`${at('simulators')}/payments?customer=${workshop.tenantId}`);
  await mailbox.getByRole('button', { name: 'Bis Ende der Testphase' }).click();
  await mailbox.locator('#account').getByText('unterwegs').waitFor();
  followTimeMachine();
  await pass({ hours: 1 });
  const invoice = await attachedTo(await readMail(mailbox, /Ihre Rechnung .* über 58,31/));
  expect(invoice.name).toMatch(/^Rechnung-.*\.pdf$/);
  if (hasPdfTools) for (const words of ['Rechnung', '58,31', 'Karosserie Kern GmbH']) expect(invoice.text).toContain(words);
  await readMail(mailbox, /58,31.€ wurden abgebucht/);

  await comeBack(holder);
  await holder.getByText('Alles in Ordnung').waitFor();
  await holder.getByRole('link', { name: 'Mandat ansehen oder ändern' }).click();
  await holder.getByRole('link', { name: 'IBAN oder Konto ändern' }).click();
  await holder.getByRole('button', { name: 'Lieber auf der Seite des Zahlungsdienstleisters eingeben' }).click();
  await holder.getByRole('button', { name: 'Weiter zum Zahlungsdienstleister' }).click();
  await holder.waitForURL(`${at('simulators')}/**`);
  await holder.getByLabel('IBAN', { exact: true }).fill(returnedIban);
  await holder.getByLabel('Ich erteile dieses Mandat.').check();
  await holder.getByRole('button', { name: 'Mandat erteilen' }).click();
  await holder.waitForURL(`${at('billing')}/mandate/**`);
  await holder.getByText('Mandat erteilt').waitFor();
  await holder.getByText('DE•• •••• 3002').first().waitFor();
  await readMail(mailbox, /Neues Konto für die Abbuchung/);

  await pass({ days: 35 });
  await readMail(mailbox, /Eine Lastschrift über 58,31.€ kam zurück/);
  await comeBack(holder);
  await holder.getByRole('heading', { name: /58,31.€ sind offen/ }).waitFor();
  await holder.getByText('Lastschrift zurückgegeben').waitFor();
  const warned = await openDesk();
  await warned.getByRole('region', { name: 'Abrechnung' }).getByText('Eine Rechnung ist noch offen').waitFor();
  await warned.context().close();

  await pass({ days: 6 });
  const before = await signInAs(platform, workshop, 'clerk');
  const running = await prepare(platform, workshop, before);
  expect((await sendLink(platform, workshop, before, running.id)).status).toBe(202);
  const { url } = await linkOf(platform, workshop, before, running.id);
  const { receipt } = await submitSmallReport(platform, workshop);
  const fresh = await prepare(platform, workshop, before, { preparation: preparationOf('Neu') });

  await pass({ days: 9 });
  await readMail(mailbox, /Karosserie Kern: neue Links sind angehalten/);
  await expectGentle({ url, reportId: receipt.reportId, freshId: fresh.id });

  await comeBack(holder);
  await holder.getByRole('heading', { name: 'Neue Links sind angehalten' }).waitFor();
  await holder.getByRole('link', { name: 'Bankverbindung ändern' }).click();
  await giveMandateHere(holder, payingIban);
  await holder.getByText('Mandat erteilt').waitFor();
  await pass({ hours: 1 });
  await holder.goto(at('billing'));
  await holder.getByText('Alles in Ordnung').waitFor();
  expect(await accountNow()).toMatchObject({ state: 'active', openAmountCents: 0, mandate: { maskedIban: 'DE•• •••• 3000' } });
  const clerk = await signInAs(platform, workshop, 'clerk');
  expect((await sendLink(platform, workshop, clerk, fresh.id)).status).toBe(202);
  await readMail(mailbox, /Karosserie Kern: alles läuft wieder/);

  await Promise.all([mailbox.context().close(), holder.context().close()]);
  expect(subjects()).toEqual([
    '58,31 € wurden abgebucht', '58,31 € wurden abgebucht', '58,31 € wurden abgebucht',
    'Ab ~ keine neuen Links: bitte Rechnung begleichen',
    'Abrechnung für Karosserie Kern einrichten',
    'Ankündigung: 58,31 € werden am ~ abgebucht', 'Ankündigung: 58,31 € werden am ~ abgebucht',
    'Eine Lastschrift über 58,31 € kam zurück',
    'Ihr Lastschriftmandat',
    'Ihre Rechnung ~ über 58,31 €', 'Ihre Rechnung ~ über 58,31 €',
    'Ihre Testphase endet am ~',
    'Karosserie Kern: alles läuft wieder', 'Karosserie Kern: neue Links sind angehalten',
    'Neues Konto für die Abbuchung', 'Neues Konto für die Abbuchung',
  ]);
  expect(complaints).toEqual([]);
});

/** New links are refused with words; what customers have goes on, and the workshop's own page takes reports. */
async function expectGentle({ url, reportId, freshId }: { url: string; reportId: string; freshId: string }): Promise<void> {
  const desk = await openDesk('/portal/reports/new');
  await desk.getByRole('region', { name: 'Abrechnung' }).getByText('Neue Links sind angehalten').waitFor();
  await desk.getByRole('button', { name: 'Als Entwurf speichern' }).waitFor();
  expect(await desk.getByRole('button', { name: 'Abschicken' }).count()).toBe(0);
  await desk.context().close();
  const refused = await sendLink(platform, workshop, await signInAs(platform, workshop, 'clerk'), freshId);
  expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'linksStopped', detail: expect.stringContaining('Neue Links können gerade nicht verschickt werden') }]);

  const customer = await openPage({ viewport: { width: 390, height: 844 } });
  await customer.goto(url);
  await customer.getByRole('heading', { level: 2 }).first().waitFor();
  await customer.goto(`http://${workshop.host}/s/${await statusTokenOf(platform, workshop, reportId)}`);
  await customer.getByLabel('Kennzeichen oder Nachname').waitFor();
  expect((await openStatusPage(platform, workshop, reportId)).access).toBeTruthy();
  await customer.goto(`http://${workshop.host}/`);
  await customer.getByRole('heading', { level: 2 }).first().waitFor();
  await customer.context().close();
  expect((await submitSmallReport(platform, workshop)).receipt.reference).toBeTruthy();
}

async function accountNow(): Promise<BillingAccount> {
  return readAccount(platform.services.billing!, { tenantId: workshop.tenantId });
}

/** Every mail to the accounting address but the codes that were asked for, without what differs by day. */
function subjects(): string[] {
  return mailsTo(platform, email)
    .map(({ subject }) => subject.replaceAll('\u00a0', ' ').replace(/\d\d\.\d\d\.\d{4}/, '~').replace(/^Ihre Rechnung \S+/, 'Ihre Rechnung ~'))
    .filter((subject) => !subject.startsWith('Ihr Anmeldecode'))
    .toSorted();
}
