import { defaultWorkflow } from '@meldewerk/contract/workflow';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { idOf } from '../dev/invented-reports.ts';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
let used = 0;
let report: ReportDetail;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
/** A report of its own for each test: submitted, with nothing open. */
beforeEach(() => {
  report = portal.api.reports().filter(({ forms, submittedAt }) => forms.length === 0 && submittedAt !== null)[used++]!;
  portal.api.change(report.id, { handling: { ...report.handling, status: 'submitted', subStatus: null, closedAt: null, nextStep: null, tags: [], assigneeId: null, version: 1 }, events: [], appointments: { ...report.appointments, turn: null, confirmed: null } });
});
afterAll(async () => {
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

async function open(viewport = desk, email?: string): Promise<Page> {
  const page = await browser.openPage(viewport, { reducedMotion: 'reduce' });
  await signIn(page, `/portal/reports/${report.id}`, email);
  await page.locator('report-handling').waitFor();
  return page;
}
const now = () => portal.api.reports().find(({ id }) => id === report.id)!.handling;
const byJonas = (set: Parameters<typeof portal.api.handling.write>[1]) => portal.api.handling.write(portal.api.reports().find(({ id }) => id === report.id)!, set, 'Jonas Huber');
const toast = (page: Page) => page.locator('.toast');

test('the next sensible status is one click, and so is taking it back', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Weiter: In Prüfung' }).click();
  await page.getByRole('button', { name: 'Weiter: Terminiert' }).waitFor();
  expect(now().status).toBe('inReview');
  await toast(page).getByRole('button', { name: 'Rückgängig' }).click();
  await page.getByRole('button', { name: 'Weiter: In Prüfung' }).waitFor();
  expect(now()).toMatchObject({ status: 'submitted', subStatus: null });
  await page.getByText('Eingegangen → In Prüfung').first().waitFor();
});

test('who sets a status that writes to the customer is told so, in time to take it back', async () => {
  const page = await open();
  await page.evaluate(async () => {
    const { rules } = (await (await fetch('/api/settings/rules')).json()) as { rules: { enabled: boolean }[] };
    await fetch('/api/settings/rules', { method: 'PUT', body: JSON.stringify({ rules: rules.map((rule) => ({ ...rule, enabled: true })) }) });
  });
  byJonas({ status: 'inRepair' });
  await page.getByRole('button', { name: 'Weiter: Abholbereit' }).click();
  await toast(page).getByText('Der Kunde bekommt in einer Minute eine Nachricht').waitFor();
});

test('every other status is in the menu, with the workshop’s own words and finer states, wherever a status is shown', async () => {
  const { inRepair } = defaultWorkflow.statuses;
  const statuses = { ...defaultWorkflow.statuses, inRepair: { ...inRepair, label: { de: 'In Arbeit', en: 'Being done' }, color: '#ffd400', subStatuses: [{ id: 'lack', label: { de: 'Beim Lackierer', en: 'At the painter' } }] } };
  const page = await open();
  portal.api.handling.showWorkflow({ ...defaultWorkflow, statuses });
  await page.locator('report-handling button.pill').click();
  await page.getByRole('menuitem', { name: 'Beim Lackierer' }).click();
  await page.locator('report-handling .pill', { hasText: 'Beim Lackierer' }).waitFor();
  await page.locator('header .status', { hasText: 'Beim Lackierer' }).waitFor();
  expect(now()).toMatchObject({ status: 'inRepair', subStatus: 'lack' });
  // Black on yellow.
  await expect.poll(() => page.locator('report-handling .pill').evaluate((pill) => getComputedStyle(pill).color)).toBe('rgb(0, 0, 0)');
  portal.api.handling.showWorkflow(defaultWorkflow);
});

test('cancelling asks, completing asks where something is open, reopening asks why', async () => {
  const page = await open();
  const choose = async (name: string) => {
    await page.locator('report-handling button.pill').click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Storniert');
  await page.getByText('der Kunde liest auf seiner Seite').waitFor();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  expect(now().status).toBe('submitted');

  portal.api.change(report.id, { appointments: { ...report.appointments, turn: 'staff', confirmed: null } });
  await expect.poll(() => portal.api.asked.filter((asked) => asked === `GET /api/reports/${report.id}`).length).toBeGreaterThan(1);
  await choose('Abgeschlossen');
  await page.getByText('Der Kunde wartet auf eine Antwort zum Termin').last().waitFor();
  await page.getByRole('button', { name: 'Auf „Abgeschlossen“ setzen' }).click();
  await page.getByRole('button', { name: 'Wieder öffnen …' }).click();
  await page.getByLabel('Neuer Status').selectOption('inRepair');
  await page.getByLabel('Warum?').fill('Spaltmaß stimmt nicht');
  await page.getByRole('button', { name: 'Wieder öffnen', exact: true }).click();
  await page.getByRole('button', { name: 'Weiter: Abholbereit' }).waitFor();
  expect(now()).toMatchObject({ status: 'inRepair', closedAt: null });
});

test('what somebody else changed meanwhile is shown with who it was; nothing typed is lost, and one’s own is set knowingly', async () => {
  const page = await open();
  const field = page.getByLabel('Nächster Schritt');
  await field.fill('Teile bestellen');
  byJonas({ nextStep: 'Gutachter anrufen' });
  await expect.poll(() => portal.api.asked.filter((asked) => asked === `GET /api/reports/${report.id}`).length).toBeGreaterThan(1);
  await expect.poll(() => field.inputValue()).toBe('Teile bestellen');
  await field.press('Enter');
  const clash = page.locator('report-handling .clash');
  await clash.getByText('Jonas Huber hat „Nächster Schritt“ geändert').waitFor();
  await clash.getByText('nichts → Gutachter anrufen').waitFor();
  expect(now().nextStep).toBe('Gutachter anrufen');
  await expect.poll(() => field.inputValue()).toBe('Teile bestellen');
  await clash.getByRole('button', { name: 'Meine Angabe setzen' }).click();
  await clash.waitFor({ state: 'detached' });
  expect(now().nextStep).toBe('Teile bestellen');
});

test('by keyboard: on to the next status, mine, and back; never while somebody types', async () => {
  const page = await open();
  await page.getByLabel('Nächster Schritt').fill('wms');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('w');
  await expect.poll(() => now().status).toBe('inReview');
  await page.keyboard.press('m');
  await expect.poll(() => now().assigneeId).toBe(idOf('c', 1));
  await toast(page).getByText('Zuständig: Sabine Kern').waitFor();
  await page.keyboard.press('z');
  await expect.poll(() => now().assigneeId).toBeNull();
  expect(now().nextStep).toBeNull();
});

test('tags are typed or taken from those in use, and a due date is set', async () => {
  const page = await open(phone);
  await page.getByLabel('Stichwörter').fill('Hagel');
  await page.getByLabel('Stichwörter').press('Enter');
  await page.getByRole('button', { name: 'Stichwort Hagel entfernen' }).waitFor();
  expect(await page.locator('report-handling datalist option').count()).toBeGreaterThan(0);
  await page.getByLabel('Frist').fill('2026-12-24');
  await expect.poll(now).toMatchObject({ tags: ['Hagel'], dueOn: '2026-12-24' });
});

test('two people on one report see each other, and whether one of them is typing', async () => {
  const page = await open();
  const jonas = { staffId: idOf('c', 2), name: 'Jonas Huber', since: new Date().toISOString() };
  portal.api.handling.show(report.id, [{ ...jonas, editing: false }]);
  await page.getByText('Jonas Huber sieht sich das auch gerade an').waitFor();
  portal.api.handling.show(report.id, [{ ...jonas, editing: true }]);
  await page.getByText('Jonas Huber bearbeitet gerade').waitFor();
  await page.getByLabel('Nächster Schritt').focus();
  await page.goto('/portal/reports');
  await expect.poll(() => portal.api.asked.some((asked) => asked.startsWith(`DELETE /api/reports/${report.id}/presence/`))).toBe(true);
  portal.api.handling.show(report.id, []);
});

test('who may only look changes nothing', async () => {
  const page = await open(desk, 'lesen@karosserie-muster.example');
  await page.locator('report-handling .pill', { hasText: 'Eingegangen' }).waitFor();
  expect(await page.locator('report-handling').getByRole('button').count()).toBe(0);
  await page.keyboard.press('w');
  expect(now().status).toBe('submitted');
});

test.each([[1280, 'light'], [320, 'dark']] as const)('axe finds nothing at %s', async (width, colorScheme) => {
  const page = await browser.openPage({ width, height: 800 }, { colorScheme, reducedMotion: 'reduce' });
  portal.api.change(report.id, { handling: { ...report.handling, tags: ['Hagel'], dueOn: '2026-11-01', priority: 'high', closedAt: null, status: 'inReview' }, photos: [], answers: [] });
  await signIn(page, `/portal/reports/${report.id}`);
  await page.getByLabel('Nächster Schritt').fill('Teile bestellen');
  byJonas({ nextStep: 'Gutachter anrufen' });
  await page.getByLabel('Nächster Schritt').press('Enter');
  await page.locator('report-handling .clash').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'So lassen' }).click();
  await page.keyboard.press('Tab');
  await page.locator('report-handling button.pill').click();
  await page.getByRole('menuitem', { name: 'Storniert' }).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
});
