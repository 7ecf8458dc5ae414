import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventInvoices, inventMandate } from '../dev/invented-account.ts';
import { desk, narrow, signIn, startBillingPortal } from './billing-portal.ts';

const tenantId = '00000000-0000-4000-8000-000000000001';
const home = '/workshops/karosserie-muster';

let portal: Awaited<ReturnType<typeof startBillingPortal>>;

beforeAll(async () => {
  portal = await startBillingPortal();
});
afterAll(async () => {
  expect(portal.complaints).toEqual([]);
  await portal.stop();
});

test('an open payment is told with why and how to mend it, and another account mends it', async () => {
  const api = portal.freshApi();
  const [newest, ...others] = inventInvoices(3);
  api.change(tenantId, { state: 'suspended', openAmountCents: 21_182, suspendsAt: '2026-11-01T00:00:00Z' });
  api.invoices.set(tenantId, [{ ...newest!, status: 'not_paid', paidAt: null, amountDueCents: 21_182, debit: { ...newest!.debit, state: 'returned', failureCode: 'insufficient_funds' } }, ...others]);
  const page = await portal.openPage(narrow);
  await signIn(page, home);
  await page.getByRole('heading', { name: 'Neue Links sind angehalten' }).waitFor();
  await page.getByText('Lastschrift zurückgegeben').waitFor();
  await page.getByText('Das Konto war nicht ausreichend gedeckt.').waitFor();
  await page.getByRole('link', { name: 'Bankverbindung ändern' }).click();
  await page.getByRole('textbox', { name: 'IBAN' }).fill('DE08370400440532013003');
  await page.getByRole('button', { name: 'SEPA-Mandat erteilen' }).click();
  await page.getByText('Mandat erteilt').waitFor();
  await page.getByRole('link', { name: 'Zur Übersicht' }).click();
  await page.getByRole('heading', { name: 'Alles in Ordnung' }).waitFor();
  await page.goto(`${home}/mandate`);
  await page.getByText('Durch ein neues ersetzt').waitFor();
});

test('older invoices are loaded on demand, none twice, and a PDF is kept as a file or its failure told', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(desk);
  await signIn(page, `${home}/invoices`);
  const rows = page.getByRole('listitem').filter({ hasText: 'Nr. 2026-' });
  await expect.poll(() => rows.count()).toBe(10);
  await page.getByRole('button', { name: 'Ältere laden' }).click();
  await expect.poll(() => rows.count()).toBe(20);
  await page.getByRole('button', { name: 'Ältere laden' }).click();
  await expect.poll(() => rows.count()).toBe(23);
  expect(new Set(await rows.allInnerTexts()).size).toBe(23);
  expect(await page.getByRole('button', { name: 'Ältere laden' }).count()).toBe(0);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF Rechnung 2026-1100' }).click();
  expect((await file).suggestedFilename()).toBe('Rechnung 2026-1100.pdf');
  api.failures.set(`GET /accounts/${tenantId}/invoices/2026-1093/pdf`, { status: 503, code: 'paymentVendorDown', detail: 'Unser Abrechnungsdienst antwortet gerade nicht.' });
  await page.getByRole('button', { name: 'PDF Rechnung 2026-1093' }).click();
  await page.getByRole('alert').getByText('Unser Abrechnungsdienst antwortet gerade nicht.').waitFor();
});

test('a change of plan is made only after its costs were shown', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(desk);
  await signIn(page, `${home}/plan`);
  await page.getByRole('button', { name: 'Eins mehr' }).click();
  await page.getByRole('button', { name: 'Kosten ansehen' }).click();
  await page.getByText(/31,77.€ werden berechnet/).waitFor();
  await page.getByText(/317,73.€/).waitFor();
  expect(api.accounts[0]?.subscription?.quantity).toBe(2);
  await page.getByRole('button', { name: 'Verbindlich ändern' }).dblclick();
  await page.getByText('Geändert. Das gilt ab sofort.').waitFor();
  await page.getByText('3 × Betrieb').first().waitFor();
  expect(api.asked.filter((route) => route.startsWith('PUT'))).toHaveLength(1);
});

test('a cancellation is asked about first, and can be taken back', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(desk);
  await signIn(page, `${home}/plan`);
  await page.getByLabel('Was hat nicht gepasst?').fill('Wir schließen den Betrieb.');
  await page.getByRole('button', { name: 'Abonnement kündigen' }).click();
  await page.getByText('Laufende Vorgänge, Berichte und Rechnungen bleiben erreichbar.').waitFor();
  await page.getByRole('button', { name: 'Nicht kündigen' }).click();
  expect(api.accounts[0]?.subscription?.cancelsAt).toBeNull();
  await page.getByRole('button', { name: 'Abonnement kündigen' }).click();
  await page.getByRole('button', { name: 'Kündigen', exact: true }).click();
  await page.getByText('Ihre Kündigung ist angekommen.').waitFor();
  await page.getByRole('button', { name: 'Kündigung zurücknehmen' }).click();
  await page.getByText('Es läuft weiter wie bisher.').waitFor();
  expect(api.accounts[0]?.subscription?.cancelsAt).toBeNull();
});

test('a new accounting address waits for its confirmation, and what was typed survives a refusal', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(narrow);
  await signIn(page, `${home}/company`);
  await page.getByLabel('Neue Adresse').fill('rechnung@karosserie-muster.example');
  api.failures.set(`PUT /accounts/${tenantId}/email`, { status: 429, code: 'tooManyRequests', detail: 'Zu viele Versuche.' });
  await page.getByRole('button', { name: 'Link an die neue Adresse schicken' }).click();
  await page.getByRole('alert').getByText('Zu viele Versuche.').waitFor();
  api.failures.clear();
  await page.getByRole('button', { name: 'Link an die neue Adresse schicken' }).click();
  await page.getByText('Wir warten auf die Bestätigung von rechnung@karosserie-muster.example.').waitFor();
  api.failures.set(`PUT /accounts/${tenantId}/profile`, { status: 422, code: 'validationFailed', detail: 'Bitte prüfen Sie die Angaben.', issues: [{ path: 'vatNumber', code: 'invalid', message: 'ungültig' }] });
  await page.getByLabel('USt-IdNr.').fill('DE111111111');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Diese USt-IdNr. kann nicht stimmen').waitFor();
  expect(await page.getByLabel('USt-IdNr.').inputValue()).toBe('DE111111111');
});

test('an account that cannot be read is asked for once, and again when the person wants it', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(desk);
  api.failures.set(`GET /accounts/${tenantId}`, { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await signIn(page, home);
  await page.getByText('Gerade nicht erreichbar.').waitFor();
  expect(api.asked.filter((route) => route === `GET /accounts/${tenantId}`)).toHaveLength(1);
  api.failures.clear();
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await page.getByText('Letzte Rechnungen').waitFor();
});

test('a workshop that is not paid for with this address is not shown', async () => {
  portal.freshApi();
  const page = await portal.openPage(desk);
  await signIn(page, '/workshops/somebody-elses/invoices');
  await page.getByText('Diese Werkstatt gehört nicht zu Ihrer E-Mail-Adresse').waitFor();
});

test('usage is there to read as a table, and everything in English too', async () => {
  const api = portal.freshApi();
  api.mandates.set(tenantId, [inventMandate(1)]);
  const page = await portal.openPage(desk);
  await signIn(page, `${home}/usage`);
  await expect.poll(() => page.getByRole('table', { name: 'Nutzung je Monat' }).getByRole('row').count()).toBe(13);
  await page.getByRole('button', { name: 'Konto und Abmelden' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Usage' }).waitFor();
  await page.getByRole('link', { name: 'Invoices' }).click();
  await page.getByText('€211.82').first().waitFor();
});
