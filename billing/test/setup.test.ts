import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPlans } from '../dev/invented-account.ts';
import { refusedIban, type StandIn } from '../dev/stand-in.ts';
import { desk, narrow, signIn, startBillingPortal } from './billing-portal.ts';

const tenantId = '00000000-0000-4000-8000-000000000002';
const start = '/workshops/lackwerk-sued';
const iban = 'DE89370400440532013000';
const profile = { company: 'Lackwerk Süd GmbH', address: { street: 'Industriestraße 12', postalCode: '79100', city: 'Freiburg', country: 'DE' }, vatNumber: null };
const chosen = { profile, choice: { itemPriceId: inventedPlans[0]!.itemPriceId, quantity: 2 } };

let portal: Awaited<ReturnType<typeof startBillingPortal>>;

beforeAll(async () => {
  portal = await startBillingPortal();
});
afterAll(async () => {
  expect(portal.complaints).toEqual([]);
  await portal.stop();
});

test('three steps lead to a subscription, can be left in between, and a missing detail has the focus', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(narrow);
  await signIn(page, start);
  await page.getByRole('button', { name: 'Weiter zum Tarif' }).click();
  await expect.poll(() => page.getByLabel('Straße und Hausnummer').evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.insertText('Industriestraße 12');
  await page.getByLabel('PLZ').fill('79100');
  await page.getByLabel('Ort').fill('Freiburg');
  await page.getByLabel('USt-IdNr.').fill('12345');
  await page.getByRole('button', { name: 'Weiter zum Tarif' }).click();
  await page.getByText('Diese USt-IdNr. kann nicht stimmen').waitFor();
  await page.getByLabel('USt-IdNr.').fill('de 136 695 976');
  await page.getByRole('button', { name: 'Weiter zum Tarif' }).click();
  await page.getByText('Die ersten 30 Tage kosten nichts.').waitFor();
  await page.getByRole('button', { name: 'Eins mehr' }).click();
  await page.getByText(/Danach, ab .*: 178,00.€ pro Monat/).waitFor();

  // Later, elsewhere: it goes on where it was left.
  await page.goto('/');
  await page.getByRole('link', { name: /Lackwerk Süd/ }).click();
  await page.getByRole('heading', { name: 'Tarif und Anzahl' }).waitFor();
  await page.getByRole('button', { name: 'Eins mehr' }).click();
  await page.getByRole('button', { name: 'Weiter zur Bankverbindung' }).click();
  await giveInline(page, iban);
  await page.getByText('Alles eingerichtet').waitFor();
  await page.getByText('DE•• •••• 3000').waitFor();
  expect(api.accounts[1]).toMatchObject({ state: 'trial', choice: { quantity: 2 }, profile: { vatNumber: 'DE136695976' } });
  await page.getByRole('link', { name: 'Zur Übersicht' }).click();
  await page.getByRole('heading', { name: /^Testphase bis/ }).waitFor();
});

test('the words of the mandate stand above the button that gives it, and a double click gives one', async () => {
  const api = portal.freshApi();
  api.change(tenantId, chosen);
  const page = await portal.openPage(desk);
  await signIn(page, start);
  await page.getByText('innerhalb von acht Wochen').waitFor();
  await page.getByText('Mit Klick auf „SEPA-Mandat erteilen“ erteilen Sie').waitFor();
  await page.getByRole('button', { name: 'SEPA-Mandat erteilen' }).click();
  await page.getByText('Bitte geben Sie die vollständige IBAN ein.').waitFor();
  await page.getByRole('textbox', { name: 'IBAN' }).fill(iban);
  await page.getByRole('button', { name: 'SEPA-Mandat erteilen' }).dblclick();
  await page.getByText('Alles eingerichtet').waitFor();
  expect(api.asked.filter((route) => route.endsWith('/acceptance'))).toHaveLength(1);
  // The IBAN goes to the vendor, and to nobody else.
  expect(api.asked.join()).not.toContain(iban);
});

test('an account the bank refuses is told; the next attempt is a new one and finds what was typed', async () => {
  const api = portal.freshApi();
  api.change(tenantId, chosen);
  const page = await portal.openPage(desk);
  await signIn(page, start);
  await page.getByLabel('Kontoinhaber', { exact: true }).fill('Sabine Kern');
  await giveInline(page, refusedIban);
  await page.getByRole('alert').getByText('Die Bankverbindung wurde nicht angenommen.').waitFor();
  await expect.poll(() => enrollmentsOf(api)).toHaveLength(2);
  expect(await page.getByLabel('Kontoinhaber', { exact: true }).inputValue()).toBe('Sabine Kern');
  await giveInline(page, iban);
  await page.getByText('Alles eingerichtet').waitFor();
  expect(enrollmentsOf(api).map(({ state, isAccepted }) => [state, isAccepted])).toEqual([['failed', true], ['completed', true]]);
});

test('a vendor that is down loses nothing: the attempt is repeated', async () => {
  const api = portal.freshApi();
  api.change(tenantId, chosen);
  const page = await portal.openPage(desk);
  await signIn(page, start);
  api.failures.set(`POST /accounts/${tenantId}/enrollments/`, { status: 503, code: 'paymentVendorDown', detail: 'Unser Abrechnungsdienst antwortet gerade nicht.' });
  await giveInline(page, iban);
  await page.getByRole('alert').getByText('Unser Abrechnungsdienst antwortet gerade nicht.').waitFor();
  await page.getByText('Fehlernummer: req-0f3a91').waitFor();
  api.failures.clear();
  await page.getByRole('button', { name: 'SEPA-Mandat erteilen' }).click();
  await page.getByText('Alles eingerichtet').waitFor();
});

test('on the page of the vendor it can be cancelled, run out, and be given; what its address says is not believed', async () => {
  const api = portal.freshApi();
  api.change(tenantId, { ...chosen, routes: ['hosted'] });
  const page = await portal.openPage(narrow);
  await signIn(page, start);
  const go = page.getByRole('button', { name: 'Weiter zum Zahlungsdienstleister' });
  await go.click();
  await page.getByRole('link', { name: 'cancelled' }).click();
  await page.getByText('Sie haben abgebrochen').waitFor();
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await go.click();
  await page.getByRole('link', { name: 'failed' }).click();
  await page.getByRole('alert').getByText('Dieses Lastschriftmandat wurde zu spät abgeschlossen.').waitFor();
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await go.click();
  await page.getByRole('link', { name: 'later' }).click();
  await page.getByText('Wir fragen beim Zahlungsdienstleister nach').waitFor();
  expect(api.accounts[1]?.state).toBe('setup');
  // Whoever leaves in between is kept from giving it twice.
  await page.goto(start);
  await page.getByRole('link', { name: 'Nachsehen, wie es steht' }).click();
  Object.assign(enrollmentsOf(api).findLast(({ isAccepted }) => isAccepted)!, { state: 'completed', maskedIban: 'DE•• •••• 4321' });
  await page.getByText('Mandat erteilt').waitFor();
  await page.getByText('DE•• •••• 4321').waitFor();
});

test('Stripe’s script is loaded from Stripe, and on no page but that of the mandate', async () => {
  const api = portal.freshApi();
  api.change(tenantId, { profile });
  const page = await portal.openPage(desk, { stripe: 'loaded' });
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('stripe.com') && asked.push(request.url())));
  await signIn(page, '/workshops/karosserie-muster/mandate');
  await page.getByText('Von diesem Konto buchen wir').waitFor();
  await page.goto(start);
  await page.getByRole('button', { name: 'Weiter zur Bankverbindung' }).waitFor();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Weiter zur Bankverbindung' }).click();
  await giveInline(page, iban);
  await page.getByText('Alles eingerichtet').waitFor();
  expect(asked).toEqual([expect.stringMatching(/^https:\/\/js\.stripe\.com\/[a-z]+\/stripe\.js/)]);
});

test('where Stripe cannot be reached the form says so, and there is another way', async () => {
  const api = portal.freshApi();
  api.change(tenantId, chosen);
  const page = await portal.openPage(desk);
  await page.addInitScript(() => Object.assign(window, { Stripe: () => { throw new Error('blocked'); } }));
  await signIn(page, start);
  await page.getByRole('alert').getByText('Das Feld von Stripe konnte nicht geladen werden.').waitFor();
  await page.getByRole('button', { name: 'Lieber auf der Seite des Zahlungsdienstleisters eingeben' }).click();
  await page.getByRole('button', { name: 'Weiter zum Zahlungsdienstleister' }).waitFor();
});

async function giveInline(page: Page, account: string) {
  await page.getByRole('textbox', { name: 'IBAN' }).fill(account);
  await page.getByRole('button', { name: 'SEPA-Mandat erteilen' }).click();
}

function enrollmentsOf(api: StandIn) {
  return [...api.enrollments.values()];
}
