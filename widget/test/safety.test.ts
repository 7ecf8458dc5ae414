import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
});
afterEach(async () => {
  expect(customer.complaints).toEqual([]);
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

async function beginWith(category: string, options: BrowserContextOptions = {}): Promise<void> {
  customer = await Customer.arrive(browser, standIn, '/', { reducedMotion: 'reduce', ...options });
  await customer.page.locator('.tile', { hasText: category }).click();
  await customer.field('safety').waitFor();
}

const answer = (question: string, word: string) => customer.page.getByRole('group', { name: question }).getByText(word, { exact: true }).click();
const advice = () => customer.page.locator('.advice-card');

test('who is injured is led to 112 before anything else', async () => {
  await beginWith('Unfall mit Gegner');
  await answer('Ist jemand verletzt', 'Ja');
  await advice().getByText('Rufen Sie zuerst den Notruf 112').waitFor();
  expect(await advice().getByRole('link', { name: '112 anrufen' }).getAttribute('href')).toBe('tel:112');
});

test('where something forbids driving on, the towing number of the workshop stands there, and nobody is asked once more whether it can be driven', async () => {
  standIn.towingPhone = '0721 555 112';
  await beginWith('Unfall ohne Gegner');
  await answer('Läuft unter dem Fahrzeug etwas aus?', 'Unsicher');
  await advice().getByText('Bitte fahren Sie nicht weiter').waitFor();
  expect(await advice().getByRole('link', { name: 'Abschleppdienst anrufen 0721 555 112' }).getAttribute('href')).toBe('tel:0721555112');
  await customer.next();
  await customer.field('answers.incidentDate').waitFor();
  await customer.page.getByText('Fahrbereit: nein, nach Ihren Angaben zur Sicherheit.').waitFor();
  expect(await customer.page.getByRole('group', { name: /noch fahrbereit/ }).count()).toBe(0);
  // Whoever was wrong goes back to what it follows from.
  await customer.page.locator('.said').getByRole('button', { name: 'Ändern' }).click();
  await answer('Läuft unter dem Fahrzeug etwas aus?', 'Nein');
  await customer.page.getByRole('button', { name: 'Nichts davon' }).click();
  await customer.next();
  await customer.page.getByText('Fahrbereit: ja, nach Ihren Angaben zur Sicherheit.').waitFor();
});

test('on a phone, one tap also brings the advice and the way on into sight', async () => {
  await beginWith('Unfall mit Gegner', { viewport: { width: 390, height: 844 } });
  await customer.page.getByRole('button', { name: 'Nichts davon' }).click();
  await advice().getByText('nichts gegen das Weiterfahren').waitFor();
  const bottom = () => customer.page.locator('.actions .primary').evaluate((button) => button.getBoundingClientRect().bottom - innerHeight);
  await expect.poll(bottom).toBeLessThanOrEqual(0);
});

test('one tap says that nothing of it applies; what was said otherwise stays, also over a reload', async () => {
  await beginWith('Mechanik');
  await answer('Ist ein Scheinwerfer', 'Ja');
  await customer.page.getByRole('button', { name: 'Nichts davon' }).click();
  await advice().getByText('Nur langsam und auf kurzem Weg').waitFor();
  await customer.page.reload();
  await advice().getByText('Nur langsam und auf kurzem Weg').waitFor();
  await answer('Ist ein Scheinwerfer', 'Nein');
  await advice().getByText('nichts gegen das Weiterfahren').waitFor();
});

test('nobody is held up by it, and an answer about driving that was changed by hand stays', async () => {
  await beginWith('Mechanik');
  await customer.next();
  await customer.field('answers.incidentDate').waitFor();
  await customer.page.getByRole('group', { name: /noch fahrbereit/ }).getByLabel('Ja').check();
  await customer.page.getByRole('button', { name: /Zurück/ }).click();
  await answer('Lenkt oder bremst es sich anders', 'Ja');
  await customer.next();
  await customer.field('answers.incidentDate').waitFor();
  expect(await customer.page.getByRole('group', { name: /noch fahrbereit/ }).getByLabel('Ja').isChecked()).toBe(true);
});

test.each([320, 1280])('axe finds nothing at %i px', async (width) => {
  await beginWith('Wildunfall', { viewport: { width, height: 800 } });
  await answer('Hat ein Airbag', 'Ja');
  await advice().waitFor();
  expect(await checkAccessibility(customer.page)).toEqual([]);
  expect(await customer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
