import { createMiddleware } from 'hono/factory';
import type { Config } from '../config.ts';
import type { AppEnv } from './scope.ts';

/** Policies by kind of page. No inline script and no inline style anywhere. */
export const contentPolicies = {
  /** The tenant's page with its widget, and plain pages. Styles come from files and adopted style sheets. */
  page: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  portal: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  /** The billing portal, the one place where Stripe's script and frames may load: https://docs.stripe.com/security/guide. */
  billing: "default-src 'none'; script-src 'self' https://js.stripe.com; style-src 'self'; img-src 'self'; connect-src 'self' https://api.stripe.com; frame-src https://js.stripe.com https://hooks.stripe.com; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  operator: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  /** The widget as other websites show it, for the portal to look at. */
  preview: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  /** The widget's files. One of them runs as a worker that reads PDFs and may bring further files of ours, nothing else. */
  script: "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  /** The service worker asks the platform, and runs nothing but itself. */
  serviceWorker: "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
  /** Answers that are data: nothing in them may run, whatever a browser makes of them. */
  data: "default-src 'none'; sandbox; frame-ancestors 'none'",
} as const;

export function securityHeaders(config: Config) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const headers = c.res.headers;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentPolicies.data);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()');
    headers.set('cross-origin-opener-policy', 'same-origin');
    // The widget's files are there for other sites; everything else is not.
    if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'same-origin');
    if (config.publicUrl.protocol === 'https') headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  });
}
