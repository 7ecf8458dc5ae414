import { html } from 'hono/html';
import { type PagesLanguage, pagesTexts } from './texts.ts';

type Part = ReturnType<typeof html>;

/** What all pages of the vendor share: its name, and that nothing of it is real. */
export function frameView({ language, title, body }: { language: PagesLanguage; title: string; body: Part }) {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Chargebee</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/chargebee/assets/pages.css">
</head>
<body>
<header><span class="vendor">Chargebee</span><strong class="simulated">${pagesTexts[language].simulated}</strong></header>
<main><h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

export function noticeView(language: PagesLanguage, kind: 'over' | 'succeeded' | 'cancelled') {
  const say = pagesTexts[language];
  return frameView({ language, title: say[`${kind}Title`], body: html`<p>${say[kind]}</p>` });
}
