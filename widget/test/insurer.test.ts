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
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const insurer = () => customer.field('insurance.insurer');
const options = () => customer.page.locator('.suggestions [role=option]');

test('an insurer is found by a piece of its name and picked with a finger', async () => {
  await insurer().click();
  await expect.poll(() => options().count()).toBeGreaterThan(60);
  await insurer().pressSequentially('huk');
  await expect.poll(() => options().allInnerTexts()).toEqual(['HUK-COBURG', 'HUK24']);
  await options().first().click();
  await expect.poll(() => insurer().inputValue()).toBe('HUK-COBURG');
  await expect.poll(() => options().count()).toBe(0);
});

test('by keyboard: arrows go through the list as a ring, Enter picks without leaving the step, Escape closes', async () => {
  await insurer().focus();
  await insurer().pressSequentially('nuern');
  await customer.page.getByText('1 Vorschlag').waitFor({ state: 'attached' });
  await customer.page.keyboard.press('ArrowDown');
  const active = await insurer().getAttribute('aria-activedescendant');
  await expect.poll(() => customer.page.locator(`[id="${active}"]`).innerText()).toBe('Nürnberger');
  await customer.page.keyboard.press('Enter');
  await expect.poll(() => insurer().inputValue()).toBe('Nürnberger');
  await expect.poll(() => insurer().isVisible()).toBe(true);
  await insurer().fill('');
  await expect.poll(() => options().count()).toBeGreaterThan(60);
  await customer.page.keyboard.press('ArrowUp');
  await expect.poll(() => customer.page.locator('.suggestions [aria-selected=true]').innerText()).toBe('Zurich');
  await customer.page.keyboard.press('ArrowDown');
  await expect.poll(() => customer.page.locator('.suggestions [aria-selected=true]').innerText()).toBe('ADAC Autoversicherung');
  await customer.page.keyboard.press('Escape');
  expect(await insurer().getAttribute('aria-expanded')).toBe('false');
  await expect.poll(() => insurer().inputValue()).toBe('');
});

test('a name that is not in the list stays as typed', async () => {
  await insurer().fill('Dorfgilde von 1712');
  await expect.poll(() => options().count()).toBe(0);
  await customer.nameVehicle();
  // Over the single damages.
  for (let step = 0; step < 2; step += 1) await customer.page.goBack();
  await expect.poll(() => insurer().inputValue()).toBe('Dorfgilde von 1712');
});

test('the list comes when it is needed, not with the page, and the field works without it', async () => {
  await customer.page.route('**/insurers-*.js', (route) => route.abort());
  await customer.page.reload();
  await insurer().fill('HUK-COBURG');
  await customer.nameVehicle();
  await expect.poll(() => options().count()).toBe(0);
});
