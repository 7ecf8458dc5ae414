import type { ReportDetail } from '@meldewerk/contract/report';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { sectionOf } from '@meldewerk/testing/work-in-portal';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { desk, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
let report: ReportDetail;
let used = 0;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
/** A sent report of its own for each test, with photos, a mobile number and an address. */
beforeEach(() => {
  report = portal.api.reports().filter(({ submittedAt, photos, reporter, handling }) => submittedAt !== null && photos.filter(({ state }) => state === 'ready').length > 1 && reporter.phone && reporter.email && !handling.internalSince)[used++]!;
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const now = () => portal.api.reports().find(({ id }) => id === report.id)!.missingItems.requests;

async function open(viewport = desk, email?: string): Promise<Page> {
  const page = await browser.openPage(viewport, { reducedMotion: 'reduce' });
  await signIn(page, `/portal/reports/${report.id}`, email);
  await page.locator('report-missing-items').waitFor();
  return page;
}

test('what is missing is ticked and asked for by keyboard alone', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Fehlt etwas?' }).press('Enter');
  const dialog = page.locator('request-items-dialog');
  await dialog.getByRole('checkbox', { name: 'Fahrzeugschein' }).press('Space');
  await dialog.getByLabel('Warum: Fahrzeugschein').waitFor();
  await dialog.getByRole('checkbox', { name: 'Hat die andere Seite den Ort verlassen?' }).press('Space');
  await dialog.getByLabel(/^SMS an/).press('Space');
  await dialog.getByText(/fehlen noch 2 Angaben/).waitFor();
  await dialog.getByRole('button', { name: '2 Dinge anfordern' }).press('Enter');
  await sectionOf(page, /Wartet auf den Kunden/).getByText('0 von 2 da').waitFor();
  expect(now()[0]).toMatchObject({ channel: 'sms', items: [{ kind: 'photo', subject: 'registration', reason: 'missing' }, { kind: 'answer', subject: 'leftTheScene' }] });
});

test('a photo is marked unusable with its reason; another reason wants words', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Fehlt etwas?' }).click();
  const dialog = page.locator('request-items-dialog');
  await dialog.locator('.picture input[type=checkbox]').first().check();
  await dialog.getByLabel(/^Warum/).selectOption('other');
  await dialog.getByRole('button', { name: 'Eine Sache anfordern' }).click();
  await dialog.getByText('Bitte schreiben Sie den Grund dazu.').waitFor();
  expect(now()).toEqual([]);
  await dialog.getByLabel(/^Hinweis/).fill('Daumen vor der Linse');
  await dialog.getByRole('button', { name: 'Eine Sache anfordern' }).click();
  const card = sectionOf(page, /Wartet auf den Kunden/);
  await card.getByText(/Daumen vor der Linse/).waitFor();
  expect(now()[0]?.items[0]).toMatchObject({ replacesPhotoId: report.photos.find(({ state }) => state === 'ready')!.id, reason: 'other' });
});

test('what the server refuses stands at the thing itself, nothing ticked is lost, and asking again goes through', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Fehlt etwas?' }).click();
  const dialog = page.locator('request-items-dialog');
  await dialog.getByRole('checkbox', { name: 'Fahrzeugschein' }).check();
  const route = `POST /api/reports/${report.id}/item-requests`;
  portal.api.failures.set(route, { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await dialog.getByRole('button', { name: 'Eine Sache anfordern' }).click();
  await dialog.getByRole('alert').waitFor();
  portal.api.failures.delete(route);
  await dialog.getByRole('button', { name: 'Eine Sache anfordern' }).click();
  await sectionOf(page, /Wartet auf den Kunden/).waitFor();
  expect(now()[0]?.items).toHaveLength(1);
});

test('one thing is withdrawn, the customer reminded, and all of it withdrawn after a question', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Fehlt etwas?' }).click();
  const dialog = page.locator('request-items-dialog');
  for (const name of ['Fahrzeugschein', 'Hat die andere Seite den Ort verlassen?']) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: '2 Dinge anfordern' }).click();
  const card = sectionOf(page, /Wartet auf den Kunden/);
  await card.getByRole('button', { name: 'Fahrzeugschein zurückziehen' }).click();
  await card.getByText('0 von 1 da').waitFor();
  await card.getByRole('button', { name: 'Erinnern' }).click();
  await card.getByText(/erinnert heute/).waitFor();
  await card.getByRole('button', { name: 'Alles zurückziehen' }).click();
  await page.getByRole('button', { name: 'Zurückziehen', exact: true }).click();
  await sectionOf(page, 'Fehlende Angaben').waitFor();
  expect(now()[0]?.state).toBe('withdrawn');
});

test('who may only look asks for nothing; before the customer has sent it, the card says what to do instead', async () => {
  const viewer = await open(desk, 'lesen@karosserie-muster.example');
  await sectionOf(viewer, 'Fehlende Angaben').waitFor();
  expect(await viewer.getByRole('button', { name: 'Fehlt etwas?' }).count()).toBe(0);
  portal.api.change(report.id, { submittedAt: null });
  const page = await open();
  await page.getByText(/noch nicht abgeschickt\. Sein Link fragt ihn/).waitFor();
  expect(await page.getByRole('button', { name: 'Fehlt etwas?' }).count()).toBe(0);
});

test.each([320, 1280])('card and dialog are in order for everybody at %i px', async (width) => {
  const page = await open({ width, height: 900 });
  await page.getByRole('button', { name: 'Fehlt etwas?' }).click();
  const dialog = page.locator('request-items-dialog');
  await dialog.getByRole('checkbox', { name: 'Fahrzeugschein' }).check();
  await dialog.getByText(/fehlen noch/).first().waitFor();
  expect(await checkAccessibility(page, { inert: 'portal-app' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Eine Sache anfordern' }).click();
  await sectionOf(page, /Wartet auf den Kunden/).waitFor();
  // From the top: what is half under the bar that stays there is too small to axe.
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  expect(await checkAccessibility(page)).toEqual([]);
});
