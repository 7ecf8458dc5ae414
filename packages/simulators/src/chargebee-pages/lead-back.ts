import type { Context } from 'hono';
import { noticeView } from './frame-view.ts';
import { pagesLanguage } from './texts.ts';

/** To where the seller wants its customer back; without such an address a page says how it went. */
export function leadBack(c: Context, to: string | undefined, how: 'succeeded' | 'cancelled') {
  return to === undefined ? c.html(noticeView(pagesLanguage(c.req.header('accept-language')), how)) : c.redirect(to, 303);
}

/** A form of the page may end up at the seller's: browsers hold the redirect after it against the policy too. */
export function policyOf(redirectUrl: string | undefined): string {
  const seller = redirectUrl !== undefined && URL.canParse(redirectUrl) ? ` ${new URL(redirectUrl).origin}` : '';
  return `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'${seller}; base-uri 'none'; frame-ancestors 'none'`;
}
