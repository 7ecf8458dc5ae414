import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../harness.ts';
import { provisionWorkshop, type Workshop } from '../workshop.ts';

let platform: Platform;
let browser: Browser;
let workshop: Workshop;

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-widerruf');
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

test('without JavaScript and with the keyboard alone somebody withdraws on a phone, is told what was forgotten, and gets the confirmation', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'de-DE', javaScriptEnabled: false, baseURL: `http://${workshop.host}` });
  const page = await context.newPage();
  await page.goto('/widerruf?ref=SM-2026-000777');
  await pressTab(page, 3);
  await page.keyboard.type('Jürgen Großmann');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  // The page comes back at what is missing.
  await page.keyboard.type('jo@kunde.example');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Widerruf bestätigen' }).waitFor();
  expect(platform.simulators.inbox.messages()).toEqual([]);
  await pressTab(page, 2);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ihr Widerruf ist eingegangen' }).waitFor();
  await expect.poll(() => platform.simulators.inbox.messages().map(({ to }) => to).sort()).toEqual([workshop.emailOf.admin, 'jo@kunde.example']);
  await context.close();
});

test('no step has a barrier that can be found by machine, nor anything the page’s own rules forbid', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', baseURL: `http://${workshop.host}` });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.text().includes('status of 422') || complaints.push(message.text()));
  await page.goto('/widerruf');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Jo Kern');
  await page.getByLabel('Your e-mail address').fill('jo.kern@kunde.example');
  await page.getByLabel('Which contract').fill('KA-PA 777');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Back to change it' }).click();
  await expect.poll(() => page.getByLabel('Which contract').inputValue()).toBe('KA-PA 777');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await page.getByRole('heading', { name: 'has been received' }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

async function pressTab(page: Page, times: number): Promise<void> {
  for (let press = 0; press < times; press++) await page.keyboard.press('Tab');
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await checkAccessibility(page)).toEqual([]);
}
