import { html } from 'hono/html';
import { accountView } from './account-view.ts';
import { controlsView, testIbansView } from './controls-view.ts';
import { hrefOf } from './href-of.ts';
import type { Payments } from './read-payments.ts';

export function paymentsView(payments: Payments) {
  const { say, language, customers, customer } = payments;
  const other = language === 'de' ? 'en' : 'de';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/inbox.css">
<link rel="stylesheet" href="/assets/payments.css">
<script type="module" src="/assets/payments.js"></script>
</head>
<body>
<header>
<h1>${say.title}</h1>
<p class="banner">${say.banner}</p>
<p class="actions far"><a href="${language === 'en' ? '/?lang=en' : '/'}">${say.messages}</a>
<a href="${hrefOf({ ...payments, language: other })}" lang="${other}">${other === 'en' ? 'English' : 'Deutsch'}</a></p>
</header>
<main class="payments">
<nav id="customers" data-live aria-labelledby="customers-title"><h2 id="customers-title">${say.customers} <span class="count">${customers.length}</span></h2>
${customers.length === 0 ? html`<p class="empty">${say.noCustomers}</p>` : html`<ul class="customers">${customers.map((entry) => customerItem(entry, payments))}</ul>`}</nav>
<section class="account" id="account" data-live aria-label="${say.title}">${customer ? accountView(payments, customer) : ''}</section>
<aside class="controls" aria-label="${say.timeMachine}"><div id="controls" data-live>${controlsView(payments)}</div>
${testIbansView(payments)}</aside>
</main>
</body>
</html>`;
}

function customerItem({ customer, subscription }: Payments['customers'][number], { say, language, customer: shown }: Payments) {
  return html`<li><a href="${hrefOf({ language, customer })}"${customer.id === shown?.id ? html` aria-current="true"` : ''}><span class="who">${customer.company ?? customer.id}</span>
<span class="soft">${subscription ? (say.subscriptionStates[subscription.status] ?? subscription.status) : say.noSubscriptions}</span></a></li>`;
}
