import { afterAll, beforeAll, expect, test } from 'vitest';
import { standInCode, standInToken } from '../dev/stand-in.ts';
import { desk, narrow, signIn, startBillingPortal } from './billing-portal.ts';

let portal: Awaited<ReturnType<typeof startBillingPortal>>;

beforeAll(async () => {
  portal = await startBillingPortal();
});
afterAll(async () => {
  expect(portal.complaints).toEqual([]);
  await portal.stop();
});

test('whether an address is known is never told; a wrong code is refused, and the right one leads to the page that was asked for', async () => {
  portal.freshApi();
  const page = await portal.openPage(narrow);
  await page.goto('/workshops/karosserie-muster/invoices');
  await page.getByRole('button', { name: 'Link und Code anfordern' }).click();
  await page.getByText('Bitte geben Sie die E-Mail-Adresse ein.').waitFor();
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').fill('irgendwer@example.org');
  await page.keyboard.press('Enter');
  await page.getByText('Wenn irgendwer@example.org bei uns hinterlegt ist').waitFor();
  const code = page.getByLabel('Code mit sechs Ziffern');
  expect(await code.getAttribute('autocomplete')).toBe('one-time-code');
  // Into the mail and back: the field for the code is still there.
  await page.reload();
  await code.fill('000 000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Der Code passt nicht').waitFor();
  await code.fill(`${standInCode.slice(0, 3)} ${standInCode.slice(3)}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Rechnungen' }).waitFor();
});

test('the link signs in only when a person presses the button, opens where it was asked for, and is gone from the address', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(desk);
  await page.goto('/workshops/karosserie-muster/usage');
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').fill('buchhaltung@karosserie-muster.example');
  await page.keyboard.press('Enter');
  await page.getByLabel('Code mit sechs Ziffern').waitFor();
  const other = await page.context().newPage();
  await other.goto(`/sign-in#${standInToken}`);
  await other.getByRole('button', { name: 'Jetzt anmelden' }).waitFor();
  expect(api.asked).not.toContain('POST /sessions');
  await other.getByRole('button', { name: 'Jetzt anmelden' }).dblclick();
  await other.getByRole('heading', { name: 'Nutzung' }).waitFor();
  expect(new URL(other.url()).hash).toBe('');
  // Who comes back to the tab that asked finds it signed in.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('heading', { name: 'Nutzung' }).waitFor();
  expect(api.asked.filter((route) => route === 'POST /sessions')).toHaveLength(1);
});

test('a spent link says so and offers another', async () => {
  portal.freshApi();
  const page = await portal.openPage(desk);
  await page.goto('/sign-in#a-token-that-was-used-long-ago');
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.getByRole('alert').getByText('abgelaufen oder wurde schon benutzt').waitFor();
  await page.getByRole('button', { name: 'Neuen Link anfordern' }).click();
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').waitFor();
});

test('when the session ends, what was typed is there again after signing in', async () => {
  const api = portal.freshApi();
  const page = await portal.openPage(desk);
  await signIn(page, '/workshops/karosserie-muster/company');
  await page.getByLabel('Straße und Hausnummer').fill('Neue Straße 5');
  api.endSessions();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Ihre Sitzung ist beendet').waitFor();
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').fill('buchhaltung@karosserie-muster.example');
  await page.keyboard.press('Enter');
  await page.getByLabel('Code mit sechs Ziffern').fill(standInCode);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel('Straße und Hausnummer').inputValue()).toBe('Neue Straße 5');
  expect(await page.getByRole('alert').allInnerTexts()).not.toContain('Bitte melden Sie sich an.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Gespeichert.').waitFor();
  expect(api.accounts[0]?.profile?.address.street).toBe('Neue Straße 5');
});

test('who pays for several workshops chooses one; signing out leads back to the sign-in', async () => {
  portal.freshApi();
  const page = await portal.openPage(desk);
  await signIn(page, '/invoices');
  await page.getByRole('link', { name: /Karosserie Muster/ }).click();
  await page.getByRole('heading', { name: 'Rechnungen' }).waitFor();
  await page.getByRole('button', { name: 'Konto und Abmelden' }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').waitFor();
  await page.goto('/workshops/karosserie-muster');
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').waitFor();
});

test('a new accounting address is confirmed from its mail, by whoever reads there', async () => {
  portal.freshApi();
  const page = await portal.openPage(narrow);
  await page.goto(`/confirm-email#${standInToken}`);
  await page.getByRole('button', { name: 'Ja, diese Adresse verwenden' }).click();
  await page.getByText('Adresse bestätigt').waitFor();
  await page.getByRole('link', { name: 'Zum Abrechnungsportal' }).click();
  await page.getByText('Für welche Werkstatt?').waitFor();
});
