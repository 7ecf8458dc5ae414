import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedPlans, inventInvoices, inventMandate } from '../dev/invented-account.ts';
import { standInToken } from '../dev/stand-in.ts';
import { desk, narrow, signIn, startBillingPortal } from './billing-portal.ts';

const running = '00000000-0000-4000-8000-000000000001';
const fresh = '00000000-0000-4000-8000-000000000002';
const profile = { company: 'Lackwerk Süd GmbH', address: { street: 'Industriestraße 12', postalCode: '79100', city: 'Freiburg', country: 'DE' }, vatNumber: null };
const choice = { itemPriceId: inventedPlans[0]!.itemPriceId, quantity: 2 };

let portal: Awaited<ReturnType<typeof startBillingPortal>>;

beforeAll(async () => {
  portal = await startBillingPortal();
});
afterAll(async () => {
  expect(portal.complaints).toEqual([]);
  await portal.stop();
});

// Colours hang on the scheme, places on the width: each scheme once covers both.
describe.each([['a desk', desk, 'light'], ['a narrow phone', narrow, 'dark']] as const)('on %s axe finds nothing', (_, viewport, colorScheme) => {
  test('before signing in', async () => {
    portal.freshApi();
    const page = await portal.openPage(viewport, { colorScheme });
    await page.goto('/');
    await page.getByText('Welche Adresse ist das?').click();
    await page.getByLabel('E-Mail-Adresse der Buchhaltung').fill('a@example.org');
    await expectNothing(page);
    await page.getByLabel('E-Mail-Adresse der Buchhaltung').press('Enter');
    await page.getByLabel('Code mit sechs Ziffern').waitFor();
    await expectNothing(page);
    await page.goto(`/confirm-email#${standInToken}`);
    await page.getByRole('button', { name: 'Ja, diese Adresse' }).waitFor();
    await expectNothing(page);
  });

  test('while setting up', async () => {
    const api = portal.freshApi();
    const page = await portal.openPage(viewport, { colorScheme });
    await signIn(page, '/');
    await page.getByText('Für welche Werkstatt?').waitFor();
    await expectNothing(page);
    await page.goto('/workshops/lackwerk-sued');
    await page.getByRole('button', { name: 'Weiter zum Tarif' }).click();
    await page.getByText('Bitte ausfüllen.').first().waitFor();
    await expectNothing(page);
    api.change(fresh, { profile });
    await page.reload();
    await page.getByText('kosten nichts').waitFor();
    await expectNothing(page);
    api.change(fresh, { choice });
    await page.reload();
    await page.getByRole('button', { name: 'SEPA-Mandat erteilen' }).click();
    await page.getByText('Bitte geben Sie die vollständige IBAN ein.').waitFor();
    await expectNothing(page);
    await page.getByRole('button', { name: 'Lieber auf der Seite' }).click();
    await page.getByRole('button', { name: 'Weiter zum Zahlungsdienstleister' }).waitFor();
    await expectNothing(page);
  });

  test('with a running account', async () => {
    const api = portal.freshApi();
    const [newest, ...others] = inventInvoices(4);
    api.change(running, { state: 'pastDue', openAmountCents: 21_182, suspendsAt: '2026-12-01T00:00:00Z', pendingEmail: 'rechnung@karosserie-muster.example' });
    api.invoices.set(running, [{ ...newest!, status: 'not_paid', amountDueCents: 21_182, debit: { ...newest!.debit, state: 'failed' } }, ...others]);
    api.mandates.set(running, [inventMandate(1), inventMandate(2, { state: 'replaced' }), inventMandate(3, { state: 'failed', hasDocument: false })]);
    const page = await portal.openPage(viewport, { colorScheme });
    for (const [path, shown] of [['', 'Letzte Rechnungen'], ['/invoices', 'Nr. 2026-1093'], ['/mandate', 'Durch ein neues ersetzt'], ['/company', 'Wir warten auf die Bestätigung'], ['/usage', 'Personen im Team']] as const) {
      await signIn(page, `/workshops/karosserie-muster${path}`);
      await page.getByText(shown).first().waitFor();
      await expectNothing(page);
    }
    await page.goto('/workshops/karosserie-muster/plan');
    await page.getByRole('button', { name: 'Eins mehr' }).click();
    await page.getByRole('button', { name: 'Kosten ansehen' }).click();
    await page.getByText('Was die Änderung kostet').waitFor();
    await expectNothing(page);
  });
});

/** Nothing for axe to find, and nothing beyond the edge of the screen. */
async function expectNothing(page: Page) {
  expect(await checkAccessibility(page), page.url()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url()).toBeLessThanOrEqual(0);
}
