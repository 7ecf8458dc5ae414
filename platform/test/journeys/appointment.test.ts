import { text } from 'node:stream/consumers';
import type { AppointmentState } from '@meldewerk/contract/appointment';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import ICAL from 'ical.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { report } from '../customer.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { statusTokenOf } from '../status-page.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let clerk: string;
let device: BrowserContext;
let complaints: string[];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-probe');
  clerk = await signInAs(platform, workshop, 'clerk');
});
afterEach(async () => {
  await device.close();
  // What the customer is told of in words the browser notes as well.
  expect(complaints.filter((complaint) => !complaint.includes('(Conflict)'))).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** The next days the workshop is open, at ten and at two. */
async function freeTimes(): Promise<string[]> {
  const { days } = (await (await platform.request(workshop.host, '/api/appointment-days')).json()) as { days: { day: string; parts: { reason: string | null }[] }[] };
  const free = days.filter(({ parts }) => parts.every(({ reason }) => reason === null)).slice(2, 5);
  return free.flatMap(({ day }) => [`${day}T09:00:00.000Z`, `${day}T13:00:00.000Z`]);
}

async function say(reportId: string, what: string, json: object): Promise<AppointmentState> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/appointment-${what}`, { cookie: clerk, json });
  expect(response.status, await response.clone().text()).toBe(201);
  return response.json() as Promise<AppointmentState>;
}

async function openStatus(reportId: string, viewport = { width: 320, height: 800 }): Promise<Page> {
  device = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin', acceptDownloads: true });
  complaints = noteComplaints(device);
  const page = await device.newPage();
  await page.goto(`http://${workshop.host}/s/${await statusTokenOf(platform, workshop, reportId)}`);
  await page.getByLabel('Kennzeichen oder Nachname').fill('KA-PA 777');
  await page.getByRole('button', { name: 'Ansehen' }).click();
  await page.locator('status-appointments h2').waitFor();
  return page;
}

const half = (startsAt: string) => ({ startsAt, durationMinutes: 30 });

test('a customer accepts a proposed time after being asked once more, takes it into the calendar, and later asks for another', async () => {
  const { reportId } = await report(platform, workshop.host);
  const [first = '', second = ''] = await freeTimes();
  await say(reportId, 'proposals', { seenRound: 0, slots: [half(first), half(second)], note: 'Bitte den Fahrzeugschein mitbringen.' });
  const page = await openStatus(reportId);
  await page.getByRole('heading', { name: 'Die Werkstatt schlägt einen Termin vor' }).waitFor();
  expect(await checkAccessibility(page), 'proposal').toEqual([]);
  await page.getByRole('button', { name: /^Zusagen/ }).nth(1).click();
  await page.getByRole('heading', { name: 'Diesen Termin zusagen?' }).waitFor();
  await page.getByRole('button', { name: 'Ja, verbindlich zusagen' }).click();
  await page.getByText('Danke, der Termin steht.').waitFor();

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'In den Kalender' }).click()]);
  const [event] = new ICAL.Component(ICAL.parse(await text(await download.createReadStream()))).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  expect(event?.startDate.toJSDate().toISOString()).toBe(second);

  await page.getByRole('button', { name: 'Einen anderen Termin wünschen' }).click();
  await page.locator('wish-calendar .day.free').nth(4).click();
  await page.locator('wish-calendar .halves').getByRole('button', { name: 'vormittags' }).click();
  expect(await checkAccessibility(page), 'wishes').toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Wünsche senden' }).click();
  await page.getByText('Ihre Wünsche liegen der Werkstatt vor:').waitFor();
  await page.getByText('So kam der Termin zustande').click();
  for (const words of ['Sie haben Wünsche genannt', 'Sie haben zugesagt', 'Vorschlag der Werkstatt', 'Bitte den Fahrzeugschein mitbringen.']) await page.getByText(words).first().waitFor();
});

test('by keyboard alone none of the times is taken, with a word why; what the workshop did meanwhile is shown and not written over', async () => {
  const { reportId } = await report(platform, workshop.host);
  const [first = '', second = ''] = await freeTimes();
  await say(reportId, 'proposals', { seenRound: 0, slots: [half(first)] });
  const page = await openStatus(reportId, { width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Passt nicht' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('status-appointments #panel-heading').evaluate((heading) => heading === (heading.getRootNode() as ShadowRoot).activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bin im Urlaub');
  await say(reportId, 'confirmations', { seenRound: 1, ...half(second) });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Die Werkstatt hat inzwischen etwas geändert. Hier sehen Sie, was jetzt gilt.').waitFor();
  await page.getByRole('heading', { name: 'Ihr Termin', exact: true }).waitFor();
  await page.getByRole('button', { name: 'In den Kalender' }).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
});
