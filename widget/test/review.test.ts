import { join } from 'node:path';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
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
  customer = await Customer.arrive(browser, standIn);
  await customer.reachReview();
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const change = (section: string) => customer.page.getByRole('button', { name: new RegExp(`Ändern ?: ${section}`) }).click();
const backToReview = () => customer.page.getByRole('button', { name: 'Zurück zur Prüfung' });

test('from every step a change leads back to the review by one press', async () => {
  await change('Fahrzeug und Versicherung');
  await customer.field('vehicle.licensePlate').fill('HD-AB 123');
  await backToReview().click();
  await customer.page.locator('.review').waitFor();
  await change('Fotos');
  await backToReview().click();
  await customer.page.locator('.review').waitFor();
  await change('Schaden');
  await backToReview().click();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.vehicle.licensePlate).toBe('HD-AB 123');
});

test('what is missing in the step is named there, before the review', async () => {
  await change('Kontakt');
  await customer.field('reporter.firstName').fill('');
  await backToReview().click();
  await customer.page.locator('.faults a', { hasText: 'Bitte geben Sie Ihren Vornamen an.' }).waitFor();
  await expect.poll(() => customer.page.locator('.review').count()).toBe(0);
});

test('another kind of damage asks its own questions; what it leaves open elsewhere is named in the review, and leads there', async () => {
  await change('Schaden');
  await customer.page.locator('.tile', { hasText: 'Marderbiss' }).click();
  await expect.poll(() => customer.heading.innerText()).toBe('Kann das Fahrzeug noch fahren?');
  await customer.page.getByRole('button', { name: 'Nichts davon' }).click();
  await backToReview().click();
  await customer.page.locator('.review').waitFor();
  await expect.poll(() => customer.focusedId()).toBe('faults');
  const open = customer.page.locator('.faults a', { hasText: 'Bissspuren' });
  await open.click();
  await customer.page.locator('.shot').first().waitFor();
  await expect.poll(() => customer.focusedId()).toBe('field-photos.biteMarks');
  await customer.page.locator('.shot', { hasText: 'Bissspuren' }).locator('.skip').click();
  await backToReview().click();
  await customer.page.locator('.review').waitFor();
  await expect.poll(() => customer.focusedId()).toBe('heading');
  await expect.poll(() => customer.page.locator('.faults').count()).toBe(0);
});

test('the way back is said in English, too', async () => {
  await change('Kontakt');
  await customer.page.getByLabel(/^(Sprache|Language)$/).selectOption('en');
  await customer.page.getByRole('button', { name: 'Back to the review' }).click();
  await customer.page.locator('.review').waitFor();
});
