import { checkAccessibility } from '@meldewerk/testing/accessibility';
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
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

test('a new partner is told to the operator; what is missing is named, and a failed try loses nothing and doubles nothing', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/support#newPartner');
  const send = page.getByRole('button', { name: 'Absenden' });
  await send.click();
  await page.getByText('Bitte ausfüllen.').waitFor();
  await page.keyboard.insertText('Flotte Süd');
  portal.api.failures.set('POST /api/support-requests', { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await send.click();
  await page.getByRole('alert').getByText('Gerade nicht erreichbar.').waitFor();
  portal.api.failures.clear();
  await send.click();
  await page.getByText('Ihre Anfrage ist bei uns.').waitFor();
  await page.getByRole('region', { name: 'Ihre Anfragen' }).getByText('Flotte Süd').waitFor();
  await expect.poll(() => page.getByRole('region', { name: 'Ihre Anfragen' }).getByRole('listitem').count()).toBe(1);
});

test.each([['desk', desk, 'light'], ['phone', phone, 'dark']] as const)('axe finds nothing on a %s', async (_, viewport, colorScheme) => {
  const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
  await signIn(page, '/portal/support');
  await page.getByText('Worum geht es?').waitFor();
  await page.getByRole('region', { name: 'Ihre Anfragen' }).waitFor();
  for (const kind of ['Frage oder Hinweis', 'Neuer Partner', 'Schulung']) {
    await page.getByText(kind, { exact: true }).click();
    expect(await checkAccessibility(page), kind).toEqual([]);
  }
});
