import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
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

test('a deep link leads through the sign-in to exactly this report', async () => {
  const page = await browser.openPage(desk);
  const report = portal.api.reports()[7]!;
  await signIn(page, `/portal/reports/${report.id}`);
  await page.getByRole('heading', { level: 1, name: report.vehicle.licensePlate }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/portal/reports/${report.id}`);
});

test('a wrong password is refused with the sentence of the server, and the address stays', async () => {
  const page = await browser.openPage(desk);
  await page.goto('/portal/reports?status=open');
  await page.getByLabel('E-Mail-Adresse').fill('sabine@karosserie-muster.example');
  await page.getByLabel('Passwort', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('alert').getByText('E-Mail-Adresse oder Passwort stimmt nicht.').waitFor();
  expect(new URL(page.url()).search).toBe('?status=open');
});

test('too many tries are told with the time to wait', async () => {
  const page = await browser.openPage(desk);
  portal.api.failures.set('POST /api/staff/sessions', { status: 429, code: 'tooManyRequests', detail: '', retryAfter: 40 });
  await page.goto('/portal/reports');
  await page.getByLabel('E-Mail-Adresse').fill('sabine@karosserie-muster.example');
  await page.getByLabel('Passwort', { exact: true }).fill('irgendeins');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByText(/Bitte warten Sie noch \d+ Sekunden/).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Anmelden' }).isDisabled()).toBe(true);
});

test('an ended session shows the sign-in in place, and signing in goes on where it was', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  await page.locator(`${rows} a`).nth(2).click();
  await page.locator('report-photos').waitFor();
  const address = page.url();
  portal.api.endSessions();
  // Whatever is asked next, by the page or by somebody, finds that out.
  portal.api.change(address.split('/').at(-1) ?? '', {});
  await page.getByText('Ihre Sitzung ist beendet').waitFor();
  await page.getByLabel('E-Mail-Adresse').fill('sabine@karosserie-muster.example');
  await page.getByLabel('Passwort', { exact: true }).fill('meldewerk-demo');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.locator('report-photos').waitFor();
  expect(page.url()).toBe(address);
});

test('an expired reset link says so and offers a new one', async () => {
  const page = await browser.openPage(phone);
  await page.goto('/portal/reset-password#expired-0123456789012345');
  await page.getByLabel('Neues Passwort').fill('drei wörter hintereinander');
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await page.getByText('Dieser Link ist abgelaufen').waitFor();
  await page.getByRole('link', { name: 'Neuen Link anfordern' }).click();
  await page.getByRole('heading', { name: 'Passwort vergessen' }).waitFor();
});

test('filters stand in the address; back and reload restore them', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  await page.getByRole('button', { name: 'Nur neue' }).click();
  await page.waitForURL('**/portal/reports?new=true');
  await page.getByLabel('Suche').fill('SM-2026');
  await page.waitForURL('**/portal/reports?q=SM-2026&new=true');
  await page.reload();
  await page.getByRole('button', { name: 'Filter entfernen: Suche: SM-2026' }).waitFor();
  await page.goBack();
  await page.waitForURL('**/portal/reports');
  await expect.poll(() => page.locator(rows).count()).toBe(50);
});

test('every report is reached by scrolling, none twice', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  const total = portal.api.reports().length;
  await expect.poll(async () => {
    await page.mouse.wheel(0, 6000);
    return page.locator(rows).count();
  }).toBe(total);
  const ids = await page.locator(rows).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['id']));
  expect(new Set(ids).size).toBe(total);
});

test('a page too busy to look at once goes on loading the list all the same', async () => {
  const page = await browser.openPage(desk);
  // As a busy page hears it: what was out of sight and what came into sight since, in one go.
  await page.addInitScript(() => {
    const Observer = window.IntersectionObserver;
    window.IntersectionObserver = class extends Observer {
      constructor(heard: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super((entries, observer) => heard([...entries.map((entry) => ({ ...entry, target: entry.target, isIntersecting: false })), ...entries], observer), options);
      }
    };
  });
  await signIn(page);
  await page.locator(rows).first().waitFor();
  await expect.poll(async () => {
    await page.mouse.wheel(0, 6000);
    return page.locator(rows).count();
  }).toBe(portal.api.reports().length);
});

test('coming back from a report finds the list where it was', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  const row = page.locator(`${rows} a`).nth(30);
  await row.hover();
  const scrolled = await page.evaluate(() => window.scrollY);
  const name = await row.textContent();
  await row.click();
  await page.locator('report-photos').waitFor();
  await page.goBack();
  await page.locator(rows).nth(30).waitFor();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled);
  await expect.poll(() => page.locator('a:focus').textContent()).toBe(name);
});

test('the list is worked by keyboard alone', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  const reports = portal.api.reports();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await expect.poll(() => page.locator('a:focus').textContent()).toBe(reports[1]!.reference);
  await page.keyboard.press('Enter');
  await page.locator('report-photos').waitFor();
  expect(page.url()).toContain(reports[1]!.id);
  await page.keyboard.press('j');
  await page.waitForURL(`**/${reports[2]!.id}`);
  await page.locator('report-photos').waitFor();
  await page.keyboard.press('u');
  await page.locator(rows).first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('j?');
  await page.waitForURL('**/portal/reports?q=j%3F');
});

test('a new report appears by itself, and is new until it is opened', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  await page.waitForFunction(() => document.title.startsWith('Meldungen'));
  const report = portal.api.submit();
  await page.locator(`tr[data-id="${report.id}"]`).getByText('Neu').waitFor();
  await expect.poll(() => page.title()).toBe('(1) Meldungen · Karosserie Muster');
  await page.getByRole('status').getByText('Eine neue Meldung ist eingegangen').waitFor();
  await page.locator(`tr[data-id="${report.id}"] a`).click();
  await page.locator('report-photos').waitFor();
  await expect.poll(() => portal.api.reports().find(({ id }) => id === report.id)?.firstOpened).not.toBeNull();
  await page.goBack();
  await page.locator(`tr[data-id="${report.id}"]:not(.unopened)`).waitFor();
  await expect.poll(() => page.title()).toBe('Meldungen · Karosserie Muster');
});

test('a new report outside the filter is told, not mixed in', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/reports?status=completed');
  await page.locator(rows).first().waitFor();
  const report = portal.api.submit();
  await page.getByRole('button', { name: '1 neue Meldung, die nicht zu den Filtern passt' }).click();
  await page.locator(`tr[data-id="${report.id}"]`).waitFor();
});

test('after a dropped connection the list catches up with what it missed', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator(rows).first().waitFor();
  portal.api.failures.set('GET /api/live', { status: 503, code: 'unavailable', detail: '' });
  portal.api.dropStreams();
  await page.getByText('Verbindung unterbrochen').waitFor();
  const report = portal.api.submit();
  portal.api.failures.clear();
  await page.locator(`tr[data-id="${report.id}"]`).waitFor();
  await expect.poll(() => page.getByText('Verbindung unterbrochen').count()).toBe(0);
});

test('several tabs share one stream, and the next takes it over when its tab closes', async () => {
  const first = await browser.openPage(desk);
  await signIn(first);
  await first.locator(rows).first().waitFor();
  const streams = () => portal.api.asked.filter((asked) => asked === 'GET /api/live').length;
  await expect.poll(streams).toBeGreaterThan(0);
  const before = streams();
  const second = await first.context().newPage();
  await second.goto('/portal/reports');
  await second.locator(rows).first().waitFor();
  const report = portal.api.submit();
  for (const page of [first, second]) await page.locator(`tr[data-id="${report.id}"]`).waitFor();
  expect(streams()).toBe(before);
  await first.close();
  await expect.poll(streams).toBe(before + 1);
  const next = portal.api.submit();
  await second.locator(`tr[data-id="${next.id}"]`).waitFor();
});

test('a report that cannot be shown is not marked as opened', async () => {
  const page = await browser.openPage(desk);
  const report = portal.api.submit();
  portal.api.failures.set(`GET /api/reports/${report.id}`, { status: 403, code: 'forbidden', detail: '' });
  await signIn(page, `/portal/reports/${report.id}`);
  await page.getByRole('heading', { name: 'Das dürfen Sie nicht sehen' }).waitFor();
  expect(portal.api.asked).not.toContain(`POST /api/reports/${report.id}/opening`);
});

test('nothing the portal does breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
