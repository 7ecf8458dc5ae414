import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { signIn } from '@meldewerk/testing/work-in-portal';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onePage } from '../../../packages/documents/test/evil-pdfs.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { statusTokenOf } from '../status-page.ts';
import { smallPhoto, submitSmallReport } from '../submit-report.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { isSessionQuestion, noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let contexts: BrowserContext[] = [];
let complaints: string[] = [];
let reportId: string;

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-gespraech');
});
beforeEach(async () => {
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  const heard = complaints;
  contexts = [];
  complaints = [];
  expect(heard).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

async function openContext(viewport: { width: number; height: number }): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}`, reducedMotion: 'reduce', acceptDownloads: true });
  const heard = noteComplaints(context);
  context.on('close', () => complaints.push(...heard.filter((complaint) => !isSessionQuestion(complaint) && !/ERR_INTERNET_DISCONNECTED/.test(complaint))));
  contexts.push(context);
  return context;
}

async function atTheDesk(): Promise<Page> {
  const page = await (await openContext({ width: 1280, height: 900 })).newPage();
  await page.goto(`/portal/reports/${reportId}`);
  await signIn(page, { email: workshop.emailOf.clerk, password: staffPassword });
  await page.locator('report-messages').getByText('Noch nichts geschrieben').waitFor();
  return page;
}

async function onThePhone(): Promise<Page> {
  const page = await (await openContext({ width: 390, height: 844 })).newPage();
  await page.goto(`/s/${await statusTokenOf(platform, workshop, reportId)}`);
  await page.getByLabel('Kennzeichen oder Nachname').fill('KA-PA 777');
  await page.keyboard.press('Enter');
  await page.locator('status-messages').getByRole('heading', { name: 'Nachrichten' }).waitFor();
  return page;
}

test('staff and customer write to each other with photo and PDF; the note between them never reaches the phone', async () => {
  const [desk, phone] = [await atTheDesk(), await onThePhone()];
  const [portal, page] = [desk.locator('report-messages'), phone.locator('status-messages')];
  await page.getByLabel('Ihre Nachricht').fill('Guten Tag, passt es am Montag?');
  await page.locator('input[accept="image/*"]').setInputFiles({ name: 'Tür links.jpg', mimeType: 'image/jpeg', buffer: await smallPhoto() });
  await page.locator('input[accept="application/pdf"]').setInputFiles({ name: 'Gutachten.pdf', mimeType: 'application/pdf', buffer: Buffer.from(onePage()) });
  await expect.poll(() => page.locator('.attached li.ready').count()).toBe(2);
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByText('Gesendet. Wir melden uns bei Ihnen.').waitFor();

  await portal.locator('.from-customer').getByText('Guten Tag, passt es am Montag?').waitFor();
  await portal.locator('.from-customer').scrollIntoViewIfNeeded();
  await expect.poll(() => portal.locator('.from-customer img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const download = desk.waitForEvent('download');
  await portal.getByRole('link', { name: /Gutachten\.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe('Gutachten.pdf');

  await portal.getByRole('button', { name: 'Notiz, nur intern' }).click();
  await portal.locator('textarea').fill('Kunde hat es eilig');
  await portal.getByRole('button', { name: 'Notiz speichern' }).click();
  await portal.locator('.note').waitFor();
  await portal.getByRole('button', { name: 'Nachricht an den Kunden' }).click();
  await portal.locator('textarea').fill('Montag um 8 Uhr passt.');
  await portal.getByRole('button', { name: 'An den Kunden senden' }).click();
  await portal.locator('.to-customer').waitFor();

  // Nobody reloads: who has the conversation before them sees what comes.
  await page.locator('.message.workshop').getByText('Montag um 8 Uhr passt.').waitFor();
  await page.getByText('Von der Werkstatt gelesen').waitFor();
  expect(await phone.content()).not.toContain('eilig');
  expect(await page.evaluate((element) => element.shadowRoot?.textContent ?? '')).not.toContain('eilig');
  await page.locator('.message.workshop').scrollIntoViewIfNeeded();
  await portal.locator('.to-customer').getByText('Gelesen').waitFor();
  await page.getByRole('button', { name: 'Tür links.jpg groß ansehen' }).click();
  await phone.locator('status-messages dialog status-photo img').waitFor();
});

test('what is typed without a connection stays on the phone, also through a reload, and goes by itself when it is back', async () => {
  const phone = await onThePhone();
  const page = phone.locator('status-messages');
  await page.getByLabel('Ihre Nachricht').fill('Ich stehe im Funkloch');
  await phone.context().setOffline(true);
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByText('Gerade keine Verbindung. Ihre Nachricht ist auf diesem Gerät gespeichert').waitFor();
  await phone.context().setOffline(false);
  await page.locator('.message.own').getByText('Ich stehe im Funkloch').waitFor();

  await page.getByLabel('Ihre Nachricht').fill('Noch nicht fertig');
  await phone.reload();
  await expect.poll(() => page.getByLabel('Ihre Nachricht').inputValue()).toBe('Noch nicht fertig');
  await expect.poll(() => page.locator('.message.own').count()).toBe(1);
});

test('axe finds nothing on the customer’s side, narrow and wide, in German and English', async () => {
  const phone = await onThePhone();
  const page = phone.locator('status-messages');
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByText('Bitte schreiben Sie etwas').waitFor();
  for (const width of [320, 1280]) {
    await phone.setViewportSize({ width, height: 900 });
    expect(await checkAccessibility(phone)).toEqual([]);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await phone.getByLabel(/^(Sprache|Language)$/).selectOption('en');
  await page.getByLabel('Your message').waitFor();
});
