import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../harness.ts';
import { provisionWorkshop, signInAs, staffPassword, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-probe');
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** Fields by their place in the report: what stands beside them is in the customer's language. */
const field = (page: Page, path: string) => page.locator(`[id="field-${path}"]`);
const goOn = (page: Page) => page.getByRole('button', { name: 'متابعة', exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

test('a customer reports in Arabic, and the workshop reads the answers in German and the free text as it was written', async () => {
  const device = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ar', timezoneId: 'Europe/Berlin', serviceWorkers: 'block' });
  const complaints = noteComplaints(device);
  const page = await device.newPage();
  await page.goto(`http://${workshop.host}/`);
  await heading(page, 'ماذا حدث؟');
  await expect.poll(() => page.locator('.app').getAttribute('dir')).toBe('rtl');
  expect(await checkAccessibility(page)).toEqual([]);

  await page.getByText('ميكانيك / أخرى', { exact: true }).click();
  await page.getByRole('button', { name: 'لا شيء من ذلك' }).click();
  await goOn(page);
  await heading(page, 'ميكانيك / أخرى');
  await field(page, 'answers.incidentDate').fill('2026-11-19');
  await field(page, 'answers.incidentDescription').fill('صوت غريب عند الفرملة.');
  // The safety check has said whether it can be driven.
  await page.getByText('صالحة للسير: نعم').waitFor();
  await page.getByRole('group', { name: 'ماذا تلاحظ؟' }).getByText('صوت', { exact: true }).click();
  expect(await checkAccessibility(page)).toEqual([]);
  await goOn(page);

  await heading(page, 'ما هي السيارة؟');
  await field(page, 'vehicle.licensePlate').fill('KA-PA 777');
  expect(await field(page, 'vehicle.licensePlate').evaluate((input) => getComputedStyle(input).direction)).toBe('ltr');
  await goOn(page);

  await heading(page, 'أرِنا الضرر');
  await page.getByRole('button', { name: /لا أستطيع الآن التقاط بقية الصور المهمة/ }).click();
  await goOn(page);

  await heading(page, 'كيف تتواصل معك الورشة؟');
  await page.getByText('مالك السيارة (Halter)', { exact: true }).click();
  await field(page, 'reporter.firstName').fill('ليلى');
  await field(page, 'reporter.lastName').fill('حداد');
  await field(page, 'reporter.phone').fill('0171 2345678');
  await field(page, 'privacyConsent').check();
  await goOn(page);

  await heading(page, 'متى يناسبك؟');
  await goOn(page);
  await heading(page, 'هل كل شيء صحيح؟');
  expect(await checkAccessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
  await page.getByRole('heading', { name: 'وصل بلاغك' }).waitFor();
  const reference = await page.getByText(/^[A-Z]{2}-\d{4}-\d{6}$/).innerText();
  await device.close();
  expect(complaints).toEqual([]);

  const headers = { cookie: await signInAs(platform, workshop, 'clerk') };
  const { reports } = (await (await platform.request(workshop.host, `/api/reports?q=${reference}`, { headers })).json()) as { reports: { id: string }[] };
  const report = (await (await platform.request(workshop.host, `/api/reports/${reports[0]?.id}`, { headers })).json()) as ReportDetail;
  expect(report.language).toBe('ar');
  expect(report.answers.find(({ questionId }) => questionId === 'drivable')?.display.de).toBe('Ja');

  const staff = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const desk = await staff.newPage();
  await desk.goto(`http://${workshop.host}/portal/reports/${reports[0]?.id}`);
  await desk.getByLabel('E-Mail').fill(workshop.emailOf.clerk);
  await desk.getByLabel('Passwort', { exact: true }).fill(staffPassword);
  await desk.getByRole('button', { name: 'Anmelden' }).click();
  await desk.getByText('Sprache des Kunden: Arabisch').waitFor();
  const answers = desk.getByRole('region', { name: 'Angaben zum Schaden' });
  await answers.getByText('Ein Geräusch', { exact: true }).waitFor();
  const written = answers.getByText('صوت غريب عند الفرملة.');
  expect(await written.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
  await staff.close();
});
