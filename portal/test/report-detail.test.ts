import type { ReportDetail } from '@meldewerk/contract/report';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

function reportWith(fits: (report: ReportDetail) => boolean): ReportDetail {
  const report = portal.api.reports().find(fits);
  if (!report) throw new Error('the stand-in has no such report');
  return report;
}

async function openReport(report: ReportDetail, viewport = desk, email?: string): Promise<Page> {
  const page = await browser.openPage(viewport);
  await signIn(page, `/portal/reports/${report.id}`, email);
  await page.locator('report-photos').waitFor();
  return page;
}

test('questions read German whatever language the customer used, and free text stays as typed', async () => {
  const page = await openReport(reportWith((report) => report.language === 'en'));
  await page.getByText('Sprache des Kunden: Englisch').waitFor();
  await page.getByText('Was ist passiert?').waitFor();
  await expect.poll(() => page.getByText('I was waiting at the red light').getAttribute('lang')).toBe('en');
});

test('a phone number reads as people write it, and is dialled and copied in full', async () => {
  const { reporter } = reportWith(({ reporter: { phone: number } }) => number !== undefined);
  const page = await openReport(reportWith(({ reporter: { phone: number } }) => number === reporter.phone));
  const link = page.getByRole('link', { name: reporter.phoneDisplay! });
  await expect.poll(() => link.getAttribute('href')).toBe(`tel:${reporter.phone}`);
  await expect.poll(() => page.locator('.reach wa-copy-button').first().getAttribute('value')).toBe(reporter.phone);
});

test('shots the customer passed over are named', async () => {
  const page = await openReport(reportWith((report) => report.skippedShots.length > 0));
  await page.getByText('Vom Kunden ausgelassen:').waitFor();
});

test('a refused photo says why and gives the original', async () => {
  const report = reportWith(({ photos }) => photos.some((photo) => photo.state === 'refused'));
  const page = await openReport(report);
  await page.getByText('beschädigt oder unvollständig').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Original laden' }).click();
  expect((await download).url()).toContain(report.photos.find((photo) => photo.state === 'refused')!.id);
});

test('a photo still being prepared shows itself when it is ready', async () => {
  const report = reportWith(({ photos }) => photos.length > 3 && photos.every((photo) => photo.state === 'ready'));
  const [first, ...others] = report.photos;
  portal.api.change(report.id, { photos: [{ ...first!, state: 'received' }, ...others] });
  const page = await openReport(report);
  await page.getByText('Wird aufbereitet').waitFor();
  portal.api.change(report.id, { photos: report.photos });
  await page.locator(`button[data-photo="${first!.id}"]`).waitFor();
});

test('the viewer is worked by keyboard and gives the focus back', async () => {
  const report = reportWith(({ photos }) => photos.length > 3 && photos.every((photo) => photo.state === 'ready'));
  const page = await openReport(report);
  await page.locator(`button[data-photo="${report.photos[0]!.id}"]`).click();
  await page.getByText('Vorne links, Foto 1 von').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Vorne rechts, Foto 2 von').waitFor();
  await page.keyboard.press('+');
  await page.getByText('150 %').waitFor();
  await page.keyboard.press('r');
  await page.getByText('100 %').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('photo-viewer').count()).toBe(0);
  await expect.poll(() => page.locator('button:focus').getAttribute('data-photo')).toBe(report.photos[1]!.id);
});

test('the viewer zooms by wheel and double click, and pages by swiping on a phone', async () => {
  const report = reportWith(({ photos }) => photos.length > 3 && photos.every((photo) => photo.state === 'ready'));
  const page = await openReport(report, phone);
  await page.locator(`button[data-photo="${report.photos[0]!.id}"]`).click();
  await page.locator('photo-viewer img:not(.loading)').waitFor();
  await page.mouse.move(195, 400);
  await page.mouse.down();
  await page.mouse.move(80, 400, { steps: 4 });
  await page.mouse.up();
  await page.getByText('Vorne rechts, Foto 2 von').waitFor();
  await page.locator('photo-viewer img:not(.loading)').waitFor();
  await page.mouse.dblclick(195, 400);
  await page.getByText('250 %').waitFor();
  await page.mouse.wheel(0, 2000);
  await page.getByText('100 %').waitFor();
});

test('a failed message is sent again after asking', async () => {
  const report = reportWith(({ deliveries }) => deliveries.some((delivery) => delivery.state === 'failed'));
  const page = await openReport(report);
  const failed = report.deliveries.find((delivery) => delivery.state === 'failed')!;
  await page.locator('report-deliveries li').filter({ hasText: 'Fehlgeschlagen' }).getByRole('button', { name: 'Erneut senden' }).click();
  await page.locator('wa-dialog').getByRole('button', { name: 'Erneut senden' }).click();
  await expect.poll(() => portal.api.asked).toContain(`POST /api/deliveries/${failed.id}/attempts`);
});

test('who may only read sees why a message cannot be sent again', async () => {
  const page = await openReport(reportWith(({ deliveries }) => deliveries.length > 0), desk, 'lesen@karosserie-muster.example');
  await expect.poll(() => page.getByRole('button', { name: 'Erneut senden' }).first().isDisabled()).toBe(true);
  await page.locator('report-deliveries').getByText('Ihr Konto darf lesen').waitFor();
});

test('nothing the portal does breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
