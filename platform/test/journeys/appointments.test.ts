import { openBrowser } from '@meldewerk/testing/browser';
import { reportWithWishes } from '@meldewerk/testing/fill-widget';
import { sectionOf, signIn } from '@meldewerk/testing/work-in-portal';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../harness.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';

const customer = { firstName: 'Jana', lastName: 'Beispiel', email: 'jana@kunde.example' };

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-probe', { name: 'Karosserie Probe' });
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await platform.close();
});

async function open(viewport: { width: number; height: number }, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}` });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const mails = () => platform.simulators.inbox.messages().flatMap((message) => (message.vendor === 'resend' && message.to === customer.email ? [message] : []));

test('a customer wishes, staff propose other times, the customer accepts by the link: the date stands, is in the calendar, and comes with a file for theirs', async () => {
  const phone = await open({ width: 390, height: 844 }, '/');
  const reference = await reportWithWishes(phone, customer);

  const desk = await open({ width: 1280, height: 900 }, '/portal/calendar');
  await signIn(desk, { email: workshop.emailOf.clerk, password: staffPassword });
  const waiting = desk.locator('waiting-list li').filter({ hasText: 'KA-PA 777' });
  await waiting.getByRole('link', { name: 'Jana Beispiel' }).click();
  const card = sectionOf(desk, 'Termin');
  await card.getByText('Der Kunde hat 2 Wunschtermine genannt. Sie sind dran.').waitFor();
  await card.getByRole('button', { name: 'Zeiten vorschlagen' }).click();
  await desk.getByRole('button', { name: 'Nächste Woche' }).click();
  await desk.locator('half-day-picker').getByRole('button', { name: /^Dienstag.*Vormittag, 4 von 4 frei/ }).click();
  await desk.locator('half-day-picker').getByRole('button', { name: /^Mittwoch.*Nachmittag, 4 von 4 frei/ }).click();
  await desk.getByLabel('Nachricht dazu').fill('Vorher fehlt uns leider ein Teil.');
  await desk.getByRole('button', { name: 'Vorschläge senden' }).click();
  await card.getByText('Sie haben 2 Termine vorgeschlagen. Der Kunde ist dran.').waitFor();

  await expect.poll(() => mails().find(({ subject }) => subject.startsWith('Terminvorschläge'))?.text).toContain('Vorher fehlt uns leider ein Teil.');
  await acceptFirst(phone, /http:\S+\/s\/[\w-]{22}/.exec(mails().at(-1)?.text ?? '')?.[0] ?? '');

  // Nobody reloads: the desk hears of it.
  await card.getByText('Der Kunde hat Ihren Vorschlag angenommen. Der Termin steht.').waitFor();
  await card.getByText('Verlauf: 3 Schritte').click();
  for (const step of ['Termin bestätigt', 'Vorschlag', 'Wunschtermine']) await card.getByText(step, { exact: true }).waitFor();
  await card.getByRole('link', { name: 'Im Kalender ansehen' }).click();
  await desk.locator('calendar-week a.entry').filter({ hasText: 'KA-PA 777' }).waitFor();
  await expect.poll(() => waiting.count()).toBe(0);

  await expect.poll(() => mails().find(({ subject }) => subject.startsWith('Ihr Termin'))?.attachments?.length).toBe(1);
  const [file] = mails().find(({ subject }) => subject.startsWith('Ihr Termin'))?.attachments ?? [];
  const calendarFile = Buffer.from(file?.content ?? '', 'base64').toString();
  expect(calendarFile).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendarFile).toContain('METHOD:REQUEST');
  expect(calendarFile.replaceAll('\r\n ', '')).toContain(reference);
});

async function acceptFirst(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(/Kennzeichen oder/).fill('KA PA 777');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Die Werkstatt schlägt einen Termin vor' }).waitFor();
  await page.getByRole('button', { name: /^Zusagen/ }).first().click();
  await page.getByRole('button', { name: 'Ja, verbindlich zusagen' }).click();
  await page.getByText('Danke, der Termin steht.').waitFor();
}
