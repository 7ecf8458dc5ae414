import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

const marked = () => portal.api.reports().find(({ damages, photos }) => damages.length === 3 && damages.slice(0, 2).every(({ id }) => photos.some(({ spotId, state }) => spotId === id && state === 'ready')))!;

test('the drawing shows where the damages are, and a pin opens its photos by mouse and by keyboard', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, `/portal/reports/${marked().id}`);
  const section = page.getByRole('region', { name: /^Markierte Schäden/ });
  await section.getByText('Tür hinten rechts').waitFor();
  await expect.poll(() => section.locator('li').allInnerTexts()).toEqual([
    expect.stringMatching(/Tür hinten rechts\s+Delle, wie eine Hand/),
    expect.stringMatching(/Seitenteil hinten rechts\s+Lack ab, wie eine Münze/),
    expect.stringMatching(/Stoßstange hinten\s+Kratzer, wie ein Blatt Papier\s+Zieht sich bis unter das Kennzeichen/),
  ]);
  // Two were tapped on the right, one came from the list: its pin stands amid the bumper.
  await expect.poll(() => section.locator('figcaption').allInnerTexts()).toEqual(['Rechts', 'Hinten']);
  await section.locator('.damage-pin', { hasText: '1' }).click();
  const viewer = page.getByRole('dialog', { name: 'Fotobetrachter' });
  await expect.poll(() => viewer.locator('.head').innerText()).toContain('Schaden 1: Schaden von weiter weg');
  await page.keyboard.press('Escape');
  await expect.poll(() => viewer.count()).toBe(0);
  await section.locator('.damage-pin', { hasText: '2' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => viewer.locator('.head').innerText()).toContain('Schaden 2: Schaden nah');
  await page.keyboard.press('Escape');
  await section.locator('.damage-pin', { hasText: '3' }).click();
  await expect.poll(() => section.locator('li:focus').innerText()).toContain('Stoßstange hinten');
});

test('a report without marked damages has no such card', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, `/portal/reports/${portal.api.reports().find(({ damages }) => damages.length === 0)!.id}`);
  await page.getByRole('region', { name: /^Fotos/ }).waitFor();
  expect(await page.getByRole('region', { name: /^Markierte Schäden/ }).count()).toBe(0);
});

test.each([320, 1280])('axe finds nothing at %i px, and nothing scrolls sideways', async (width) => {
  const page = await browser.openPage({ width, height: 800 });
  await signIn(page, `/portal/reports/${marked().id}`);
  await page.locator('.damage-pin').first().waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
