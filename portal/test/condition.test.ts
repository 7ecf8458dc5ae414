import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { ReportDetail } from '@meldewerk/contract/report';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
let report: ReportDetail;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
beforeEach(() => {
  report = portal.api.reports().find(({ photos, conditionPhotos }) => conditionPhotos.length === 0 && photos.filter(({ state }) => state === 'ready').length > 1)!;
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const now = () => portal.api.reports().find(({ id }) => id === report.id)!;

async function openYard(viewport = phone, withCamera = true): Promise<Page> {
  const page = await browser.openPage(viewport, { permissions: withCamera ? ['camera'] : [], colorScheme: viewport === phone ? 'dark' : 'light', reducedMotion: 'reduce' });
  await signIn(page, `/portal/reports/${report.id}/condition`);
  await page.getByRole('heading', { name: 'Zustand fotografieren' }).waitFor();
  return page;
}

test('a view is photographed with the customer’s photo as a ghost over the camera, checked, and kept', async () => {
  const page = await openYard();
  const angle = page.locator('.angle').first();
  await angle.getByRole('button', { name: 'Aufnehmen' }).click();
  const shutter = page.getByRole('button', { name: 'Foto aufnehmen' });
  await expect.poll(() => shutter.isEnabled()).toBe(true);
  await expect.poll(() => page.locator('ghost-camera img').getAttribute('src')).toContain(report.photos[0]!.id);
  await shutter.click();
  await page.getByRole('button', { name: 'Noch einmal' }).click();
  await shutter.click();
  await page.getByRole('button', { name: 'Behalten' }).click();
  await expect.poll(() => now().conditionPhotos.length).toBe(1);
  expect(now().conditionPhotos[0]).toMatchObject({ comparesPhotoId: report.photos[0]!.id, shotId: report.photos[0]!.shotId });
  await expect.poll(() => angle.getByRole('img', { name: 'aufgenommen' }).count()).toBe(1);
});

test('without a camera the way over files is there, and says so', async () => {
  const page = await openYard(desk);
  await page.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await page.getByRole('button', { name: 'Aufnehmen' }).first().click();
  await page.getByText('Hier ist keine Kamera zu haben.').waitFor();
  await page.locator('.angle input[type=file]').first().setInputFiles({ name: 'vorn.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('ein Bild') });
  await expect.poll(() => now().conditionPhotos.length).toBe(1);
});

test('what was taken without a net is on the device, also after the tab was closed, and goes by itself', async () => {
  const page = await openYard(desk);
  portal.api.failures.set(`PUT /api/reports/${report.id}`, { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await page.locator('.angle input[type=file]').first().setInputFiles({ name: 'vorn.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('ein Bild') });
  await page.getByText('1 Foto ist auf diesem Gerät').waitFor();
  const again = await page.context().newPage();
  await page.close();
  expect(now().conditionPhotos).toEqual([]);
  portal.api.failures.clear();
  await again.goto(`/portal/reports/${report.id}/condition`);
  await expect.poll(() => now().conditionPhotos.length).toBe(1);
});

test('on the report the photos stand by stage, are compared with the customer’s, and are removed after being asked', async () => {
  const [intake] = report.photos.filter(({ state }) => state === 'ready');
  portal.api.change(report.id, {
    conditionPhotos: [{ id: '00000000-0000-4000-8000-00000000c001', stage: 'afterRepair', shotId: intake!.shotId, comparesPhotoId: intake!.id, takenByName: 'Jonas', takenAt: new Date().toISOString(), uploadedAt: new Date().toISOString(), byteSize: 1, width: 1, height: 1, sha256: 'a' }],
  });
  const page = await browser.openPage(desk);
  await signIn(page, `/portal/reports/${report.id}`);
  await page.getByRole('button', { name: /mit dem Foto des Kunden vergleichen/ }).click();
  await expect.poll(() => page.locator('photo-compare img').count()).toBe(2);
  await page.getByRole('button', { name: 'Übereinander' }).click();
  await page.getByRole('slider').press('ArrowLeft');
  await expect.poll(() => page.locator('photo-compare .over img').last().evaluate((image) => (image as HTMLElement).style.clipPath)).toContain('49%');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /entfernen$/ }).click();
  await page.getByRole('button', { name: 'Entfernen', exact: true }).click();
  await expect.poll(() => now().conditionPhotos).toEqual([]);
});

describe.each([['a desk', desk], ['a phone', phone]] as const)('on %s', (_, viewport) => {
  test('axe finds nothing, in the yard and before the camera', async () => {
    const page = await openYard(viewport);
    expect(await checkAccessibility(page)).toEqual([]);
    await page.getByRole('button', { name: 'Aufnehmen' }).first().click();
    await expect.poll(() => page.getByRole('button', { name: 'Foto aufnehmen' }).isEnabled()).toBe(true);
    expect(await checkAccessibility(page)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
