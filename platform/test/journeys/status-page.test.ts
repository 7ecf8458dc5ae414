import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { signIn } from '@meldewerk/testing/work-in-portal';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../harness.ts';
import { smallPhoto, submitSmallReport } from '../submit-report.ts';
import { provisionWorkshop, signInAs, staffPassword, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let clerk: string;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'wie-es-steht');
  clerk = await signInAs(platform, workshop, 'clerk');
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

async function openContext(width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}`, hasTouch: width < 500 });
  contexts.push(context);
  return { complaints: noteComplaints(context), page: await context.newPage() };
}

async function openDesk(reportId: string): Promise<Page> {
  const { page } = await openContext(1280);
  await page.goto(`/portal/reports/${reportId}`);
  await signIn(page, { email: workshop.emailOf.clerk, password: staffPassword });
  return page;
}

async function detail(reportId: string): Promise<ReportDetail> {
  return (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json()) as ReportDetail;
}

/** The newest address that a message brought to this recipient. */
async function addressFor(recipient: string): Promise<string> {
  const newest = () => platform.simulators.inbox.messages().filter(({ to, text }) => to === recipient && text?.includes('/s/')).at(-1)?.text ?? '';
  await expect.poll(newest).toMatch(/\/s\/[\w-]{22}/);
  return /http\S+\/s\/[\w-]{22}/.exec(newest())?.[0] ?? '';
}

test('the address comes with the confirmation; the customer sees how it stands, says yes to extra work with a signature, and staff see it and take the link back', { timeout: 120_000 }, async () => {
  const { receipt: { reportId } } = await submitSmallReport(platform, workshop);
  const url = await addressFor('muster@kunde.example');
  // The page asks again now and then; here it is to find the photo at once.
  await expect.poll(async () => (await detail(reportId)).photos.map(({ state }) => state)).toEqual(['ready']);
  const { page: phone, complaints } = await openContext(390);
  await phone.goto(url);
  expect(await phone.title()).toBe('Ihr Schadenfall – Karosserie wie-es-steht');
  await phone.getByLabel('Kennzeichen oder Nachname').fill('muster');
  await phone.keyboard.press('Enter');
  await phone.locator('.current').getByText('Eingegangen').waitFor();
  await phone.getByRole('heading', { name: 'Ihre Fotos (1)' }).scrollIntoViewIfNeeded();
  await phone.locator('.photos status-photo img').first().waitFor();

  const desk = await openDesk(reportId);
  await desk.locator('status-link-card').getByText('zuerst geöffnet').waitFor();
  await desk.getByRole('button', { name: 'Kunden fragen' }).first().click();
  const dialog = desk.locator('ask-approval-dialog');
  await dialog.getByLabel('Grund, wie ihn der Kunde liest').fill('Der Längsträger ist verzogen.');
  await dialog.getByLabel('Mehrkosten in Euro').fill('1.250,50');
  await dialog.locator('input[type=file]').setInputFiles([{ name: 'Längsträger.jpg', mimeType: 'image/jpeg', buffer: await smallPhoto() }]);
  await dialog.getByRole('img', { name: 'Längsträger.jpg' }).waitFor();
  await dialog.getByRole('button', { name: 'Kunden fragen' }).click();
  await desk.locator('report-approvals .mark.open').waitFor();

  await addressFor('muster@kunde.example');
  await phone.reload();
  await phone.getByText('1.250,50 € inklusive Mehrwertsteuer').waitFor();
  await phone.getByRole('img', { name: 'Foto der Werkstatt' }).waitFor();
  await phone.getByRole('button', { name: 'Ja, bitte machen' }).click();
  const paper = phone.getByRole('img', { name: 'Unterschriftsfeld, noch leer' });
  await paper.scrollIntoViewIfNeeded();
  const box = (await paper.boundingBox())!;
  await phone.mouse.move(box.x + 40, box.y + 60);
  await phone.mouse.down();
  for (let step = 1; step <= 12; step++) await phone.mouse.move(box.x + 40 + step * 15, box.y + 60 + (step % 2 ? 20 : -10));
  await phone.mouse.up();
  await phone.getByRole('button', { name: 'Unterschreiben und absenden' }).click();
  await phone.getByText('Danke! Die Werkstatt hat Ihre Antwort.').waitFor();
  expect(await checkAccessibility(phone)).toEqual([]);
  const [download] = await Promise.all([phone.waitForEvent('download'), phone.locator('status-approvals').getByRole('button', { name: 'PDF herunterladen' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^Freigabe zusätzlicher Arbeiten .*\.pdf$/);

  await desk.locator('report-approvals .mark.yes').waitFor();
  await desk.getByText('unterschrieben von Muster Muster').waitFor();
  await desk.locator('status-link-card').getByRole('button', { name: 'Mehr' }).click();
  await desk.locator('status-link-card').getByRole('menuitem', { name: 'Link zurückziehen' }).click();
  await desk.locator('wa-dialog').last().getByRole('button', { name: 'Link zurückziehen' }).click();
  await desk.getByText('Der Kunde kann seine Seite nicht mehr öffnen.').waitFor();
  await phone.evaluate(() => window.dispatchEvent(new Event('online')));
  await phone.getByText('Dieser Link gilt nicht mehr').waitFor();
  expect(complaints.filter((complaint) => !/status of 410/.test(complaint))).toEqual([]);
});

test('a phone report stays internal until staff release it with one press, and only then does its link reach the customer', { timeout: 120_000 }, async () => {
  const { page: desk } = await openContext(1280);
  await desk.goto('/portal/reports/new');
  await signIn(desk, { email: workshop.emailOf.clerk, password: staffPassword });
  await desk.getByLabel('Nachname').fill('Großmann');
  await desk.locator('#email').fill('grossmann@kunde.example');
  await desk.getByText('Interner Vorgang').click();
  await desk.getByRole('button', { name: 'Intern speichern' }).click();
  await desk.locator('header.report').getByText('Intern', { exact: true }).waitFor();
  const reportId = desk.url().split('/').at(-1) ?? '';
  expect((await detail(reportId)).deliveries).toEqual([]);
  await desk.goto('/portal/reports');
  await desk.locator(`tr[data-id="${reportId}"]`).getByText('Intern', { exact: true }).waitFor();
  await desk.locator(`tr[data-id="${reportId}"]`).getByRole('link').first().click();

  await desk.getByRole('button', { name: 'Für den Kunden freigeben' }).click();
  await desk.locator('link-card').getByRole('button', { name: 'Per E-Mail senden' }).click();
  await expect.poll(() => platform.simulators.inbox.messages().filter(({ to, text }) => to === 'grossmann@kunde.example' && text?.includes('/m/')).length).toBe(1);
});

test('a German report opened in an Arabic browser is a German page, and follows whoever chooses another language', { timeout: 60_000 }, async () => {
  const { receipt: { reportId } } = await submitSmallReport(platform, workshop, 'Sprache');
  const url = await addressFor('sprache@kunde.example');
  expect(reportId).toBeTruthy();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ar', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}` });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Kennzeichen oder Nachname').waitFor();
  const stated = () => page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, title: document.title, foot: [...document.querySelectorAll('footer')].filter((foot) => foot.checkVisibility()).map((foot) => foot.innerText) }));
  await expect.poll(stated).toEqual({ lang: 'de', dir: 'ltr', title: expect.stringMatching(/^Ihr Schadenfall – /), foot: ['Vertrag widerrufen'] });
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('ar');
  await expect.poll(stated).toMatchObject({ lang: 'ar', dir: 'rtl', foot: [expect.stringContaining('Widerruf')] });
});
