import { html } from 'hono/html';
import type { Faults } from '../faults.ts';
import { mailListView, readingView } from './mailbox-view.ts';
import { phoneView } from './phone-view.ts';
import { switchesView } from './switches-view.ts';
import { hrefTo, type ViewState } from './view-state.ts';

export function pageView(state: ViewState, faults: Faults) {
  const { say, language, search } = state;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/inbox.css">
<script type="module" src="/assets/inbox.js"></script>
</head>
<body data-view="${state.asked}">
<header>
<h1>${say.title}</h1>
<p class="banner">${say.banner}</p>
<form class="search" role="search" action="/" method="get">
${language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}
<label for="to" class="visually-hidden">${say.search}</label>
<input id="to" name="to" type="search" value="${search}" placeholder="${say.searchHint}">
<button>${say.searchButton}</button>
${search ? html`<a href="${hrefTo({ language, search: '' }, '/')}">${say.showAll}</a>` : ''}
</form>
<p class="actions">
<a href="${language === 'en' ? '/payments?lang=en' : '/payments'}">${say.payments}</a>
<a href="${hrefTo({ language: language === 'de' ? 'en' : 'de', search }, '/')}" lang="${language === 'de' ? 'en' : 'de'}">${say.otherLanguage}</a>
<button type="button" id="ask-clearing">${say.clear}</button></p>
</header>
<main>
${phoneView(state)}
${mailListView(state)}
${readingView(state)}
</main>
<aside aria-label="${say.faults}">${switchesView(state, faults)}</aside>
<dialog id="clearing" aria-labelledby="clearing-title"><h2 id="clearing-title">${say.clearQuestion}</h2><p>${say.clearExplanation}</p>
<form method="post" action="/clearing"><input type="hidden" name="back" value="${hrefTo({ language, search: '' }, '/')}">
<button type="button" id="cancel-clearing">${say.cancel}</button> <button class="danger">${say.clearConfirm}</button></form></dialog>
</body>
</html>`;
}
