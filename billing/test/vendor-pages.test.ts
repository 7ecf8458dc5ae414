import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCustomer, type RentedSite, rentSite, subscribe } from '@meldewerk/simulators/chargebee/rented-site.fixture';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

let vendor: RentedSite;
let seller: Server;
let browser: Browser;
let back: string;

beforeAll(async () => {
  [vendor, browser] = await Promise.all([rentSite(), openBrowser()]);
  seller = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Back</title>'));
  await new Promise<void>((resolve) => seller.listen(0, '127.0.0.1', resolve));
  back = `http://billing.localhost:${(seller.address() as AddressInfo).port}/mandate/m1`;
});
afterAll(async () => {
  await browser?.close();
  seller?.close();
  await vendor?.simulators.close();
});

async function open(address: string, width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, locale: 'de-DE' })).newPage();
  await page.goto(address);
  return page;
}
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');

test('a mandate is given on the hosted page at 320 pixels, and the browser follows it back to the seller', async () => {
  const id = await createCustomer(vendor);
  const { hosted_page: hosted } = await vendor.chargebee.hostedPage.managePaymentSources({ customer: { id }, redirect_url: back });
  const page = await open(hosted.url!, 320);
  await page.getByRole('button', { name: 'Mandat erteilen' }).click();
  await page.getByText('Bitte geben Sie die IBAN an.').waitFor();
  expect([await checkAccessibility(page), await fits(page)]).toEqual([[], true]);
  await page.getByLabel('IBAN', { exact: true }).fill('DE89 3704 0044 0532 0130 00');
  await page.getByLabel('Ich erteile dieses Mandat.').check();
  await page.getByRole('button', { name: 'Mandat erteilen' }).click();
  await page.waitForURL(`${back}?id=${hosted.id}&state=succeeded`);
  await page.context().close();
});

test('the portal shows the account, and leads back', async () => {
  const { customerId: id } = await subscribe(vendor);
  const { portal_session: session } = await vendor.chargebee.portalSession.create({ customer: { id }, redirect_url: back });
  const page = await open(session.access_url, 320);
  await page.getByText('DE•• •••• 3000').waitFor();
  expect([await checkAccessibility(page), await fits(page)]).toEqual([[], true]);
  await page.getByRole('button', { name: 'Zurück' }).click();
  await page.waitForURL(back);
  await page.context().close();
});

test('the payment account stays current by itself while time is let pass', async () => {
  const { customerId } = await subscribe(vendor);
  const page = await open(`http://simulators.localhost:${vendor.simulators.port}/payments?customer=${customerId}`, 1280);
  await page.locator('.debit .in_progress').waitFor();
  expect([await checkAccessibility(page), await fits(page)]).toEqual([[], true]);
  await vendor.simulator.travel({ minutes: 5 });
  await page.locator('.debit .success').waitFor();
  await page.setViewportSize({ width: 320, height: 800 });
  expect([await checkAccessibility(page), await fits(page)]).toEqual([[], true]);
  await page.getByRole('button', { name: 'schlägt fehl' }).click();
  await page.getByRole('button', { name: 'schlägt fehl', pressed: true }).waitFor();
  await page.context().close();
});
