import type { BillingHint } from '@meldewerk/contract/billing';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterEach(() => portal.api.bill(null));
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
const hint = (changes: Partial<BillingHint>): BillingHint => ({ state: 'active', linksStopped: false, suspendsAt: null, trialEndsAt: null, billingUrl: 'https://billing.meldewerk.example', maskedEmail: 'bu•••@werkstatt.example', ...changes });
const stopped = hint({ state: 'suspended', linksStopped: true, suspendsAt: inDays(-1) });

test.each([['a desk', desk], ['a phone', phone], ['a small phone', { width: 320, height: 700 }]] as const)('while links are stopped, staff see on %s why and who can mend it, and can only save', async (_, viewport) => {
  portal.api.bill(stopped);
  const page = await browser.openPage(viewport, { reducedMotion: 'reduce' });
  await signIn(page, '/portal/reports/new');
  const banner = page.getByRole('region', { name: 'Abrechnung' });
  await banner.getByText('Neue Links sind angehalten').waitFor();
  expect(await banner.getByText('bu•••@werkstatt.example').isVisible()).toBe(true);
  expect(await banner.getByRole('link', { name: 'Zum Abrechnungsportal' }).getAttribute('href')).toBe('https://billing.meldewerk.example');
  await page.getByLabel('Handynummer').fill('0171 3920010');
  await page.getByRole('radio', { name: 'SMS' }).waitFor();
  expect(await page.getByRole('radio', { name: 'SMS' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Abschicken' }).count()).toBe(0);
  if (viewport !== phone) expect(await checkAccessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  const card = page.locator('link-card');
  await card.getByText('Neue Links sind angehalten').waitFor();
  expect(await card.locator('wa-button[disabled]').count()).toBeGreaterThanOrEqual(2);
  portal.api.bill(null);
});

test('a link that a customer has can be sent again', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/reports/new');
  await page.getByLabel('Handynummer').fill('0171 3920010');
  await page.getByText(', Handynummer').waitFor();
  await page.getByRole('button', { name: 'Abschicken' }).click();
  await page.locator('link-card').getByText('Gesendet').waitFor();
  portal.api.bill(stopped);
  await page.reload();
  await page.getByRole('region', { name: 'Abrechnung' }).waitFor();
  expect(await page.locator('link-card').getByText('SMS erneut senden').isVisible()).toBe(true);
});

test('what only looks ahead can be put away for the day, and the trial is the management’s to know', async () => {
  const page = await browser.openPage(desk);
  portal.api.bill(hint({ state: 'pastDue', suspendsAt: '2030-12-15T10:00:00Z' }));
  await signIn(page);
  const banner = page.getByRole('region', { name: 'Abrechnung' });
  await banner.getByText('können ab 15.12.2030 keine neuen Links mehr').waitFor();
  await banner.getByRole('button', { name: 'Bis morgen ausblenden' }).click();
  await expect.poll(() => banner.count()).toBe(0);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await banner.count()).toBe(0);

  portal.api.bill(hint({ state: 'trial', trialEndsAt: inDays(3) }));
  const admin = await browser.openPage(desk);
  await signIn(admin, '/portal/reports', 'leitung@karosserie-muster.example');
  await admin.getByRole('region', { name: 'Abrechnung' }).getByText('Die Testphase endet am').waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await banner.count()).toBe(0);
});
