import { checkAccessibility } from '@meldewerk/testing/accessibility';
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

test('signing in leads to what needs somebody today, and from there to the report', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/');
  const waiting = page.getByRole('region', { name: /Neu, noch nicht geöffnet/ });
  const unopened = portal.api.reports().filter(({ firstOpened, handling }) => firstOpened === null && handling.closedAt === null);
  await expect.poll(() => waiting.getByRole('listitem').count()).toBe(Math.min(5, unopened.length));
  await waiting.getByRole('listitem').first().getByRole('link').click();
  await page.locator('report-detail-page').waitFor();
  expect(page.url()).toContain(unopened[0]!.id);
});

test('every number opens the list behind it', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/overview?weeks=4');
  const week = page.getByRole('region', { name: 'Meldungen je Woche' }).getByRole('link').last();
  const address = new URL(await week.evaluate((link) => (link as HTMLAnchorElement).href));
  expect([...address.searchParams.keys()]).toEqual(['from', 'to']);
  await page.getByRole('region', { name: 'Nach Art des Schadens' }).getByRole('link').first().click();
  await page.locator('report-list-page tbody tr').first().waitFor();
  expect(new URL(page.url()).searchParams.get('category')).toBeTruthy();
});

test('another stretch of time is a click and stays in the address', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/overview');
  const columns = page.getByRole('region', { name: 'Meldungen je Woche' }).getByRole('listitem');
  await expect.poll(() => columns.count()).toBe(12);
  await page.getByRole('link', { name: '26 Wochen' }).click();
  await expect.poll(() => page.getByRole('region', { name: 'Meldungen je 2 Wochen' }).getByRole('listitem').count()).toBe(13);
  expect(page.url()).toContain('weeks=26');
});

test('a failure says so and is tried again', async () => {
  const page = await browser.openPage(desk);
  portal.api.failures.set('GET /api/overview', { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await signIn(page, '/portal/overview');
  await page.getByText('Gerade nicht erreichbar.').waitFor();
  portal.api.failures.clear();
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await page.getByRole('region', { name: 'Meldungen je Woche' }).waitFor();
});

describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s', (_, viewport, colorScheme) => {
  test('axe finds nothing, and nothing is wider than the screen', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    await signIn(page, '/portal/overview?weeks=52');
    await page.getByRole('region', { name: 'Meldungen je 4 Wochen' }).waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
