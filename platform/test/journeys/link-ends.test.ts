import { openBrowser } from '@meldewerk/testing/browser';
import { choose, goOn, leaveOutWishes, markNoDamage, parkingDamage, pickPhotos, sendReport, shotOf, skipRemainingShots, stepHeading } from '@meldewerk/testing/fill-widget';
import postgres from 'postgres';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../harness.ts';
import { linkOf, preparationOf, prepare } from '../prepare-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../workshop.ts';
import { takePhonePhoto } from './phone-photo.ts';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'de-DE', timezoneId: 'Europe/Berlin' };
let platform: Platform;
let workshop: Workshop;
let clerk: string;
let owner: postgres.Sql;
let browser: Browser;
let device: BrowserContext;

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
  workshop = await provisionWorkshop(platform, 'karosserie-probe', { name: 'Karosserie Probe' });
  clerk = await signInAs(platform, workshop, 'clerk');
});
beforeEach(async () => {
  device = await browser.newContext(phone);
});
afterEach(() => device.close());
afterAll(async () => {
  await owner.end();
  await browser.close();
  await platform.close();
});

/** Fills in everything but the last press. */
async function fillUpToReview(page: Page): Promise<void> {
  await stepHeading(page, parkingDamage.category).waitFor();
  await page.getByLabel(parkingDamage.what).fill('Die hintere Tür ist eingedrückt.');
  await choose(page, 'Ist das Fahrzeug noch fahrbereit?', 'Ja');
  await goOn(page);
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  await page.getByLabel(/^Marke und Modell/).fill('Vom Kunden verbessert');
  await goOn(page);
  await markNoDamage(page);
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await pickPhotos(page, 'Schaden aus 2 bis 3 Metern', [await takePhonePhoto({ name: 'IMG_0902.JPG' })]);
  await shotOf(page, 'Schaden aus 2 bis 3 Metern').getByText('Gesichert').waitFor();
  await skipRemainingShots(page);
  await goOn(page);
  await stepHeading(page, 'Wie erreicht Sie die Werkstatt?').waitFor();
  await choose(page, 'Sie sind …', 'Halter');
  await page.getByRole('checkbox', { name: /Ich habe den Datenschutzhinweis gelesen/ }).check();
  await goOn(page);
  await leaveOutWishes(page);
  await stepHeading(page, 'Stimmt alles?').waitFor();
}

async function letExpire(reportId: string): Promise<void> {
  await owner`update drafts set expires_at = now() - interval '1 minute' where prepared_report_id = ${reportId}`;
  await owner`update report_links set expires_at = now() - interval '1 minute' where report_id = ${reportId}`;
}

test('a link that expires while it is filled in loses nothing: the customer has a new one sent, and sends what they had', async () => {
  const { id, reference } = await prepare(platform, workshop, clerk, { preparation: { ...preparationOf(), category: 'parking' } });
  const { url } = await linkOf(platform, workshop, clerk, id);
  const page = await device.newPage();
  await page.goto(url);
  await fillUpToReview(page);
  await letExpire(id);
  await page.getByRole('button', { name: 'Meldung senden' }).click();
  await stepHeading(page, 'Dieser Link ist abgelaufen').waitFor();
  await page.getByText('Was Sie hier eingegeben haben, ist auf diesem Gerät gesichert.').waitFor();
  await page.getByRole('button', { name: 'Neuen Link schicken' }).click();
  await stepHeading(page, 'Ein neuer Link ist unterwegs').waitFor();

  await expect.poll(() => platform.simulators.inbox.messages().filter(({ text }) => text?.includes('/m/')).length).toBe(1);
  const renewed = /http\S+\/m\/[\w-]{22}/.exec(platform.simulators.inbox.messages()[0]?.text ?? '')?.[0];
  expect(renewed).not.toBe(url);
  await page.goto(renewed ?? '');
  await stepHeading(page, 'Stimmt alles?').waitFor();
  await page.getByText('Vom Kunden verbessert').waitFor();
  expect(await sendReport(page)).toBe(reference);

  await page.goto(url);
  await stepHeading(page, 'Dieser Link gilt nicht mehr').waitFor();
});

test('a link that staff withdraw while it is filled in says so, and nothing arrives by it', async () => {
  const { id } = await prepare(platform, workshop, clerk, { preparation: { ...preparationOf(), category: 'parking' } });
  const { url } = await linkOf(platform, workshop, clerk, id);
  const page = await device.newPage();
  await page.goto(url);
  await fillUpToReview(page);
  expect((await platform.request(workshop.host, `/api/reports/${id}/link`, { method: 'DELETE', cookie: clerk })).status).toBe(204);
  await page.getByRole('button', { name: 'Meldung senden' }).click();
  await stepHeading(page, 'Dieser Link gilt nicht mehr').waitFor();
  const [report] = await owner<{ submittedAt: Date | null }[]>`select submitted_at as "submittedAt" from damage_reports where id = ${id}`;
  expect(report?.submittedAt).toBeNull();
});
