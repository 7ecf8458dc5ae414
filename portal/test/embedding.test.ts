import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
const address = '/portal/settings/embedding';
const admin = 'leitung@karosserie-muster.example';

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

test('the snippet is copied as it stands, in the language that was chosen', async () => {
  const page = await browser.openPage(desk, { permissions: ['clipboard-read', 'clipboard-write'] });
  await signIn(page, address, admin);
  await page.getByLabel('Sprache').selectOption('en');
  await page.getByRole('button', { name: 'Kopieren' }).first().click();
  await page.getByRole('button', { name: 'Kopiert' }).waitFor();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(
    '<script type="module" src="https://karosserie-muster.example/widget.js"></script>\n<damage-report lang="en" style="display:block;min-height:100vh"><a href="https://karosserie-muster.example/">Report a damage</a></damage-report>',
  );
});

test('the preview shows a colour before it is saved; websites are named as browsers name them, and what is none is sent back', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, address, admin);
  await page.getByLabel('Farbe von Knöpfen und Marken').fill('#aa0033');
  await page.frameLocator('embedding-preview iframe').getByText('aa0033').waitFor();
  await page.getByLabel('Nur diese Websites').check();
  const website = page.getByLabel('Adresse der Website');
  await website.fill('unser autohaus');
  await page.getByRole('button', { name: 'Hinzufügen' }).click();
  await page.getByText('Das ist keine Adresse einer Website.').waitFor();
  await website.fill('www.autohaus.example/kontakt');
  await website.press('Enter');
  await page.getByText('https://www.autohaus.example', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Gespeichert. Das gilt ab sofort auf allen Websites.').waitFor();
  await page.reload();
  await page.getByText('https://www.autohaus.example', { exact: true }).waitFor();
  await expect.poll(() => page.getByLabel('Farbe von Knöpfen und Marken').inputValue()).toBe('#aa0033');
});

test('others read and cannot change', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, address);
  await page.getByText('Ändern kann das die Leitung.').waitFor();
  await expect.poll(() => page.getByLabel('Jede Website').isDisabled()).toBe(true);
  await expect.poll(() => page.getByRole('button', { name: 'Speichern' }).count()).toBe(0);
});

test.each([['desk', desk, 'light'], ['phone', phone, 'dark']] as const)('axe finds nothing on a %s', async (_, viewport, colorScheme) => {
  const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
  await signIn(page, address, admin);
  await page.getByText('Content-Security-Policy', { exact: true }).click();
  expect(await checkAccessibility(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
