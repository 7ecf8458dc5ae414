import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentPolicies } from '../../platform/src/http/security-headers.ts';
import { operatorStandIn, standInLink, standInPassword } from '../dev/operator-stand-in.ts';
import { desk, narrow, startPages } from './billing-portal.ts';

const credentials = { email: 'erika@betreiber.example', password: standInPassword };
const at = (number: number) => `/workshops/00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [withoutBilling, suspended] = [2, 3];

let pages: Awaited<ReturnType<typeof startConsole>>;
const startConsole = () => startPages('operator.html', contentPolicies.operator, operatorStandIn);

beforeAll(async () => {
  pages = await startConsole();
});
afterAll(async () => {
  expect(pages.complaints).toEqual([]);
  await pages.stop();
});

test('who sets a password by the command’s link signs in with it; a wrong one is refused, and what was being typed outlives the session', async () => {
  const api = pages.freshApi();
  const page = await pages.openPage(desk);
  await page.goto('/password#a-link-that-was-used-long-ago');
  await page.getByLabel('Neues Passwort').fill('zu kurz');
  await page.keyboard.press('Enter');
  await page.getByText('Das Passwort braucht').waitFor();
  await page.getByLabel('Neues Passwort').fill(standInPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('schon benutzt').waitFor();
  await page.goto('about:blank');
  await page.goto(`/password#${standInLink}`);
  await page.getByLabel('Neues Passwort').fill(standInPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Zur Anmeldung' }).click();
  await fillSignIn(page, 'ein-anderes-wort');
  await page.getByRole('alert').getByText('stimmen nicht').waitFor();
  await fillSignIn(page, standInPassword);
  await page.getByRole('link', { name: 'Neue Werkstatt' }).click();
  await page.getByLabel('Name', { exact: true }).first().fill('Lackiererei Groß & Söhne');
  api.endSessions();
  await page.getByLabel('Straße und Hausnummer').fill('Weg 1');
  for (const [label, typed] of [['PLZ', '76131'], ['Ort', 'Karlsruhe'], ['Telefon', '0721 1'], ['E-Mail-Adresse für Kunden', 'a@b.example']] as const) await page.getByLabel(label, { exact: true }).fill(typed);
  await page.getByLabel('Name', { exact: true }).last().fill('Nora');
  await page.getByLabel('E-Mail-Adresse', { exact: true }).fill('nora@b.example');
  await page.getByRole('button', { name: 'Werkstatt anlegen' }).click();
  await page.getByText('Ihre Sitzung ist beendet').waitFor();
  await fillSignIn(page, standInPassword);
  await expect.poll(() => page.getByLabel('Straße und Hausnummer').inputValue()).toBe('Weg 1');
});

test('a workshop is found, those in trouble are shown alone, and the list goes on where it ended', async () => {
  const api = pages.freshApi();
  const page = await pages.openPage(desk);
  await open(page, '/');
  await expect.poll(() => page.getByRole('row').count()).toBe(51);
  await page.getByRole('button', { name: 'Mehr laden' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(61);
  await page.getByRole('link', { name: 'Zahlung offen 1' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  await page.getByRole('link', { name: 'Alle 60' }).click();
  await page.getByRole('searchbox', { name: 'Suchen' }).pressSequentially('oeztuerk ');
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  expect(await page.getByRole('searchbox', { name: 'Suchen' }).inputValue()).toBe('oeztuerk ');
  await page.getByRole('link', { name: 'Fahrzeuglackierung Ötztürk' }).click();
  await page.getByText('211,82 € sind seit Langem offen').waitFor();
  await page.getByText('nicht ausreichend gedeckt').first().waitFor();
  await page.getByText('abgelehnt').waitFor();
  await page.goBack();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  api.failures.set('GET /workshops', { status: 503, code: 'internal', detail: 'Das hat nicht geklappt.' });
  await page.reload();
  await page.getByRole('alert').getByText('Das hat nicht geklappt.').waitFor();
  api.failures.clear();
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
});

test('a taken address is said at its field; the link of the first user is shown once, with which the set-up is started later', async () => {
  const api = pages.freshApi();
  const page = await pages.openPage(narrow);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/workshops/new');
  await page.getByLabel('Name', { exact: true }).first().fill('Beulendoktor Kehl');
  expect(await page.getByLabel('Webadresse').inputValue()).toBe('beulendoktor-kehl');
  expect(await page.getByLabel('Kürzel der Vorgangsnummern').inputValue()).toBe('BK');
  for (const [label, typed] of [['Straße und Hausnummer', 'Weg 1'], ['PLZ', '77694'], ['Ort', 'Kehl'], ['Telefon', '07851 1'], ['E-Mail-Adresse für Kunden', 'a@b.example']] as const) await page.getByLabel(label, { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Werkstatt anlegen' }).click();
  await page.getByText('Bitte ausfüllen.').first().waitFor();
  await page.getByLabel('Name', { exact: true }).last().fill('Nora Neu');
  await page.getByLabel('E-Mail-Adresse', { exact: true }).fill('nora@b.example');
  await page.getByRole('button', { name: 'Werkstatt anlegen' }).click();
  await page.getByText('Diese Adresse ist vergeben.').waitFor();
  await page.getByLabel('Webadresse').fill('beulendoktor-zwei');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Beulendoktor Kehl ist angelegt' }).waitFor();
  await page.getByRole('button', { name: 'Kopieren' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('beulendoktor-zwei.localhost:3000/portal/reset-password#');
  await page.getByRole('link', { name: 'Zur Werkstatt' }).click();
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').fill('kasse@beulendoktor.example');
  await page.getByRole('button', { name: 'Link senden' }).click();
  await page.getByText('Der Link ist unterwegs an kasse@beulendoktor.example').waitFor();
  await page.getByRole('button', { name: 'Noch einmal senden' }).click();
  await expect.poll(() => api.mails).toEqual(['kasse@beulendoktor.example', 'kasse@beulendoktor.example']);
});

test('an event that failed is applied once more, and a reconciliation ordered', async () => {
  pages.freshApi();
  const page = await pages.openPage(desk);
  await open(page, '/events?state=failed');
  await page.getByRole('link', { name: 'Abbuchung fehlgeschlagen' }).click();
  await page.getByText('vendorUnreachable').waitFor();
  await page.getByText('"customer_id"').waitFor();
  await page.getByRole('button', { name: 'Noch einmal anwenden' }).click();
  await page.getByText('Noch einmal angewendet.').waitFor();
  await page.getByText('Rechnung übernommen').waitFor();
  await page.goto('/events');
  await page.getByText('2 von 14 waren nicht angekommen').waitFor();
  await page.getByRole('button', { name: 'Jetzt abgleichen' }).click();
  await page.getByText('14 gelesen, alle waren schon da.').waitFor();
});

test('the console speaks English', async () => {
  pages.freshApi();
  const page = await pages.openPage(desk);
  await open(page, '/figures');
  await page.getByRole('button', { name: 'Konto und Abmelden' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Workshops at the end of the month' }).waitFor();
  await page.getByText('€3,075.00').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

// Colours hang on the scheme, places on the width: each scheme once covers both.
describe.each([['a desk', desk, 'light'], ['a narrow phone', narrow, 'dark']] as const)('on %s axe finds nothing', (_, viewport, colorScheme) => {
  test('on any page', async () => {
    pages.freshApi();
    const page = await pages.openPage(viewport, { colorScheme });
    await page.goto('/');
    await page.getByLabel('Passwort').waitFor();
    await expectNothing(page);
    for (const [path, shown] of [['/', 'Beulendoktor Kehl'], [at(suspended), 'Wer hat was getan'], [at(withoutBilling), 'Einrichtung starten'], ['/events', '2 von 14'], ['/events/ev_0057', '"customer_id"'], ['/figures', '(läuft noch)'], ['/nowhere/at/all', 'gibt es nicht']] as const) {
      await open(page, path);
      await page.getByText(shown).first().waitFor();
      await expectNothing(page);
    }
    await page.goto('/workshops/new');
    await page.getByRole('button', { name: 'Werkstatt anlegen' }).click();
    await page.getByText('Bitte ausfüllen.').first().waitFor();
    await expectNothing(page);
  });
});

/** By role: what waits below the sign-in is hidden. */
async function fillSignIn(page: Page, password: string) {
  await page.getByRole('textbox', { name: 'E-Mail-Adresse', exact: true }).fill(credentials.email);
  await page.getByRole('textbox', { name: 'Passwort', exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** Opens `path` signed in. The way through the sign-in has a test of its own. */
async function open(page: Page, path: string) {
  await page.context().request.post('/api/operator/sessions', { data: credentials });
  await page.goto(path);
}

/** Nothing for axe to find, and nothing beyond the edge of the screen. */
async function expectNothing(page: Page) {
  expect(await checkAccessibility(page), page.url()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url()).toBeLessThanOrEqual(0);
}
