import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
const admin = 'leitung@karosserie-muster.example';
const path = '/portal/settings/languages';

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

test('the admin chooses what customers can report in, German stays, and everybody else reads it', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, path, admin);
  await page.getByLabel('Polnisch').uncheck();
  await expect.poll(() => page.getByLabel('Deutsch').isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Gespeichert. Das gilt ab sofort.').waitFor();
  const clerk = await browser.openPage(desk);
  await signIn(clerk, path, 'sabine@karosserie-muster.example');
  await expect.poll(() => clerk.getByLabel('Arabisch').isChecked()).toBe(true);
  expect(await clerk.getByLabel('Polnisch').isChecked()).toBe(false);
  await expect.poll(() => clerk.getByLabel('Arabisch').isDisabled()).toBe(true);
});

test.each([320, 1280])('axe finds nothing at %i px', async (width) => {
  const page = await browser.openPage({ width, height: 800 });
  await signIn(page, path, admin);
  await page.getByLabel('Arabisch').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
});
