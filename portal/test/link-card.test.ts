import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A report whose link went out by SMS, as staff prepare it. */
async function preparedReport(page: Page): Promise<ReportDetail> {
  await signIn(page, '/portal/reports/new');
  await page.getByLabel('Handynummer').fill('0171 3920010');
  await page.locator('#email').fill('petra@beispiel.example');
  await page.getByText(', Handynummer').waitFor();
  await page.getByRole('button', { name: 'Abschicken' }).click();
  await page.locator('link-card').getByText('Gesendet').waitFor();
  const id = page.url().split('/').at(-1);
  const report = portal.api.reports().find((candidate) => candidate.id === id);
  if (!report?.link) throw new Error('it was prepared just now');
  return report;
}

function changeLink({ id, link }: ReportDetail, changes: Partial<NonNullable<ReportDetail['link']>>) {
  if (link) portal.api.change(id, { link: { ...link, ...changes } });
}

const stages = (page: Page) => page.locator('link-card .stages li').evaluateAll((all) => all.map((item) => item.className));

test('the stages follow the customer by themselves', async () => {
  const page = await browser.openPage(desk);
  const report = await preparedReport(page);
  expect(await stages(page)).toEqual(['done', 'open', 'open', 'open', 'open']);
  changeLink(report, { state: 'begun', openedAt: ago(9), begunAt: ago(8), lastStep: 'photos', lastActiveAt: ago(5) });
  await page.getByText('Zuletzt bei „Fotos“, vor 5 Minuten').waitFor();
  expect(await stages(page)).toEqual(['done', 'done', 'done', 'done', 'open']);
  portal.api.change(report.id, { handling: { ...report.handling, status: 'submitted' }, submittedAt: ago(0) });
  await page.locator('status-link-card .way-here').getByText('abgeschickt').waitFor();
  await expect.poll(() => page.locator('link-card').getByRole('button').count()).toBe(0);
});

test('a report sent while its page is open stays new until somebody is there', async () => {
  const page = await browser.openPage(desk);
  const report = await preparedReport(page);
  portal.api.change(report.id, { handling: { ...report.handling, status: 'submitted' }, submittedAt: ago(0), firstOpened: null });
  await page.locator('status-link-card .way-here').waitFor();
  await page.locator('header.report').getByText('Neu', { exact: true }).waitFor();
  expect(portal.api.reports().find(({ id }) => id === report.id)?.firstOpened).toBeNull();
  await page.mouse.move(300, 300);
  await expect.poll(() => portal.api.reports().find(({ id }) => id === report.id)?.firstOpened).not.toBeNull();
});

test('a message that did not arrive is told with its reason and what to do', async () => {
  const page = await browser.openPage(desk);
  const report = await preparedReport(page);
  portal.api.change(report.id, { deliveries: report.deliveries.map((delivery) => ({ ...delivery, arrival: 'undelivered', arrivalAt: ago(0), arrivalCode: '30005' })) });
  await page.locator('link-card').getByText('+49 171 3920010: Nicht zugestellt (Nummer nicht vergeben). Senden Sie den Link per E-Mail').waitFor();
  expect(await stages(page)).toEqual(['done', 'failed', 'open', 'open', 'open']);
  // No mail has gone yet, so there is nothing to ask about.
  await page.getByRole('button', { name: 'Per E-Mail senden' }).click();
  await page.getByText('Der Link ist unterwegs an petra@beispiel.example.').waitFor();
  await expect.poll(() => stages(page)).toEqual(['done', 'open', 'open', 'open', 'open']);
  await page.getByRole('button', { name: 'E-Mail erneut senden' }).click();
  await page.locator('wa-dialog').getByText('Der Link geht noch einmal an petra@beispiel.example.').waitFor();
});

test('the link is copied, shown as QR, and handed on by WhatsApp and mail', async () => {
  const page = await browser.openPage(desk, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  await preparedReport(page);
  await page.getByRole('button', { name: 'Link kopieren' }).click();
  await page.locator('link-card').getByRole('status').getByText('Link kopiert').waitFor();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  expect(url).toMatch(/^https:\/\/karosserie-muster\.example\/m\/\w{22}$/);
  await page.getByRole('button', { name: 'QR, WhatsApp, E-Mail' }).click();
  const dialog = page.locator('.share wa-dialog');
  await dialog.getByRole('img', { name: 'QR-Code, der den Link öffnet' }).waitFor();
  await expect.poll(() => dialog.getByLabel('Adresse des Links').inputValue()).toBe(url);
  const hrefs = await dialog.locator('wa-button[href]').evaluateAll((all) => all.map((button) => button.getAttribute('href') ?? ''));
  expect(hrefs[0]).toMatch(/^https:\/\/wa\.me\/491713920010\?text=/);
  expect(decodeURIComponent(hrefs[0] ?? '')).toContain(url);
  expect(hrefs[1]).toMatch(/^mailto:petra@beispiel\.example\?subject=/);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'QR-Code laden' }).click();
  expect((await download).suggestedFilename()).toMatch(/^QR-SM-.*\.svg$/);
  expect(await checkAccessibility(page)).toEqual([]);
});

test('a withdrawn link says so and is renewed', async () => {
  const page = await browser.openPage(desk);
  await preparedReport(page);
  await page.getByRole('button', { name: 'Mehr' }).click();
  await page.getByRole('menuitem', { name: 'Link zurückziehen' }).click();
  await page.locator('wa-dialog').getByRole('button', { name: 'Link zurückziehen' }).click();
  await page.getByText('Der Kunde kann den Link nicht mehr öffnen.').waitFor();
  expect(await page.locator('report-deliveries').getByRole('button', { name: 'Erneut senden' }).count(), 'a dead link is not sent again').toBe(0);
  await page.getByRole('button', { name: 'Link erneuern' }).click();
  await page.getByText('Der Link ist erneuert.').waitFor();
  await page.getByRole('button', { name: 'Per SMS senden' }).waitFor();
});

test('the list knows prepared and half-finished reports, and finds them by their status', async () => {
  const page = await browser.openPage(desk);
  const report = await preparedReport(page);
  await page.getByRole('link', { name: 'Meldungen' }).first().click();
  const row = page.locator(`tr[data-id="${report.id}"]`);
  await row.getByText('Link gesendet').waitFor();
  await row.getByText('ohne Kennzeichen').waitFor();
  portal.api.change(report.id, { deliveries: report.deliveries.map((delivery) => ({ ...delivery, state: 'failed', sentAt: null, errorCode: '21614' })) });
  await row.getByText('nicht angekommen').waitFor();
  changeLink(report, { state: 'begun', openedAt: ago(9), begunAt: ago(8) });
  await row.getByText('halb fertig').waitFor();
  await page.goto('/portal/reports?status=linkSent');
  await page.getByRole('button', { name: 'Filter entfernen: Status: Link gesendet' }).waitFor();
  await row.waitFor();
});

test('a report that a colleague prepares appears in the list by itself', async () => {
  const watching = await browser.openPage(desk);
  await signIn(watching);
  await watching.locator('report-list-page tbody tr').first().waitFor();
  const report = await preparedReport(await browser.openPage(desk));
  await watching.locator(`tr[data-id="${report.id}"]`).waitFor();
});

test('who may only look sees how far it is, and can change nothing', async () => {
  const clerk = await browser.openPage(desk);
  const { id } = await preparedReport(clerk);
  const page = await browser.openPage(desk);
  await signIn(page, `/portal/reports/${id}`, 'lesen@karosserie-muster.example');
  await page.locator('link-card').getByText('Ihr Konto darf nur lesen.').waitFor();
  await expect.poll(() => page.locator('link-card').getByRole('button').count()).toBe(0);
});

test('the workshop’s own link is shared from the list', async () => {
  const page = await browser.openPage(phone);
  await signIn(page);
  await page.getByRole('button', { name: 'Link teilen' }).click();
  const dialog = page.locator('.share wa-dialog');
  await expect.poll(() => dialog.getByLabel('Adresse des Links').inputValue()).toBe('https://karosserie-muster.example/');
  await dialog.getByRole('img', { name: 'QR-Code, der den Link öffnet' }).waitFor();
});

// Colours hang on the scheme, places on the width: each scheme once covers both.
describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s', (_, viewport, colorScheme) => {
  test('axe finds nothing in a prepared report', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    const report = await preparedReport(page);
    portal.api.change(report.id, { deliveries: report.deliveries.map((delivery) => ({ ...delivery, arrival: 'undelivered', arrivalAt: ago(0), arrivalCode: '30005' })) });
    await page.locator('link-card .trouble').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });
});

test('nothing breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
