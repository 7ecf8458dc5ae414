import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { ReportDetail } from '@meldewerk/contract/report';
import { idOf } from '../dev/invented-reports.ts';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterEach(() => portal.api.failures.clear());
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const rows = 'report-list-page tbody tr';
const handlingOf = (id: string) => portal.api.reports().find((report) => report.id === id)!.handling;
const inStatus = (status: string, skip = 0): ReportDetail => portal.api.reports().filter(({ handling }) => handling.status === status)[skip]!;
const column = (page: Page, status: string) => page.locator(`section.column[data-drop="${status}"]`);
const card = (page: Page, id: string) => page.locator(`.columns [data-card="${id}"]`);

async function openBoard(page: Page, search = ''): Promise<void> {
  await signIn(page, `/portal/board${search}`);
  await page.locator('.card-item').first().waitFor();
}

test('several filters stand in the address and as chips, and each goes by itself', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.locator('summary[aria-describedby="filter-status"]').click();
  await page.getByRole('checkbox', { name: 'In Prüfung' }).check();
  await page.waitForURL('**/portal/reports?status=inReview');
  await page.getByRole('checkbox', { name: 'Terminiert' }).check();
  await page.waitForURL('**/portal/reports?status=inReview%2Cscheduled');
  await page.getByLabel('Versicherung').fill('Nordstern');
  await page.getByLabel('Versicherung').press('Enter');
  await page.getByRole('button', { name: 'Filter entfernen: Versicherung: Nordstern' }).waitFor();
  const shown = portal.api.reports().filter(({ handling, insurance }) => ['inReview', 'scheduled'].includes(handling.status) && insurance.insurer?.startsWith('Nordstern'));
  await expect.poll(() => page.locator(rows).count()).toBe(shown.length);
  await page.getByRole('button', { name: 'Filter entfernen: Status: In Prüfung, Terminiert' }).click();
  await page.waitForURL('**/portal/reports?insurer=Nordstern');
});

test('the chosen order holds for the next visit as well', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  await page.getByLabel('Reihenfolge').selectOption('Kennzeichen');
  const plates = portal.api.reports().map(({ vehicle }) => vehicle.licensePlate).sort((one, other) => one.localeCompare(other, 'de'));
  await expect.poll(() => page.locator(`${rows} .plate`).first().textContent()).toBe(plates[0]);
  await page.reload();
  await expect.poll(() => page.locator(`${rows} .plate`).first().textContent()).toBe(plates[0]);
  await page.getByLabel('Reihenfolge').selectOption('Neueste zuerst');
  await expect.poll(() => page.locator(`${rows} .reference a`).first().textContent()).toBe(portal.api.reports()[0]!.reference);
});

test('what is on the screen is saved as a view, is begun with, is deleted and taken back', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/reports?category=glass');
  await page.locator(rows).first().waitFor();
  await page.getByRole('button', { name: 'Ansicht speichern' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Scheiben');
  await page.getByLabel('Meldungen beginnen bei mir mit dieser Ansicht').check();
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  const tab = page.getByRole('link', { name: 'Scheiben' });
  await expect.poll(() => tab.getAttribute('aria-current')).toBe('page');
  await page.getByRole('link', { name: 'Alle', exact: true }).click();
  await page.waitForURL('**/portal/reports');
  await page.getByRole('navigation', { name: 'Bereiche' }).or(page.locator('top-bar')).getByRole('link', { name: 'Meldungen', exact: true }).first().click();
  await page.waitForURL('**/portal/reports?category=glass');
  await page.getByRole('button', { name: 'Ansicht „Scheiben“ einstellen' }).click();
  await page.getByRole('button', { name: 'Löschen' }).click();
  await expect.poll(() => tab.count()).toBe(0);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await tab.waitFor();
});

test('selected reports are changed at once, and all of it is taken back', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  const ids = portal.api.reports().slice(0, 4).map(({ id }) => id);
  const before = ids.map((id) => handlingOf(id).status);
  await page.locator('td.pick input').nth(0).click();
  await page.locator('td.pick input').nth(3).click({ modifiers: ['Shift'] });
  await page.getByText('4 ausgewählt').waitFor();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('In Reparatur');
  await page.getByText('4 Meldungen geändert').waitFor();
  expect(ids.map((id) => handlingOf(id).status)).toEqual(['inRepair', 'inRepair', 'inRepair', 'inRepair']);
  await expect.poll(() => page.locator(`tr[data-id="${ids[0]}"] .status`).textContent()).toBe('In Reparatur');
  portal.api.change(ids[1]!, { handling: { ...handlingOf(ids[1]!), status: 'ready' } });
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await page.getByText('wurde inzwischen geändert und bleibt: Status').waitFor();
  expect(ids.map((id) => handlingOf(id).status)).toEqual([before[0], 'ready', before[2], before[3]]);
});

test('a row that no longer matches the filter keeps its place and says so', async () => {
  const page = await browser.openPage(desk);
  const report = inStatus('scheduled');
  await signIn(page, '/portal/reports?status=scheduled');
  const row = page.locator(`tr[data-id="${report.id}"]`);
  await row.waitFor();
  portal.api.change(report.id, { handling: { ...report.handling, status: 'ready' } });
  await row.getByText('passt nicht mehr zum Filter').waitFor();
  await expect.poll(() => row.locator('.status').textContent()).toBe('Abholbereit');
});

describe('on the board', () => {
  test('a card is dragged to another state, is there at once, and goes back by undo', async () => {
    const page = await browser.openPage(desk);
    await openBoard(page);
    const { id } = inStatus('inReview');
    const [from, to] = [(await card(page, id).boundingBox())!, (await column(page, 'scheduled').boundingBox())!];
    await page.mouse.move(from.x + 50, from.y + 40);
    await page.mouse.down();
    await page.mouse.move(to.x + 80, to.y + 120, { steps: 6 });
    await page.mouse.up();
    await column(page, 'scheduled').locator(`[data-card="${id}"]`).waitFor();
    await expect.poll(() => handlingOf(id).status).toBe('scheduled');
    expect(new URL(page.url()).pathname).toBe('/portal/board');
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await column(page, 'inReview').locator(`[data-card="${id}"]`).waitFor();
    await expect.poll(() => handlingOf(id).status).toBe('inReview');
  });

  test('a card is taken up, carried and put down by keyboard, and each step is told', async () => {
    const page = await browser.openPage(desk);
    await openBoard(page);
    const { id, reference } = inStatus('inReview', 1);
    await card(page, id).getByRole('button', { name: `${reference} verschieben` }).focus();
    await page.keyboard.press('Enter');
    const told = page.locator('board-page [aria-live="assertive"]');
    await expect.poll(() => told.textContent()).toContain(`${reference} aufgenommen, in In Prüfung`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => told.textContent()).toBe('In Reparatur');
    await page.keyboard.press('Enter');
    await expect.poll(() => told.textContent()).toBe(`${reference} liegt jetzt in In Reparatur.`);
    expect(handlingOf(id).status).toBe('inRepair');
    await expect.poll(() => page.locator('button:focus').getAttribute('aria-label')).toBe(`${reference} verschieben`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await expect.poll(() => told.textContent()).toBe('Abgebrochen, die Meldung bleibt, wo sie war.');
    expect(handlingOf(id).status).toBe('inRepair');
  });

  test('a finger carries a card after a long press and scrolls without one', async () => {
    const page = await browser.openPage({ width: 1024, height: 768 }, { hasTouch: true });
    await openBoard(page);
    const { id } = inStatus('inReview');
    const [from, to] = [(await card(page, id).boundingBox())!, (await column(page, 'scheduled').boundingBox())!];
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) => session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: y ?? 0 }] });
    await touch('touchStart', from.x + 60, from.y + 50);
    await page.locator('.ghost').waitFor();
    await touch('touchMove', to.x + 60, to.y + 120);
    await expect.poll(() => page.locator('section.column.target').getAttribute('data-drop')).toBe('scheduled');
    await touch('touchEnd');
    await column(page, 'scheduled').locator(`[data-card="${id}"]`).waitFor();
    await expect.poll(() => handlingOf(id).status).toBe('scheduled');
  });

  test('on a phone there is one column, and a card goes where its tab is tapped', async () => {
    const page = await browser.openPage(phone);
    await openBoard(page);
    const { id, reference } = inStatus('submitted');
    await expect.poll(() => page.locator('section.column:visible').count()).toBe(1);
    await card(page, id).getByRole('button', { name: `${reference} verschieben` }).click();
    await page.locator('.tabs').getByRole('button', { name: /In Prüfung/ }).click();
    await expect.poll(() => handlingOf(id).status).toBe('inReview');
    await column(page, 'inReview').locator(`[data-card="${id}"]`).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test('when somebody was faster the card goes to where they put it, and that is said', async () => {
    const page = await browser.openPage(desk);
    await openBoard(page);
    const { id, reference } = inStatus('ready');
    portal.api.failures.set(`PATCH /api/reports/${id}/handling`, { status: 409, code: 'changedMeanwhile', detail: 'Inzwischen geändert.' });
    await card(page, id).getByRole('button', { name: `${reference} verschieben` }).click();
    await column(page, 'inRepair').getByRole('button', { name: 'Hierher' }).click();
    await page.getByText(`${reference} wurde nicht verschoben`).waitFor();
    await column(page, 'ready').locator(`[data-card="${id}"]`).waitFor();
  });

  test('opening a closed report again asks why', async () => {
    const page = await browser.openPage(desk);
    await openBoard(page, '?status=completed,inRepair');
    const { id, reference } = inStatus('completed');
    await card(page, id).getByRole('button', { name: `${reference} verschieben` }).click();
    await column(page, 'inRepair').getByRole('button', { name: 'Hierher' }).click();
    await page.getByLabel(/Warum\?/).fill('Spaltmaß stimmt nicht');
    await page.getByRole('button', { name: 'Wieder öffnen', exact: true }).last().click();
    await expect.poll(() => handlingOf(id).status).toBe('inRepair');
  });

  test('a report that came in and one that moved elsewhere find their columns by themselves', async () => {
    const page = await browser.openPage(desk);
    await openBoard(page);
    const report = portal.api.submit();
    await column(page, 'submitted').locator(`[data-card="${report.id}"]`).waitFor();
    portal.api.change(report.id, { handling: { ...handlingOf(report.id), status: 'ready', assigneeId: idOf('c', 2), assigneeName: 'Jonas Huber' } });
    await column(page, 'ready').locator(`[data-card="${report.id}"]`).getByText('Jonas Huber').waitFor();
  });

  test('who may only look moves nothing', async () => {
    const page = await browser.openPage(desk);
    await signIn(page, '/portal/board', 'lesen@karosserie-muster.example');
    await page.locator('.card-item').first().waitFor();
    expect(await page.locator('.grip').count()).toBe(0);
    await page.getByRole('link', { name: 'Liste', exact: true }).click();
    await page.locator(rows).first().waitFor();
    expect(await page.locator('td.pick').count()).toBe(0);
  });
});

describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s axe finds nothing', (_, viewport, colorScheme) => {
  test('on the board with a card taken up, in the open filters, and in the list with a selection', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    await openBoard(page, '?category=glass');
    await page.locator('.grip:visible').first().click();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Liste', exact: true }).click();
    await page.locator(rows).first().waitFor();
    await page.locator('td.pick input').first().click();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByText('1 ausgewählt').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });
});

test('nothing of it breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
