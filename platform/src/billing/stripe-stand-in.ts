import { createHash } from 'node:crypto';
import type { StaticFile } from '../http/static-files.ts';

export type Page = { file: StaticFile; policy: string };

const pages = new Map<string, Page>();

/**
 * The page with a script before its own that defines `window.Stripe`; Stripe's loader takes it and loads nothing. Only where Stripe is a
 * simulator: its origin then may bring scripts, frames and answers, beside those that Stripe itself needs.
 */
export function withStripeStandIn({ file, policy }: Page, origin: string): Page {
  const key = `${origin} ${file.etag}`;
  const known = pages.get(key);
  if (known) return known;
  const bytes = Buffer.from(file.bytes.toString('utf8').replace('<script', `<script type="module" crossorigin src="${origin}/stripe-js/stripe.js"></script>\n    <script`));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const page = { file: { bytes, brotli: null, gzip: null, mediaType: file.mediaType, etag }, policy: policy.replace(/\b(script-src|connect-src|frame-src) /g, `$1 ${origin} `) };
  pages.set(key, page);
  return page;
}
