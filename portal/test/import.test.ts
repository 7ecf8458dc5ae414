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

const table = (rows: string[]) => ({ name: 'hagel.csv', mimeType: 'text/csv', buffer: Buffer.from(['Name;Handy;Kennzeichen;Bemerkung', ...rows].join('\n')) });
const customers = ['Jana Köhler;0151 23456780;KA-HA 1;Dach', 'Paul Groß;0151 12;KA-HA 2;', 'Ina Blau;0151 23456782;KA-HA 3;', 'Udo Rot;;KA-HA 4;', 'Eva Grün;0151 23456784;KA-HA 5;'];

test('a list is looked at row by row, a row is left out, and what is sent is said before and followed to its end', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/import');
  await page.locator('input[type=file]').setInputFiles(table(customers));
  await page.getByText('3 bereit, 2 mit Fehlern').waitFor();
  expect(portal.api.asked.some((asked) => asked.includes('/sending'))).toBe(false);

  await page.getByRole('button', { name: 'Mit Fehlern (2)' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(3);
  await page.getByRole('cell', { name: 'Die Handynummer ist nicht gültig' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Fehlerhafte Zeilen als CSV' }).getAttribute('href')).toMatch(/^\/api\/imports\/[0-9a-f-]+\/faulty-rows\.csv$/);

  await page.getByRole('button', { name: 'Alle (5)' }).click();
  await page.getByRole('button', { name: 'Auslassen (Zeile 4)' }).click();
  await page.getByText('2 bereit, 2 mit Fehlern, 1 ausgelassen').waitFor();
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByText('2 per SMS. 2 Zeilen mit Fehlern bleiben liegen.').waitFor();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  expect(portal.api.asked.some((asked) => asked.includes('/sending'))).toBe(false);
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByRole('button', { name: 'Jetzt senden' }).click();
  await page.getByText('2 von 2 gesendet').waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Zur Meldung' }).count()).toBe(2);

  // It is still there after a reload, and in the list of lists.
  await page.reload();
  await page.getByText('2 von 2 gesendet').waitFor();
  await page.getByRole('button', { name: 'Andere Liste' }).click();
  await page.getByRole('region', { name: 'Letzte Listen' }).getByText('hagel.csv').waitFor();
});

test('a column that was not understood is said, by keyboard alone', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/import');
  await page.locator('input[type=file]').setInputFiles({ ...table([]), buffer: Buffer.from('Wer;Wie\nJana Köhler;0151 23456780\n') });
  await page.getByText('0 bereit, 1 mit Fehlern').waitFor();
  const column = page.getByLabel('Wie', { exact: true });
  await column.focus();
  await page.keyboard.type('Handy');
  await page.getByText('1 bereit', { exact: true }).waitFor();
  // The list of columns stays open, and the place in it is kept.
  await expect.poll(() => column.evaluate((select) => (select.getRootNode() as ShadowRoot).activeElement === select)).toBe(true);
});

test('what is no table is refused in words, and a server that is away loses nothing', async () => {
  const page = await browser.openPage(phone);
  await signIn(page, '/portal/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'foto.csv', mimeType: 'text/csv', buffer: Buffer.from('kein') });
  await page.getByRole('alert').getByText('keine Tabelle').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'gross.csv', mimeType: 'text/csv', buffer: Buffer.alloc(5 * 1024 * 1024 + 1, 'a') });
  await page.getByRole('alert').getByText('größer als 5 MB').waitFor();
  await page.locator('input[type=file]').setInputFiles(table(customers));
  await page.getByText('3 bereit, 2 mit Fehlern').waitFor();
  portal.api.failures.set('POST /api/imports', { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByRole('button', { name: 'Jetzt senden' }).click();
  await page.getByRole('alert').getByText('Gerade nicht erreichbar.').waitFor();
  portal.api.failures.clear();
  await page.getByText('3 bereit, 2 mit Fehlern').waitFor();
});

test('whoever may only read sees that and cannot load a list', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/import', 'lesen@karosserie-muster.example');
  await page.getByText('Ihr Konto darf nur lesen.').first().waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Datei auswählen' }).count()).toBe(0);
});

test.each([['desk', desk, 'light'], ['phone', phone, 'dark']] as const)('axe finds nothing on a %s, before, with rows and after', async (_, viewport, colorScheme) => {
  const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
  await signIn(page, '/portal/import');
  await page.getByRole('button', { name: 'Datei auswählen' }).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  await page.locator('input[type=file]').setInputFiles(table(customers));
  await page.getByRole('button', { name: 'Auslassen (Zeile 4)' }).click();
  await page.getByText('1 ausgelassen').waitFor();
  await page.getByText('Spalten', { exact: true }).click();
  expect(await checkAccessibility(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByRole('button', { name: 'Jetzt senden' }).click();
  await page.getByText('2 von 2 gesendet').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
});
