import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
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

const someReport = () => portal.api.reports().find(({ photos, submittedAt }) => photos.length > 2 && submittedAt !== null)!;

async function openReport(page: Page, email?: string) {
  await signIn(page, `/portal/reports/${someReport().id}`, email);
  await page.getByRole('button', { name: 'Ausgeben' }).click();
}

test('everything a report can be had as stands in one menu; files come under the server’s name, notes only where chosen', async () => {
  const page = await browser.openPage(desk, { acceptDownloads: true });
  await openReport(page);
  for (const [choice, name, asked] of [
    ['PDF-Akte', '_dossier.pdf', 'dossier.pdf?lang=de'], ['PDF-Akte mit internen Notizen', '_dossier.pdf', 'dossier.pdf?notes=1&lang=de'], ['Excel', '_report.xlsx', 'report.xlsx?lang=de'], ['Excel (KSR)', '_ksr.xlsx', 'ksr.xlsx'], ['Fotos als ZIP', '', 'photos.zip'],
  ] as const) {
    if (choice !== 'PDF-Akte') await page.getByRole('button', { name: 'Ausgeben' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: choice, exact: true }).click()]);
    if (name) expect(download.suggestedFilename()).toBe(`${someReport().reference}${name}`);
    expect(portal.api.asked).toContain(`GET /api/reports/${someReport().id}/${asked}`);
    await expect.poll(() => page.getByRole('menuitem').first().isVisible()).toBe(false);
  }
});

test('a file that cannot be made is said in words, and the menu can be used again', async () => {
  const page = await browser.openPage(phone);
  portal.api.failures.set(`GET /api/reports/${someReport().id}/dossier.pdf`, { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await openReport(page);
  await page.getByRole('menuitem', { name: 'PDF-Akte', exact: true }).click();
  await page.getByText('Gerade nicht erreichbar.').waitFor();
  portal.api.failures.clear();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByText('Gerade nicht erreichbar.').count()).toBe(0);
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  expect(await checkAccessibility(page)).toEqual([]);
});

test('the filtered list is asked for as a table, its progress seen, and the file had; it can be called off', async () => {
  const page = await browser.openPage(desk, { acceptDownloads: true });
  await signIn(page, '/portal/reports?status=open');
  await page.locator('list-export-button').getByRole('button', { name: 'Excel' }).click();
  await page.getByText('Alle Meldungen, die zu den gewählten Filtern passen').waitFor();
  await page.getByRole('button', { name: 'Tabelle erstellen' }).click();
  await page.getByText(/\d+ von \d+ Meldungen/).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Herunterladen' }).or(page.getByRole('link', { name: 'Herunterladen' })).click()]);
  expect(download.suggestedFilename()).toMatch(/^Meldungen_.*\.xlsx$/);

  await page.getByRole('button', { name: 'Tabelle erstellen' }).click();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await expect.poll(() => portal.api.exports.length).toBe(1);
  await page.getByRole('button', { name: 'Entfernen', exact: true }).click();
  await expect.poll(() => portal.api.exports.length).toBe(0);
});

test('a table that failed says so, also on a phone, and who may only look has no button for it', async () => {
  const page = await browser.openPage(phone);
  portal.api.exports.push({ id: crypto.randomUUID(), createdAt: new Date().toISOString(), state: 'failed', total: 10, done: 3, finishedAt: null, byteSize: null, keptUntil: new Date().toISOString() });
  await signIn(page, '/portal/reports');
  await page.locator('list-export-button').getByRole('button', { name: 'Excel' }).click();
  await page.getByText('konnte nicht erstellt werden. Bitte versuchen Sie es noch einmal.').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  portal.api.failures.set('POST /api/exports', { status: 429, code: 'tooManyRequests', detail: 'Bitte warten Sie einen Moment.' });
  await page.getByRole('button', { name: 'Tabelle erstellen' }).click();
  await page.getByText('Bitte warten Sie einen Moment.').waitFor();
  portal.api.failures.clear();
  portal.api.exports.length = 0;

  const onlyLooking = await browser.openPage(desk);
  await signIn(onlyLooking, '/portal/reports', 'lesen@karosserie-muster.example');
  await onlyLooking.locator('report-list-page tbody tr').first().waitFor();
  expect(await onlyLooking.locator('list-export-button').getByRole('button').count()).toBe(0);
});

test('the admin sets the columns for KSR, sees on a real report what they hold, and can go back to the default', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/settings/ksr', admin);
  await page.getByText('Welche Spalten KSR einliest, ist nicht veröffentlicht.').waitFor();
  await expect.poll(() => page.getByLabel('Überschrift der Spalte 1', { exact: true }).inputValue()).toBe('Auftragsnummer');
  await page.getByLabel('Überschrift der Spalte 1', { exact: true }).fill('Kennzeichen');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Diese Überschrift gibt es schon.').first().waitFor();

  await page.getByLabel('Überschrift der Spalte 1', { exact: true }).fill('Vorgang');
  await page.getByRole('button', { name: 'Spalte 1 nach unten' }).click();
  await expect.poll(() => page.getByLabel('Überschrift der Spalte 2', { exact: true }).inputValue()).toBe('Vorgang');
  await page.getByRole('button', { name: 'Spalte hinzufügen' }).click();
  const last = await page.locator('ksr-settings-page .column').count();
  await page.getByLabel(`Überschrift der Spalte ${last}`).fill('Werk');
  await page.getByLabel(`Fester Text der Spalte ${last}`).fill('Halle Nord');
  await expect.poll(() => page.locator('ksr-preview dl').textContent()).toContain('WerkHalle Nord');
  await expect.poll(() => page.locator('ksr-preview dl').textContent()).toContain('Vorgang');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Gespeichert. Das gilt ab der nächsten Tabelle.').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Überschrift der Spalte 2', { exact: true }).inputValue()).toBe('Vorgang');
  expect(await checkAccessibility(page)).toEqual([]);

  await page.getByRole('button', { name: 'Auf Vorgabe zurücksetzen' }).click();
  await page.getByRole('button', { name: 'Zurücksetzen', exact: true }).click();
  await page.getByText('Es gilt wieder die Vorgabe.').waitFor();
  await expect.poll(() => page.getByLabel('Überschrift der Spalte 1', { exact: true }).inputValue()).toBe('Auftragsnummer');
});

test('on a phone axe finds nothing on the columns, and others read and cannot change', async () => {
  const page = await browser.openPage({ ...phone, width: 320 }, { colorScheme: 'dark' });
  await signIn(page, '/portal/settings/ksr');
  await page.getByText('Ändern kann die Spalten die Leitung.').waitFor();
  await expect.poll(() => page.getByLabel('Überschrift der Spalte 1', { exact: true }).isDisabled()).toBe(true);
  expect(await checkAccessibility(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('on paper there are no buttons: a report stands upright, a list across, each as a table', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, `/portal/reports/${someReport().id}`);
  await page.locator('report-photos button.frame').first().waitFor();
  const sizeOf = async () => /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec((await page.pdf({ preferCSSPageSize: true })).toString('latin1'))?.slice(1).map(Number) ?? [];
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').filter({ visible: true, hasText: /Ausgeben|Alle als ZIP|speichern/i }).count()).toBe(0);
  const [width = 0, height = 0] = await sizeOf();
  expect(height).toBeGreaterThan(width);
  await page.emulateMedia({ media: 'screen' });
  await page.goto('/portal/reports?status=open');
  await page.locator('report-list-page tbody tr').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const [across = 0, up = 0] = await sizeOf();
  expect(across).toBeGreaterThan(up);
});
