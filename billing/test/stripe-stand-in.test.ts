import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulators, type Simulators } from '@meldewerk/simulators/start';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, Frame, Page } from 'playwright-core';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

let simulators: Simulators;
let site: Server;
let browser: Browser;
let stripe: Stripe;
let page: Page;
let frame: Frame;

const loader = readFileSync(new URL('../dist/index.mjs', import.meta.resolve('@stripe/stripe-js')), 'utf8');
/** As our own page does it: Stripe's loader, an element in the light DOM, a form around it. */
const shop = `
  import { loadStripe } from '/loader.js';
  window.heard = [];
  window.stripe = await loadStripe('pk_test_simulated', { locale: document.documentElement.lang });
  const field = window.field = stripe.elements().create('iban', { supportedCountries: ['SEPA'], placeholderCountry: 'DE', style: { base: { fontSize: '18px', color: 'rgb(1, 2, 3)' }, invalid: { color: 'rgb(200, 0, 0)' } } });
  for (const name of ['ready', 'change', 'focus', 'blur', 'escape']) field.on(name, (event) => heard.push([name, event]));
  field.mount('#iban');
  document.querySelector('form').addEventListener('submit', (event) => (event.preventDefault(), heard.push(['submit'])));`;
const markup = (lang: string, standIn: string) => `<!doctype html><html lang="${lang}"><head><title>Shop</title><script type="module" crossorigin src="${standIn}/stripe-js/stripe.js"></script><script type="module" src="/shop.js"></script></head>
  <body><main><h1>Shop</h1><form><label for="iban">IBAN</label><div id="iban"></div><button>Go</button></form></main></body></html>`;

beforeAll(async () => {
  [simulators, browser] = await Promise.all([startSimulators({ now: () => new Date('2026-11-21T13:00:00Z') }), openBrowser()]);
  const origin = `http://simulators.localhost:${simulators.port}`;
  site = createServer(({ url = '/' }, response) => {
    const script = { '/shop.js': shop, '/loader.js': loader }[url];
    const policy = `default-src 'none'; script-src 'self' ${origin}; connect-src 'self' ${origin}; frame-src ${origin}; style-src 'self'`;
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8', 'content-security-policy': policy }).end(script ?? markup(url === '/en' ? 'en' : 'de', origin));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  stripe = new Stripe('rk_test_simulated', { httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init?: RequestInit) => fetch(`${simulators.stripeUrl}${new URL(input instanceof Request ? input.url : input).pathname}`, init)) });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await simulators?.close();
});

const heard = (name: string) => page.evaluate(`heard.filter(([heard]) => heard === ${JSON.stringify(name)}).map(([, event]) => event)`) as Promise<Record<string, unknown>[]>;
const lastChange = async () => (await heard('change')).at(-1);

async function open(path = '/') {
  await page?.context().close();
  const context = await browser.newContext({ viewport: { width: 390, height: 700 } });
  page = await context.newPage();
  await page.goto(`http://billing.localhost:${(site.address() as AddressInfo).port}${path}`);
  await expect.poll(() => page.evaluate('globalThis.heard?.length > 0')).toBe(true);
  frame = page.frames()[1]!;
}
beforeEach(() => open());

const begin = async () => stripe.setupIntents.create({ customer: (await stripe.customers.create({ name: 'Muster' })).id, allowed_payment_method_types: ['sepa_debit'], usage: 'off_session' });
const confirm = (secret: string | null) => page.evaluate(`stripe.confirmSepaDebitSetup(${JSON.stringify(secret)}, { payment_method: { sepa_debit: field, billing_details: { name: 'Karosserie Muster GmbH', email: 'buchhaltung@muster.example', address: { country: 'CH', line1: 'Bahnhofstrasse 1' } } } })`) as Promise<{ setupIntent?: Stripe.SetupIntent; error?: { type: string; code: string; message: string } }>;

test('the loader takes the stand-in, and a mandate is given without the page ever seeing the IBAN', async () => {
  const sent: string[] = [];
  page.on('request', (request) => void (request.frame() === page.mainFrame() && sent.push(`${request.url()} ${request.postData() ?? ''}`)));
  const { client_secret: secret, id } = await begin();
  await page.getByText('IBAN', { exact: true }).click();
  await page.keyboard.type('de89370400440532013000', { delay: 5 });
  expect(await frame.locator('input').inputValue()).toBe('DE89 3704 0044 0532 0130 00');
  await expect.poll(lastChange).toEqual({ elementType: 'iban', empty: false, complete: true, error: undefined, country: 'DE', bankName: 'Commerzbank Köln' });
  expect(await page.locator('#iban').getAttribute('class')).toBe('StripeElement StripeElement--focus StripeElement--complete');
  expect(await confirm(secret)).toMatchObject({ setupIntent: { id, status: 'succeeded' } });
  expect(await page.evaluate(`stripe.retrieveSetupIntent(${JSON.stringify(secret)})`)).toMatchObject({ setupIntent: { id, status: 'succeeded' } });
  const read = await stripe.setupIntents.retrieve(id);
  expect(read).toMatchObject({ status: 'succeeded', payment_method: expect.stringMatching(/^pm_/), mandate: expect.stringMatching(/^mandate_/) });
  expect(sent.join('\n')).not.toMatch(/DE89|3704/i);
  expect(await page.content()).not.toMatch(/DE89|3704/i);
});

test('a slip is told in the language of the page, a half typed number only once the field is left', async () => {
  const input = frame.locator('input');
  await input.pressSequentially('DE89 3704');
  expect(await lastChange()).toMatchObject({ complete: false });
  expect((await lastChange())?.error).toBeUndefined();
  await input.blur();
  await expect.poll(lastChange).toMatchObject({ error: { type: 'validation_error', code: 'incomplete_iban', message: 'Die IBAN ist unvollständig.' } });
  await input.fill('DE89 3704 0044 0532 0130 01');
  await expect.poll(lastChange).toMatchObject({ error: { code: 'invalid_iban' } });
  expect(await frame.evaluate("getComputedStyle(document.querySelector('input')).color")).toBe('rgb(200, 0, 0)');
  await input.fill('US12');
  await expect.poll(lastChange).toMatchObject({ error: { code: 'invalid_iban_country_code' } });
  await page.evaluate('field.clear()');
  await expect.poll(lastChange).toMatchObject({ empty: true, error: undefined });
  await open('/en');
  const { client_secret: secret } = await begin();
  expect(await confirm(secret)).toEqual({ error: { type: 'validation_error', code: 'incomplete_iban', message: 'The IBAN you entered is incomplete.' } });
});

test('what the bank or Stripe refuses comes back as an error, and the field stays', async () => {
  const { client_secret: secret, id } = await begin();
  await frame.locator('input').fill('DE51370400440532013005');
  expect(await confirm(secret)).toMatchObject({ error: { code: 'bank_account_unusable' } });
  await frame.locator('input').fill('CH9300762011623852957');
  expect(await confirm(secret)).toMatchObject({ setupIntent: { id, status: 'succeeded' } });
  expect(await confirm(secret)).toMatchObject({ error: { code: 'setup_intent_unexpected_state' } });
});

test('keyboard: the field is reached by Tab, Enter sends the form, Escape is told', async () => {
  expect(await checkAccessibility(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await heard('focus')).length).toBe(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await heard('submit')).length + (await heard('escape')).length).toBe(2);
});

test('where the real one would not work, the stand-in does not either', async () => {
  const attempt = (code: string) => page.evaluate(`(async () => { ${code} })().then(() => 'worked', (error) => error.name + ': ' + error.message)`);
  expect(await attempt(`const host = document.body.appendChild(document.createElement('div')); const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div')); stripe.elements().create('iban').mount(inner)`)).toContain('Please mount in the Light DOM');
  expect(await attempt(`stripe.elements().create('card')`)).toContain('IntegrationError');
  expect(await attempt(`field.destroy(); field.mount('#iban')`)).toContain('IntegrationError');
  expect(await attempt(`await stripe.confirmSepaDebitSetup('nothing')`)).toContain('IntegrationError');
  expect(await attempt(`window.Stripe('rk_test_secret')`)).toContain('IntegrationError');
});
