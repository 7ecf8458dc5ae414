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

// Colours hang on the scheme, places on the width: each scheme once covers both.
describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s axe finds nothing', (_, viewport, colorScheme) => {
  test.each(['/portal/', '/portal/forgotten-password', '/portal/reset-password#a-token-of-the-right-length', '/portal/reset-password#short'])('before signing in: %s', async (path) => {
    const page = await browser.openPage(viewport, { reducedMotion: 'reduce' });
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });

  test('in the list, its filters, menu and help', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    // Few rows: axe weighs the contrast of each, and one is like the other.
    await signIn(page, '/portal/reports?status=open&category=glass');
    await page.locator('report-list-page tbody tr').first().waitFor();
    if (viewport === phone) await page.getByRole('button', { name: 'Filter', exact: true }).click();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.getByRole('button', { name: 'Benutzermenü' }).click();
    await page.getByText('Überall abmelden').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.getByText('Tastenkürzel').click();
    await page.getByText('Diese Übersicht').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });

  test('in a report and its photo viewer', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    const report = portal.api.reports().find(({ photos }) => photos.some((photo) => photo.state === 'refused'))!;
    const [first, ...others] = report.photos;
    portal.api.change(report.id, { photos: [...others, { ...first!, id: first!.id.replace('b', 'e'), state: 'received' }] });
    await signIn(page, `/portal/reports/${report.id}`);
    await page.locator('report-photos button.frame').first().waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.locator('report-photos button.frame').first().click();
    await page.locator('photo-viewer img:not(.loading)').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });

  test('where nothing is found', async () => {
    const page = await browser.openPage(viewport, { reducedMotion: 'reduce' });
    await signIn(page, '/portal/reports?q=zzzzz');
    await page.getByText('Nichts gefunden').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.goto('/portal/nowhere');
    await page.getByText('Diese Seite gibt es nicht').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });
});
