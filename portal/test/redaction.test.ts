import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, portalBrowser, signIn } from './portal-browser.ts';
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

const firstReport = () => portal.api.reports().find(({ photos, submittedAt }) => submittedAt !== null && photos.every(({ state }) => state === 'ready') && photos.length > 1)!;

async function openViewer({ email, covered = false }: { email?: string; covered?: boolean } = {}): Promise<Page> {
  const page = await browser.openPage(desk);
  const report = firstReport();
  await signIn(page, '/portal/reports', email);
  const path = `/api/photos/${report.photos[0]!.id}/redaction`;
  await page.context().request.fetch(path, covered ? { method: 'PUT', data: { areas: [{ x: 0.2, y: 0.2, width: 0.2, height: 0.3 }], replaces: null } } : { method: 'DELETE' });
  await page.goto(`/portal/reports/${report.id}`);
  await page.locator(`[data-photo="${report.photos[0]!.id}"]`).click();
  await page.locator('photo-viewer .stage img').waitFor();
  return page;
}

const editorButton = (page: Page) => page.getByRole('button', { name: 'Teile unkenntlich machen' });
const areas = (page: Page) => page.locator('redaction-editor .area');

test('an area is drawn with the mouse or added and moved by keys, saved, marked everywhere, and drawn on later', async () => {
  const page = await openViewer();
  await editorButton(page).click();
  await page.locator('redaction-editor img').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Bereich hinzufügen' }).isEnabled()).toBe(true);
  const box = (await page.locator('redaction-editor .picture').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => areas(page).count()).toBe(1);
  await page.getByRole('button', { name: 'Bereich hinzufügen' }).focus();
  await page.keyboard.press('Enter');
  const before = (await areas(page).nth(1).boundingBox())!;
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const after = (await areas(page).nth(1).boundingBox())!;
  expect(after.x).toBeGreaterThan(before.x);
  expect(after.height).toBeGreaterThan(before.height);
  expect(await checkAccessibility(page)).toEqual([]);
  await page.keyboard.press('Delete');
  await expect.poll(() => areas(page).count()).toBe(1);

  await page.getByRole('button', { name: 'Unkenntlich machen', exact: true }).click();
  await page.getByText('Teile unkenntlich gemacht, Original versiegelt').waitFor();
  await editorButton(page).click();
  await expect.poll(() => areas(page).count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('redaction-editor').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByText('Teile verdeckt').waitFor();
});

test('drawn areas are not lost by a slip', async () => {
  const page = await openViewer();
  await editorButton(page).click();
  const add = page.getByRole('button', { name: 'Bereich hinzufügen' });
  await expect.poll(() => add.isEnabled()).toBe(true);
  await add.click();
  await page.keyboard.press('Escape');
  await page.getByText('Die gezeichneten Bereiche verwerfen?').waitFor();
  await page.getByRole('button', { name: 'Ja, verwerfen' }).click();
  await expect.poll(() => page.locator('redaction-editor').count()).toBe(0);
});

test('a sealed original opens with a reason, for administrators alone', async () => {
  const page = await openViewer({ email: 'leitung@karosserie-muster.example', covered: true });
  await page.getByRole('button', { name: 'Original öffnen' }).click();
  const open = page.getByRole('button', { name: 'Öffnen und festhalten' });
  await expect.poll(() => open.isDisabled()).toBe(true);
  await page.getByLabel('Wofür brauchen Sie das Original?').fill('Anfrage der Polizei');
  const download = page.waitForEvent('download');
  await open.click();
  await download;
  await editorButton(page).click();
  await page.getByText('Sabine Kern: Anfrage der Polizei').waitFor();

  const clerk = await openViewer({ email: 'annahme@karosserie-muster.example', covered: true });
  expect(await clerk.getByRole('button', { name: 'Original öffnen' }).count()).toBe(0);
  await editorButton(clerk).click();
  await clerk.getByText('kann nur die Leitung wieder zeigen').waitFor();
  await expect.poll(() => areas(clerk).count()).toBe(1);
  expect(await clerk.getByRole('button', { name: 'Bereich 1 löschen' }).count()).toBe(0);
  await clerk.getByRole('button', { name: 'Bereich hinzufügen' }).click();
  await clerk.getByRole('button', { name: 'Bereich 2 löschen' }).waitFor();
});

test('a picture the workshop took is covered from where it stands, and says so at once', async () => {
  const page = await browser.openPage(desk);
  const report = firstReport();
  await signIn(page, '/portal/reports', 'leitung@karosserie-muster.example');
  const id = crypto.randomUUID();
  const jpeg = await (await page.context().request.get(`/api/photos/${report.photos[0]!.id}/display`)).body();
  await page.context().request.put(`/api/reports/${report.id}/condition-photos/${id}?stage=dropOff&shotId=frontLeft&takenAt=2026-11-20T09:58:00.000Z`, { data: jpeg, headers: { 'content-type': 'image/jpeg' } });
  await page.goto(`/portal/reports/${report.id}`);
  const card = page.locator('report-condition');
  const button = card.getByRole('button', { name: /^Teile von .* unkenntlich machen$/ });
  await button.click();
  await page.getByRole('button', { name: 'Bereich hinzufügen' }).click();
  await page.getByRole('button', { name: 'Unkenntlich machen', exact: true }).click();
  await expect.poll(() => page.locator('redaction-editor').count()).toBe(0);
  await card.getByRole('button', { name: /^Original von .* öffnen$/ }).waitFor();
  await button.click();
  await expect.poll(() => areas(page).count()).toBe(1);
});
