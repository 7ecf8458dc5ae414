import { join } from 'node:path';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
});
afterEach(async () => {
  await customer?.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

test('on a foreign page with a strict policy and a reset of everything, the whole way works without a complaint', async () => {
  customer = await Customer.arrive(browser, standIn, '/foreign');
  await customer.reachReview();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.source).toEqual({ kind: 'embed', origin: standIn.origin });
  expect(customer.complaints).toEqual([]);
  expect(await customer.page.context().cookies()).toEqual([]);
  const fontSize = await customer.page.locator('.app').evaluate((app) => getComputedStyle(app).fontSize);
  expect(fontSize).toBe('16px');
});

test('a foreign page’s history is left alone', async () => {
  customer = await Customer.arrive(browser, standIn, '/foreign');
  const before = await customer.page.evaluate(() => history.length);
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  expect(await customer.page.evaluate(() => history.length)).toBe(before);
});

test('the page hears what happens, without a word of what was typed', async () => {
  customer = await Customer.arrive(browser, standIn, '/foreign');
  await customer.page.locator('.tile').first().waitFor();
  await customer.page.evaluate(() => {
    const heard: string[] = [];
    for (const name of ['meldewerk-step', 'meldewerk-submitted']) document.addEventListener(name, (event) => heard.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`));
    Object.assign(window, { heard });
  });
  await customer.reachReview();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  const heard = await customer.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  // The first step is seen before the code is there that tells of it: a quick hand is on the second by then.
  expect(heard.filter((told) => !told.includes('"category"'))).toEqual([
    ...['questions', 'vehicle', 'damages', 'photos', 'contact', 'review'].map((step) => `meldewerk-step {"step":"${step}"}`),
    'meldewerk-submitted {"reference":"SM-2026-000001"}',
    'meldewerk-step {"step":"receipt"}',
  ]);
});

test('a page can choose the brand colour, and the text on it stays readable', async () => {
  customer = await Customer.arrive(browser, standIn, '/foreign');
  await customer.page.locator('damage-report').evaluate((element) => {
    const again = document.createElement('damage-report');
    again.style.setProperty('--meldewerk-brand', '#ffde00');
    element.replaceWith(again);
  });
  const button = customer.page.locator('.actions .primary');
  await button.waitFor();
  expect(await button.evaluate((shown) => [getComputedStyle(shown).backgroundColor, getComputedStyle(shown).color])).toEqual(['rgb(255, 222, 0)', 'rgb(0, 0, 0)']);
});

test.each([280, 320, 348, 352, 390, 520, 560, 600, 1280])('no word of a tile is torn apart at %i px', async (width) => {
  customer = await Customer.arrive(browser, standIn, '/foreign', { viewport: { width, height: 800 } });
  await customer.page.locator('.tile').first().waitFor();
  const torn = await customer.page.locator('.tile .label, .tile .hint').evaluateAll((texts) =>
    texts.flatMap((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: word, index } of node.textContent!.matchAll(/[^\s-]+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) words.push(word);
        }
      }
      return words;
    }),
  );
  expect(torn).toEqual([]);
});

test('taken out of the page and put back, as single-page apps do, the widget goes on where it was', async () => {
  customer = await Customer.arrive(browser, standIn, '/foreign');
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.field('vehicle.licensePlate').fill('KA-PA 777');
  await customer.page.locator('damage-report').evaluate((element) => {
    const { parentElement } = element;
    element.remove();
    parentElement?.append(document.createElement('damage-report'));
  });
  await customer.field('vehicle.licensePlate').waitFor();
  expect(await customer.field('vehicle.licensePlate').inputValue()).toBe('KA-PA 777');
});

test('before anybody touches it, the page pays for one script', async () => {
  customer = await Customer.arrive(browser, standIn);
  await customer.page.locator('.tile').first().waitFor();
  const loaded = await customer.page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname));
  expect(loaded.filter((path) => path !== '/favicon.ico').toSorted()).toEqual(['/widget.js']);
});

test('a suspended workshop says so and offers nothing to retry', async () => {
  standIn.faults.add('suspended');
  customer = await Customer.arrive(browser, standIn);
  await customer.page.getByText('Diese Werkstatt nimmt im Moment keine Meldungen an.').waitFor();
  expect(await customer.page.getByRole('button').count()).toBe(0);
});

test('without an answer from the workshop there is a sentence, its phone number, and another try', async () => {
  customer = await Customer.arrive(browser, standIn);
  standIn.faults.add('siteDown');
  await customer.page.locator('.tile', { hasText: 'Parkschaden' }).click();
  await customer.page.getByText('Gerade keine Verbindung').waitFor();
  await customer.page.getByRole('link', { name: '+49 721 1234567 anrufen' }).waitFor();
  standIn.faults.delete('siteDown');
  await customer.page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await customer.passSafety();
  await customer.field('answers.incidentDate').waitFor();
});

test('where the browser denies storage, the customer is told and can still report', async () => {
  customer = await Customer.arrive(browser, standIn);
  await customer.page.addInitScript(() => Object.defineProperty(indexedDB, 'open', { value: () => { throw new Error('denied'); } }));
  await customer.page.reload();
  await customer.page.getByText('Ihr Browser erlaubt gerade kein Speichern').waitFor();
  await customer.reachReview();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
});

test('switching the language loses nothing and speaks to screen readers in it', async () => {
  customer = await Customer.arrive(browser, standIn);
  await customer.chooseCategory('Parkschaden');
  await customer.field('answers.incidentDescription').fill('Eine Schramme.');
  await customer.page.getByLabel(/^(Sprache|Language)$/).selectOption('en');
  await customer.page.getByRole('button', { name: 'Continue' }).waitFor();
  expect(await customer.field('answers.incidentDescription').inputValue()).toBe('Eine Schramme.');
  expect(await customer.page.locator('.app').getAttribute('lang')).toBe('en');
  await customer.next();
  expect(await customer.page.locator('.faults').innerText()).toContain('Please answer');
  await customer.page.getByLabel(/^(Sprache|Language)$/).selectOption('de');
  await expect.poll(() => customer!.page.locator('.faults').innerText()).toContain('Bitte beantworten Sie noch');
  await customer.page.reload();
  await customer.page.getByRole('button', { name: 'Weiter' }).waitFor();
});
