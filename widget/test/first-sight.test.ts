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
  customer = await Customer.arrive(browser, standIn, '/foreign');
});
afterEach(async () => {
  expect(customer.complaints).toEqual([]);
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

test('a tap before the device’s database was looked into counts, and is kept', async () => {
  await customer.page.addInitScript(() => {
    document.addEventListener('meldewerk-ready', ({ target }) => {
      const tiles = [...((target as Element).shadowRoot?.querySelectorAll('.tile') ?? [])];
      const early = Boolean((target as Element).shadowRoot?.querySelector('.language select'));
      Object.assign(globalThis, { early });
      tiles.find((tile) => tile.textContent?.includes('Parkschaden'))?.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, pointerType: 'touch' }));
    }, { once: true });
  });
  await customer.page.reload();
  await customer.passSafety();
  await customer.field('answers.incidentDate').waitFor();
  expect(await customer.page.evaluate(() => (globalThis as never as { early: boolean }).early), 'the list of languages comes after the first frame').toBe(false);
  await expect.poll(() => customer.page.getByLabel('Sprache').count()).toBe(1);
  await customer.answerQuestions();
  await customer.page.reload();
  await customer.field('vehicle.licensePlate').waitFor();
});

test('in a tab that nobody looks at, where no frame is drawn, everything is there all the same', async () => {
  await customer.page.addInitScript(() => {
    globalThis.requestAnimationFrame = () => 0;
  });
  await customer.page.reload();
  await expect.poll(() => customer.page.getByLabel('Sprache').count()).toBe(1);
  await customer.page.locator('.tile', { hasText: 'Parkschaden' }).evaluate((tile) => (tile as HTMLElement).dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, pointerType: 'touch' })));
  await expect.poll(() => customer.page.locator('#heading').innerText()).not.toBe('Was ist passiert?');
});
