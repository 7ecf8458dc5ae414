import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { sectionOf, signIn } from '@meldewerk/testing/work-in-portal';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { saveForm, textForm } from '../forms.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { fieldItem, photoItem, requestOpen } from '../missing-items.ts';
import { statusTokenOf } from '../status-page.ts';
import { smallPhoto, submitSmallReport } from '../submit-report.ts';
import { provisionWorkshop, signInAs, staffPassword, type Workshop } from '../workshop.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let clerk: string;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'fehlt-noch');
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

async function openPhone(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}` });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByLabel(/Kennzeichen oder/).fill('ka pa777');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /KA-PA 777/ }).waitFor();
  return page;
}

async function openDesk(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}` });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(path);
  await signIn(page, { email: workshop.emailOf.clerk, password: staffPassword });
  return page;
}

const detail = async (id: string) => (await (await platform.request(workshop.host, `/api/reports/${id}`, { cookie: clerk })).json()) as ReportDetail;
const jpeg = async () => ({ name: 'Tacho.jpg', mimeType: 'image/jpeg', buffer: await smallPhoto() });
/** Counts what a person does: files chosen, forms sent, buttons pressed. */
async function countGestures(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { gestures: number };
    counted.gestures = 0;
    for (const kind of ['change', 'submit']) document.addEventListener(kind, () => (counted.gestures += 1), true);
  });
  return () => page.evaluate(() => (window as unknown as { gestures: number }).gestures);
}

test('a photo and a number are given with three gestures: one photo, one line, one press', async () => {
  const { receipt } = await submitSmallReport(platform, workshop);
  await requestOpen(platform, workshop, clerk, receipt.reportId, [photoItem({ reason: 'blurred' }), fieldItem('policyNumber')], { channel: 'none', note: 'Danke vorab!' });
  const page = await openPhone(`/s/${await statusTokenOf(platform, workshop, receipt.reportId)}`);
  await page.getByRole('heading', { name: '2 Angaben fehlen noch' }).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  const gestures = await countGestures(page);

  await page.getByLabel('Foto aufnehmen').setInputFiles(await jpeg());
  const field = page.getByLabel('Versicherungsschein-Nr.');
  // The next thing is ready to be typed into.
  await expect.poll(() => field.evaluate((input) => input === (input.getRootNode() as ShadowRoot).activeElement)).toBe(true);
  await page.keyboard.type('KH 4711');
  await page.keyboard.press('Enter');
  await page.getByText('Fertig, danke!', { exact: true }).waitFor();
  // The file, the line, and Enter, which sends it.
  expect(await gestures()).toBeLessThanOrEqual(3);
  expect(await checkAccessibility(page)).toEqual([]);
  await expect.poll(async () => (await detail(receipt.reportId)).missingItems.requests[0]?.state).toBe('complete');
  expect((await detail(receipt.reportId)).insurance.policyNumber).toBe('KH 4711');
  // A reload right after still says so.
  await page.reload();
  await page.getByText('Fertig, danke!', { exact: true }).waitFor();
});

test('when the net breaks in between, everything stays on the device and arrives by itself, after a reload too', async () => {
  const { receipt } = await submitSmallReport(platform, workshop);
  await requestOpen(platform, workshop, clerk, receipt.reportId, [photoItem(), fieldItem('claimNumber'), fieldItem('vin')], { channel: 'none' });
  const page = await openPhone(`/s/${await statusTokenOf(platform, workshop, receipt.reportId)}`);
  await page.getByLabel('Foto aufnehmen').waitFor();
  await page.route(/\/api\//, (route) => route.abort());
  await page.getByLabel('Foto aufnehmen').setInputFiles(await jpeg());
  await page.getByLabel('Schadennummer').fill('S-99');
  await page.keyboard.press('Enter');
  await page.getByText(/auf diesem Gerät gesichert/).waitFor();
  await page.getByLabel(/FIN/).fill('WVWZZZ1KZAW00');
  expect((await detail(receipt.reportId)).missingItems.requests[0]?.items.every(({ state }) => state === 'open')).toBe(true);
  await page.unroute(/\/api\//);
  await page.reload();
  // What was half typed is there again; the rest goes up by itself.
  await expect.poll(() => page.getByLabel(/FIN/).inputValue()).toBe('WVWZZZ1KZAW00');
  await expect.poll(async () => (await detail(receipt.reportId)).missingItems.requests[0]?.items.filter(({ state }) => state === 'provided').length).toBe(2);
  await page.getByLabel(/FIN/).fill('WVWZZZ1KZAW000999');
  await page.getByRole('region', { name: /fehlt noch/ }).getByRole('button', { name: 'Senden' }).click();
  await page.getByText('Fertig, danke!', { exact: true }).waitFor();
  const report = await detail(receipt.reportId);
  expect([report.insurance.claimNumber, report.vehicle.vin, report.photos.length]).toEqual(['S-99', 'WVWZZZ1KZAW000999', 2]);
});

test('a form is read and signed, a wrong answer named at its field, and a file that is no picture refused in words', async () => {
  const { receipt } = await submitSmallReport(platform, workshop);
  const form = await saveForm(platform, workshop, await signInAs(platform, workshop, 'admin'), textForm('# Vollmacht\n\n{{kunde.name}} bevollmächtigt {{werkstatt.name}}.', { title: 'Vollmacht' }));
  const signature = { id: crypto.randomUUID(), kind: 'signature' as const, form: { formId: form.id, version: form.version } };
  await requestOpen(platform, workshop, clerk, receipt.reportId, [photoItem(), fieldItem('phone'), signature], { channel: 'none' });
  const page = await openPhone(`/s/${await statusTokenOf(platform, workshop, receipt.reportId)}`);
  await page.getByLabel('Foto auswählen').setInputFiles({ name: 'Brief.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 no picture') });
  await page.getByRole('alert').getByText(/kein Foto, das wir annehmen können/).waitFor();
  await page.getByLabel('Foto auswählen').setInputFiles(await jpeg());
  await page.getByLabel('Telefonnummer').fill('0151 1');
  await page.keyboard.press('Enter');
  await page.getByText(/Telefonnummer stimmt nicht/).first().waitFor();
  await page.getByLabel('Telefonnummer').fill('0151 99887766');
  await page.keyboard.press('Enter');
  await page.getByText('Muster Muster bevollmächtigt').waitFor();
  await page.getByText('Name eintippen').click();
  await page.getByLabel('Ihr Vor- und Nachname').fill('Muster Muster');
  expect(await checkAccessibility(page)).toEqual([]);
  await page.getByRole('button', { name: /^Unterschreiben/ }).click();
  await page.getByText('Fertig, danke!', { exact: true }).waitFor();
  const report = await detail(receipt.reportId);
  expect(report.reporter.phone).toBe('+4915199887766');
  expect(report.forms).toMatchObject([{ title: 'Vollmacht', state: 'complete' }]);
});

test('staff tick a photo and a number, read the message, and see the report become complete while the customer gives them', async () => {
  const { receipt } = await submitSmallReport(platform, workshop);
  const desk = await openDesk(`/portal/reports/${receipt.reportId}`);
  await desk.getByRole('button', { name: 'Fehlt etwas?' }).click();
  const dialog = desk.locator('request-items-dialog');
  await dialog.getByRole('checkbox', { name: 'Schaden aus 2 bis 3 Metern' }).check();
  await dialog.getByLabel(/^Warum/).selectOption('blurred');
  await dialog.getByText(/Schon angegeben/).click();
  await dialog.getByRole('checkbox', { name: /Versicherungsschein/ }).check();
  await dialog.getByText(/fehlen noch 2 Angaben/).waitFor();
  await dialog.getByLabel(/^SMS an/).check();
  await dialog.getByText(/fehlen noch 2 Angaben: http/).waitFor();
  await dialog.getByRole('button', { name: '2 Dinge anfordern' }).click();
  const card = sectionOf(desk, /Wartet auf den Kunden/);
  await card.getByText('0 von 2 da').waitFor();

  const sent = () => platform.simulators.inbox.messages().find(({ text }) => text?.includes('fehlen noch 2'))?.text?.match(/\/s\/[\w-]+/)?.[0];
  await expect.poll(sent).toBeTruthy();
  const phone = await openPhone(sent() ?? '');
  await phone.getByLabel('Foto aufnehmen').setInputFiles(await jpeg());
  await card.getByText('1 von 2 da').waitFor();
  await phone.getByLabel('Versicherungsschein-Nr.').fill('KH 4711');
  await phone.keyboard.press('Enter');
  await phone.getByText('Fertig, danke!', { exact: true }).waitFor();

  const complete = sectionOf(desk, /Vollständig/);
  await complete.getByText('KH 4711').waitFor();
  await complete.getByText('VS Muster').waitFor();
  await desk.getByText('ersetzt', { exact: true }).waitFor();
  await desk.getByText('nachgereicht', { exact: true }).waitFor();
  expect(await checkAccessibility(desk)).toEqual([]);
});
