import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { ibanLengths } from '../bank/iban.ts';
import { germanBanks } from '../bank/test-ibans.ts';

const scripts = ['stripe.js', 'iban-element.js', 'iban-frame.js', 'iban-frame-texts.js'];

const framePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors http: https:";

/**
 * What stands in for `js.stripe.com`: `/stripe-js/stripe.js` defines `window.Stripe`, which `@stripe/stripe-js` takes when it is there already.
 * Its IBAN field is a frame of this host, so that a page never sees what is typed into it.
 */
export function createStripeJs(): Hono {
  return new Hono()
    .use(async (c, next) => {
      await next();
      c.header('access-control-allow-origin', '*');
      c.header('cross-origin-resource-policy', 'cross-origin');
      c.header('cache-control', 'no-store');
      c.header('x-content-type-options', 'nosniff');
    })
    .get('/stripe-js/iban-frame.html', (c) => {
      const page = readAsset('iban-frame.html').replace('{{lengths}}', inAttribute(ibanLengths)).replace('{{banks}}', inAttribute(germanBanks));
      return c.html(page, 200, { 'content-security-policy': framePolicy });
    })
    .get('/stripe-js/iban-frame.css', (c) => c.body(readAsset('iban-frame.css'), 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/stripe-js/:name', (c) => {
      const name = c.req.param('name');
      return scripts.includes(name) ? c.body(readAsset(name), 200, { 'content-type': 'text/javascript; charset=utf-8' }) : c.notFound();
    });
}

function inAttribute(data: object): string {
  return JSON.stringify(data).replaceAll('"', '&quot;');
}

function readAsset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}
