import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
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

test('a vehicle that must not be driven on is marked in the list, and its report says why', async () => {
  const towed = portal.api.reports().find(({ safety, handling, submittedAt }) => safety?.advice === 'tow' && handling.closedAt === null && submittedAt !== null)!;
  const page = await browser.openPage(desk);
  await signIn(page, `/portal/reports?q=${encodeURIComponent(towed.reference)}`);
  await page.locator('.safety-mark', { hasText: 'Abschleppen' }).first().waitFor();
  await page.goto(`${portal.url}/portal/reports/${towed.id}`);
  const section = page.getByRole('region', { name: 'Weiterfahren' });
  await section.getByText('Flüssigkeit läuft aus').waitFor();
  expect(await section.getByText('Beleuchtung').count()).toBe(0);
});

test('the number for towing is kept as typed, refused when it is none, and read by everybody', async () => {
  const page = await browser.openPage(phone);
  await signIn(page, '/portal/settings/towing', admin);
  await page.getByLabel('Nummer fürs Abschleppen').fill('Hilfe');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Bitte geben Sie eine Telefonnummer an').waitFor();
  await page.getByLabel('Nummer fürs Abschleppen').fill('0721 555 112');
  await page.getByText('Abschleppdienst anrufen 0721 555 112').waitFor();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Gespeichert. Das gilt ab sofort.').waitFor();
  const clerk = await browser.openPage(desk);
  await signIn(clerk, '/portal/settings/towing', 'sabine@karosserie-muster.example');
  await expect.poll(() => clerk.getByLabel('Nummer fürs Abschleppen').inputValue()).toBe('0721 555 112');
  await expect.poll(() => clerk.getByLabel('Nummer fürs Abschleppen').isDisabled()).toBe(true);
});

test.each([320, 1280])('axe finds nothing at %i px', async (width) => {
  const page = await browser.openPage({ width, height: 800 });
  await signIn(page, '/portal/settings/towing', admin);
  await page.getByLabel('Nummer fürs Abschleppen').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
});
