import type { Language } from '@meldewerk/contract/language';
import { isRightToLeft } from '@meldewerk/contract/text-in';
import { html } from 'hono/html';

type PlainPage = { language: Language; title: string; paragraphs: string[]; links?: { href: string; label: string }[]; footnote?: string };

/** A page of a few sentences: landing page, unknown address, errors. Everything in it is escaped. */
export async function plainPage({ language, title, paragraphs, links = [], footnote }: PlainPage): Promise<string> {
  const page = await html`<!doctype html>
<html lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} – Meldewerk</title>
    <link rel="icon" href="/files/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/files/plain-page.css">
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
      ${links.length > 0 ? html`<ul>${links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>` : ''}
      ${footnote ? html`<hr><p><small>${footnote}</small></p>` : ''}
    </main>
  </body>
</html>`;
  return String(page);
}
