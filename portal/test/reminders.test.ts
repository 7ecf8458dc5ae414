import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
const address = '/portal/settings/reminders';
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

test('the admin changes when customers are reminded; what is wrong is named, a failed try keeps the changes, and it stays saved', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, address, admin);
  const hours = page.getByLabel('Stunden nach dem Senden');
  await hours.fill('0');
  const save = page.getByRole('button', { name: 'Speichern' });
  await save.click();
  await page.getByText('Bitte geben Sie 1 bis 336 Stunden an.').waitFor();
  await expect.poll(() => hours.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input)).toBe(true);

  await hours.fill('48');
  await page.getByLabel('Begonnen, aber nicht abgeschickt').uncheck();
  await page.getByLabel('Keine Erinnerung von').fill('18:30');
  portal.api.failures.set('PUT /api/settings/reminders', { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await save.click();
  await page.getByText('Nicht gespeichert: Gerade nicht erreichbar.').waitFor();
  portal.api.failures.clear();
  await save.click();
  await page.getByText('Gespeichert. Das gilt ab sofort.').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Stunden nach dem Senden').inputValue()).toBe('48');
  await expect.poll(() => page.getByLabel('Begonnen, aber nicht abgeschickt').isChecked()).toBe(false);
});

test('leaving with unsaved changes is asked about', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, address, admin);
  await page.getByLabel('Sonntags keine Erinnerung').uncheck();
  await page.getByRole('link', { name: 'Formulare' }).click();
  await page.getByText('Ungespeichert verlassen?').waitFor();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  expect(new URL(page.url()).pathname).toBe(address);
});

test('others read and cannot change', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, address);
  await page.getByText('Ändern kann die Erinnerungen die Leitung.').waitFor();
  await expect.poll(() => page.getByLabel('Stunden nach dem Senden').isDisabled()).toBe(true);
  await expect.poll(() => page.getByRole('button', { name: 'Speichern' }).count()).toBe(0);
});

test.each([['desk', desk, 'light'], ['phone', phone, 'dark']] as const)('axe finds nothing on a %s', async (_, viewport, colorScheme) => {
  const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
  await signIn(page, address, admin);
  await page.getByLabel('Link nicht geöffnet').uncheck();
  expect(await checkAccessibility(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
