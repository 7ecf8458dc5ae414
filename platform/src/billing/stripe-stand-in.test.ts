import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { contentPolicies } from '../http/security-headers.ts';

let simulated: Platform;
let real: Platform;

beforeAll(async () => {
  [simulated, real] = await Promise.all([bootPlatform(), bootPlatform({ settings: { STRIPE_BASE_URL: '' } })]);
});
afterAll(() => Promise.all([simulated.close(), real.close()]));

test('Stripe itself is all that the billing page may load beside its own, unless Stripe is simulated', async () => {
  const page = await real.request('billing.localhost:3000', '/');
  expect(page.headers.get('content-security-policy')).toBe(contentPolicies.billing);
  expect(await page.text()).not.toContain('simulators.');
});

test('a simulated Stripe gets its script before the page’s own, and exactly its origin into the policy', async () => {
  const page = await simulated.request('billing.localhost:3000', '/mandate/x');
  const origin = 'http://simulators.localhost:3000';
  expect(page.headers.get('content-security-policy')?.replaceAll(` ${origin}`, '')).toBe(contentPolicies.billing);
  for (const directive of ['script-src', 'connect-src', 'frame-src']) expect(page.headers.get('content-security-policy')).toContain(`${directive} ${origin} `);
  const html = await page.text();
  expect(html.indexOf(`${origin}/stripe-js/stripe.js`)).toBeGreaterThan(0);
  expect(html.indexOf(`${origin}/stripe-js/stripe.js`)).toBeLessThan(html.indexOf('src="/assets/'));
  const script = await simulated.request('simulators.localhost:3000', '/stripe-js/stripe.js');
  expect([script.status, script.headers.get('cross-origin-resource-policy'), script.headers.get('access-control-allow-origin')]).toEqual([200, 'cross-origin', '*']);
});

test('the operator’s console has nothing of Stripe in either world', async () => {
  for (const platform of [simulated, real]) {
    const page = await platform.request('operator.localhost:3000', '/');
    expect(page.headers.get('content-security-policy')).toBe(contentPolicies.operator);
    expect(await page.text()).not.toContain('stripe.js');
  }
});
