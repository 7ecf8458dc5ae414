import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer, noisyJpeg } from './customer.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let first: Customer;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
  first = await Customer.arrive(browser, standIn);
  await first.page.locator('.tile').first().waitFor();
});
afterEach(async () => {
  await first.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const saysElsewhere = ({ page }: Customer) => page.getByRole('heading', { name: 'Diese Meldung ist in einem anderen Tab geöffnet' }).waitFor();
const goOnHere = ({ page }: Customer) => page.getByRole('button', { name: 'Hier weitermachen' }).click();
const description = (customer: Customer) => customer.field('answers.incidentDescription');

test('a second tab says where the report is open, takes it over on a press, and gives it back the same way', async () => {
  await first.chooseCategory('Parkschaden');
  await description(first).fill('Eine Schramme');
  const second = await first.openTab();
  await saysElsewhere(second);
  expect(await checkAccessibility(second.page)).toEqual([]);
  await goOnHere(second);
  await description(second).waitFor();
  await expect.poll(() => description(second).inputValue()).toBe('Eine Schramme');
  await expect.poll(() => second.focusedId()).toBe('heading');
  await saysElsewhere(first);
  await description(second).fill('Zwei Schrammen');
  await goOnHere(first);
  await expect.poll(() => description(first).inputValue()).toBe('Zwei Schrammen');
  await saysElsewhere(second);
});

test('a photo on its way goes on in the tab that takes over, and goes up once', async () => {
  await first.chooseCategory('Parkschaden');
  await first.answerQuestions();
  await first.nameVehicle();
  standIn.faults.add('holdUploads');
  const photos = [noisyJpeg('eins.jpg', 400), noisyJpeg('zwei.jpg')];
  await first.field('photos.damageWide').setInputFiles(photos);
  await expect.poll(() => standIn.requests.filter((request) => request.startsWith('PATCH')).length).toBe(1);
  const second = await first.openTab();
  await saysElsewhere(second);
  await goOnHere(second);
  await saysElsewhere(first);
  standIn.faults.delete('holdUploads');
  await expect.poll(() => second.page.locator('.card .safe').count()).toBe(2);
  expect(standIn.photos.map(({ bytes }) => bytes.length)).toEqual(photos.map(({ buffer }) => buffer.length));
  expect(standIn.requests.filter((request) => request === 'POST /api/uploads')).toHaveLength(2);
});

test('a second tab goes on by itself once the first is closed', async () => {
  await first.chooseCategory('Parkschaden');
  await description(first).fill('Eine Schramme');
  const second = await first.openTab();
  await saysElsewhere(second);
  await description(first).fill('Zwei Schrammen');
  await first.page.close();
  await expect.poll(() => description(second).inputValue()).toBe('Zwei Schrammen');
  first = second;
});

test('two tabs that nobody has begun in are both free; whoever begins second finds the report of the first', async () => {
  const second = await first.openTab();
  await second.page.locator('.tile').first().waitFor();
  await first.chooseCategory('Parkschaden');
  await description(first).fill('Eine Schramme');
  await second.page.locator('.tile', { hasText: 'Marderbiss' }).click();
  await saysElsewhere(second);
  await goOnHere(second);
  await expect.poll(() => second.heading.innerText()).toBe('Parkschaden');
  await expect.poll(() => description(second).inputValue()).toBe('Eine Schramme');
});

test('a report that was begun in a closed tab goes on in one that stood open untouched', async () => {
  const second = await first.openTab();
  await second.page.locator('.tile').first().waitFor();
  await second.chooseCategory('Parkschaden');
  await description(second).fill('Eine Schramme');
  await second.page.close();
  await first.page.locator('.tile', { hasText: 'Marderbiss' }).click();
  await expect.poll(() => first.heading.innerText()).toBe('Parkschaden');
  await expect.poll(() => description(first).inputValue()).toBe('Eine Schramme');
});

test('a receipt holds nobody up: another tab begins a new report beside it', async () => {
  await first.reachReview();
  await first.next();
  await first.page.locator('.receipt').waitFor();
  const second = await first.openTab();
  await second.page.getByRole('button', { name: 'Neue Meldung' }).click();
  await second.chooseCategory('Parkschaden');
  await expect.poll(() => first.page.locator('.receipt').isVisible()).toBe(true);
});

test('in a browser without locks the tab that came last has the report', async () => {
  await first.page.context().addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await first.page.reload();
  await first.chooseCategory('Parkschaden');
  await description(first).fill('Eine Schramme');
  const second = await first.openTab();
  await description(second).waitFor();
  await expect.poll(() => description(second).inputValue()).toBe('Eine Schramme');
  await saysElsewhere(first);
});
