import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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

async function openForm(viewport = desk): Promise<Page> {
  const page = await browser.openPage(viewport);
  await signIn(page, '/portal/reports/new');
  await page.getByLabel('Vorname').waitFor();
  return page;
}

function newest(): ReportDetail {
  const [report] = portal.api.reports();
  if (!report) throw new Error('the stand-in has no reports');
  return report;
}

const phoneField = (page: Page) => page.getByLabel('Handynummer');
const emailField = (page: Page) => page.locator('#email');

test('a report is prepared and sent by keyboard alone', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator('report-list-page tbody tr').first().waitFor();
  await page.keyboard.press('n');
  await expect.poll(() => page.locator('#firstName:focus').count()).toBe(1);
  for (const typed of ['Petra', 'Schönfelder', '0171 3920010']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await page.getByText('1 SMS, 156 Zeichen').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('link-card').getByText('Gesendet').waitFor();
  const report = newest();
  expect(page.url()).toContain(report.id);
  expect(report).toMatchObject({ handling: { status: 'linkSent' }, reporter: { firstName: 'Petra', lastName: 'Schönfelder', phone: '+491713920010' } });
  expect(report.deliveries.map(({ target }) => target)).toEqual(['customerSms']);
});

test('everything that was said on the phone is in the report', async () => {
  const page = await openForm();
  await page.route('**/api/partners', (route) => route.abort());
  await page.reload();
  await page.getByText('Die Partner ließen sich nicht laden.').waitFor();
  await page.unroute('**/api/partners');
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await emailField(page).fill('petra@beispiel.example');
  await page.getByLabel('Kennzeichen').fill('ka pa777');
  await page.getByLabel('Kilometerstand').fill('84.300 km');
  await page.getByLabel('Art des Schadens').selectOption({ label: 'Glas / Steinschlag' });
  await page.getByLabel('Tag des Schadens').fill('2026-01-20');
  await page.getByLabel('Abrechnung über').selectOption({ label: 'Teilkasko' });
  await page.getByLabel('Versicherer').fill('Nordstern Direkt');
  await page.getByLabel('Partner', { exact: true }).selectOption({ label: 'LeasePlan' });
  await page.getByLabel('Auftragsnummer des Partners').fill('LP-4711');
  await page.getByLabel('Sprache des Kunden').selectOption('en');
  await page.getByRole('button', { name: 'Abschicken' }).click();
  await page.locator('link-card').waitFor();
  expect(newest()).toMatchObject({
    language: 'en', category: 'glass', vehicle: { licensePlate: 'KA-PA 777', odometerKm: 84_300 }, insurance: { coverage: 'partialCover', insurer: 'Nordstern Direkt' },
    partner: { name: 'LeasePlan', kind: 'leasing', orderNumber: 'LP-4711' }, deliveries: [{ target: 'customerEmail' }],
  });
  expect(newest()?.vehicle, 'nobody said which').not.toHaveProperty('type');
  await page.getByRole('region', { name: 'Angaben zum Schaden' }).getByText('20.01.2026').waitFor();
  await page.getByRole('heading', { name: 'Leasinggesellschaft' }).waitFor();
});

test('the message is previewed to the letter, in the customer’s language', async () => {
  const page = await openForm();
  await phoneField(page).fill('0171 3920010');
  await page.getByText('+49 171 3920010, Handynummer').waitFor();
  await page.getByText('Bitte melden Sie Ihren Schaden hier').waitFor();
  await page.getByLabel('Sprache des Kunden').selectOption('en');
  await page.getByText('please report your damage here').waitFor();
  expect(await page.getByText('xxxx').count()).toBe(0);
});

test('a landline is warned about, and an e-mail takes its place', async () => {
  const page = await openForm();
  await phoneField(page).fill('0721 5550100');
  await page.getByText('Festnetznummer').waitFor();
  await page.getByRole('button', { name: 'Speichern und Link zeigen' }).waitFor();
  await expect.poll(() => page.getByRole('radio', { name: 'SMS' }).isDisabled()).toBe(true);
  await emailField(page).fill('petra@beispiel.example');
  await page.getByText('Der Link geht darum per E-Mail.').waitFor();
  await page.getByText('E-Mail an petra@beispiel.example').waitFor();
});

test('a customer who wrote STOP gets no SMS', async () => {
  const page = await openForm();
  await phoneField(page).fill('0171 5550000');
  await page.getByText('SMS abbestellt', { exact: false }).first().waitFor();
  await expect.poll(() => page.getByRole('radio', { name: 'SMS' }).isDisabled()).toBe(true);
});

test('what is wrong is said at its field, and the first one has the focus', async () => {
  const page = await openForm();
  await page.getByLabel('FIN').fill('OOO');
  await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  await page.getByText('Handynummer oder E-Mail: eines davon wird gebraucht').waitFor();
  await page.getByText('Eine FIN hat bis zu 17 Zeichen').waitFor();
  await expect.poll(() => page.locator('#phone:focus').count()).toBe(1);
});

test('a failed save keeps what was typed, and pressing again doubles nothing', async () => {
  const page = await openForm();
  const before = portal.api.reports().length;
  await page.getByLabel('Nachname').fill('Weber');
  await phoneField(page).fill('0171 3920010');
  for (const start of ['PUT /api/reports', 'POST /api/reports']) {
    portal.api.failures.set(start, { status: 503, code: 'unavailable', detail: 'Gerade nicht möglich.' });
    await page.getByRole('button', { name: 'Abschicken' }).click();
    await page.getByRole('alert').getByText('Gerade nicht möglich.').waitFor();
    await expect.poll(() => page.getByLabel('Nachname').inputValue()).toBe('Weber');
    portal.api.failures.clear();
  }
  await page.getByLabel('Nachname').fill('Weber-Groß');
  await page.getByRole('button', { name: 'Abschicken' }).click();
  await page.locator('link-card').waitFor();
  expect(portal.api.reports()).toHaveLength(before + 1);
  expect(newest()).toMatchObject({ reporter: { lastName: 'Weber-Groß' }, deliveries: [{ target: 'customerSms' }] });
});

test('typed data survives a reload and an ended session', async () => {
  const page = await openForm();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByLabel('Nachname').fill('Kühn');
  await page.reload();
  await page.getByText('Ihre Eingaben von vorhin sind noch da.').waitFor();
  await expect.poll(() => page.getByLabel('Nachname').inputValue()).toBe('Kühn');
  portal.api.endSessions();
  await page.getByLabel('Vorname').fill('Thomas');
  await page.getByText('Ihre Sitzung ist beendet').waitFor();
  await page.getByLabel('E-Mail-Adresse').fill('sabine@karosserie-muster.example');
  await page.getByLabel('Passwort', { exact: true }).fill('meldewerk-demo');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByText('Ihre Eingaben von vorhin sind noch da.').waitFor();
  await expect.poll(() => page.getByLabel('Vorname').inputValue()).toBe('Thomas');
  await page.getByRole('button', { name: 'Verwerfen und neu beginnen' }).click();
  await expect.poll(() => page.getByLabel('Nachname').inputValue()).toBe('');
});

test('leaving with unsaved data asks, also by the browser’s back button', async () => {
  const page = await browser.openPage(desk);
  await signIn(page);
  await page.locator('report-list-page tbody tr').first().waitFor();
  await page.getByRole('button', { name: 'Neue Meldung' }).or(page.getByRole('link', { name: 'Neue Meldung' })).click();
  await page.getByLabel('Nachname').fill('Maier');
  await page.goBack();
  await page.getByRole('heading', { name: 'Ohne Speichern verlassen?' }).waitFor();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await expect.poll(() => page.getByLabel('Nachname').inputValue()).toBe('Maier');
  expect(new URL(page.url()).pathname).toBe('/portal/reports/new');
  await page.getByRole('link', { name: 'Formulare' }).click();
  await page.getByRole('button', { name: 'Eingaben verwerfen' }).click();
  await page.waitForURL('**/portal/forms');
});

test('signing out asks about unsaved data too, and leaves nothing of it behind', async () => {
  const page = await openForm();
  await page.getByLabel('Nachname').fill('Petrova');
  const signOut = async () => {
    await page.getByRole('button', { name: 'Benutzermenü' }).click();
    await page.getByRole('menuitem', { name: 'Abmelden', exact: true }).click();
  };
  await signOut();
  await page.locator('wa-dialog').getByRole('button', { name: 'Abbrechen' }).click();
  await expect.poll(() => page.getByLabel('Nachname').inputValue()).toBe('Petrova');
  await signOut();
  await page.getByRole('button', { name: 'Eingaben verwerfen' }).click();
  await page.getByRole('button', { name: 'Anmelden' }).waitFor();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Petrova');
});

test('a form that does not fit is attached only after asking, and comes with the report', async () => {
  const page = await openForm();
  await phoneField(page).fill('0171 3920010');
  await page.locator('form-picker summary').click();
  await page.locator('form-picker details input').first().click();
  await page.getByRole('button', { name: 'Trotzdem anhängen' }).click();
  await page.locator('form-picker ul input').first().check();
  await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  await page.locator('link-card').waitFor();
  expect(newest().forms).toHaveLength(2);
  expect(newest().handling.status).toBe('draft');
});

test('a colleague’s change is shown before anything is overwritten, and one’s own can be added to it', async () => {
  const page = await openForm();
  await phoneField(page).fill('0171 3920010');
  await page.getByRole('button', { name: 'Abschicken' }).click();
  await page.locator('link-card').waitFor();
  const { id } = newest();
  await page.getByRole('link', { name: 'Angaben ändern' }).or(page.getByRole('button', { name: 'Angaben ändern' })).click();
  await page.getByLabel('Ort', { exact: true }).fill('Ettlingen');
  portal.api.preparations.changeElsewhere(id, { makeModel: 'Škoda Octavia' });
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  const clash = page.getByRole('alert', { name: 'Jemand hat diese Meldung inzwischen geändert' });
  await clash.getByText('Škoda Octavia').waitFor();
  await clash.getByRole('button', { name: 'Meine Änderungen dazunehmen' }).click();
  await expect.poll(() => page.getByLabel('Marke und Modell').inputValue()).toBe('Škoda Octavia');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.locator('link-card').waitFor();
  expect(newest()).toMatchObject({ vehicle: { makeModel: 'Škoda Octavia' }, reporter: { city: 'Ettlingen' } });
});

test('who may only look is not offered a new report', async () => {
  const page = await browser.openPage(desk);
  await signIn(page, '/portal/reports/new', 'lesen@karosserie-muster.example');
  await page.getByRole('heading', { name: 'Das dürfen Sie nicht sehen' }).waitFor();
  expect(await page.getByText('Neue Meldung', { exact: true }).count()).toBe(0);
});

// Colours hang on the scheme, places on the width: each scheme once covers both.
describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s', (_, viewport, colorScheme) => {
  test('axe finds nothing in the new report', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    await signIn(page, '/portal/reports/new');
    await phoneField(page).fill('0721 5550100');
    await page.getByText('Festnetznummer').waitFor();
    await page.locator('form-picker li').first().waitFor();
    await page.getByLabel('FIN').fill('OOO');
    await page.getByRole('button', { name: 'Speichern und Link zeigen' }).click();
    await page.getByText('Eine FIN hat').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });
});

test('on a phone nothing is wider than the page, and the menu leads everywhere', async () => {
  const page = await openForm(phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await page.getByRole('button', { name: 'Menü', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Meldungen' }).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Hilfe & Kontakt' }).click();
  await page.waitForURL('**/portal/support');
});

test('nothing breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
