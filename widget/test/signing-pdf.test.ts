import { join } from 'node:path';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { cardOf, draw, linkPath, reachForms, signButton } from './signer.ts';
import { linkForms, preparePdfForm } from './signing-premises.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer;

beforeAll(async () => {
  browser = await openLightBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
  preparePdfForm(standIn);
  customer = await Customer.arrive(browser, standIn, linkPath);
  await reachForms(customer);
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const card = () => cardOf(customer, linkForms.scanned.title);
const begin = () => card().getByRole('button', { name: /^Lesen und unterschreiben/ }).click();

test('an uploaded form is shown page by page, letters and scanned pictures, on a page that allows nothing but its own address', async () => {
  const workers: string[] = [];
  customer.page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname));
  await begin();
  const pages = card().locator('canvas.drawn');
  await pages.nth(1).waitFor();
  await expect.poll(() => card().getByRole('img', { name: 'Seite 1 von 2' }).count()).toBe(1);
  expect(workers).toEqual([expect.stringMatching(/^\/widget\/pdfjs-[\d.]+\/pdf\.worker\.js$/)]);
  // The square of the scan, and letters at the head of the page.
  const dark = await pages.first().evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const inkIn = (x: number, y: number, w: number, h: number) => {
      const { data } = canvas.getContext('2d')!.getImageData(x * width, y * height, w * width, h * height);
      return data.filter((value, at) => at % 4 === 0 && value < 100).length / (data.length / 4);
    };
    return { scan: inkIn(0.12, 0.43, 0.1, 0.06), letters: inkIn(0.1, 0.05, 0.4, 0.03) };
  });
  expect(dark.scan).toBeGreaterThan(0.99);
  expect(dark.letters).toBeGreaterThan(0.005);
  expect(customer.complaints).toEqual([]);
});

test('the pages can be enlarged, and read as plain text', async () => {
  await begin();
  const page = card().locator('canvas.drawn').first();
  await page.waitFor();
  const before = (await page.boundingBox())!.width;
  await card().getByRole('button', { name: 'Größer' }).click();
  await card().getByRole('button', { name: 'Größer' }).click();
  expect((await page.boundingBox())!.width).toBeCloseTo(before * 2, -1);
  expect(await customer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await card().getByText('Als einfachen Text lesen').click();
  await card().getByText('Jana Beispiel tritt die Forderung ab.').waitFor();
});

test('what was shown is what is signed', async () => {
  await begin();
  await card().locator('canvas.drawn').first().waitFor();
  await draw(card());
  await signButton(card()).click();
  await card().getByText('✓ unterschrieben').waitFor();
  const [{ documentId, sha256 }] = standIn.signing.signatures as [(typeof standIn.signing.signatures)[number]];
  expect(standIn.signing.documents.get(documentId)!.sha256).toBe(sha256);
});

test('a PDF that cannot be drawn is said so, and can be downloaded', async () => {
  standIn.signing.faults.add('brokenPdf');
  await begin();
  await card().getByText('Diese Seiten lassen sich hier nicht anzeigen.').waitFor();
  const [download] = await Promise.all([customer.page.waitForEvent('download'), card().getByRole('button', { name: /Als PDF öffnen/ }).click()]);
  expect(download.suggestedFilename()).toBe('Abtretung mit Logo.pdf');
});
