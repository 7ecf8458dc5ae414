import type { Event } from 'chargebee';
import { html } from 'hono/html';
import { testIbans } from '../bank/test-ibans.ts';
import type { WebhookDelivery } from '../chargebee/webhook-delivery.ts';
import { formatInstant } from './format.ts';
import { hrefOf } from './href-of.ts';
import type { Payments } from './read-payments.ts';

/** What can be done to the simulated Chargebee: let time pass, disturb the webhook, send an event again. */
export function controlsView(payments: Payments) {
  const { say, language, customer, now, aheadDays, trouble, events } = payments;
  const back = hrefOf(payments);
  const hidden = html`<input type="hidden" name="back" value="${back}"><input type="hidden" name="customer" value="${customer?.id ?? ''}">`;
  const pressed = { twice: trouble.twice, shuffled: trouble.shuffled, half: trouble.lostShare > 0, endpointDown: trouble.endpointDown };
  return html`<form method="post" action="/payments/travel" aria-label="${say.timeMachine}"><h2>${say.timeMachine}</h2>
<p><strong>${formatInstant(now, language)}</strong> <span class="soft">${say.ahead(aheadDays)}</span></p>${hidden}
<p class="modes">${Object.entries(say.travel).map(([to, text]) => html`<button name="to" value="${to}">${text}</button>`)}</p>
<p class="soft">${say.timeExplanation}</p></form>
<form method="post" action="/payments/webhooks" aria-label="${say.webhooks}"><h2>${say.webhooks}</h2>${hidden}
<p class="modes">${Object.entries(say.troubles).map(([name, text]) => html`<button name="${name}" value="${pressed[name as keyof typeof pressed] ? 'off' : 'on'}" aria-pressed="${String(pressed[name as keyof typeof pressed])}">${text}</button>`)}</p>
<p class="soft">${say.webhooksExplanation}</p></form>
<section aria-labelledby="events-title"><h2 id="events-title">${say.events}</h2>
${events.length === 0 ? html`<p class="soft">${say.noEvents}</p>` : html`<ol class="rows events">${events.map(({ event, delivery }) => eventView(event, delivery, payments, back))}</ol>`}
${payments.hasMoreEvents ? html`<p class="more"><a href="${hrefOf({ ...payments, allEvents: true })}">${say.showAll}</a></p>` : ''}</section>`;
}

/** What can be typed wherever an IBAN is asked for. Apart from the rest: it never changes, and stays open. */
export function testIbansView({ say, language }: Payments) {
  return html`<details><summary>${say.testIbans}</summary><ul class="rows ibans">${testIbans.map(({ iban, meaning }) => html`<li><span>${iban.replace(/(.{4})(?=.)/g, '$1 ')}</span> <span class="line">${meaning[language]}</span></li>`)}</ul></details>`;
}

function eventView(event: Event, delivery: WebhookDelivery | undefined, { say, language }: Payments, back: string) {
  const attempts = delivery?.attempts ?? [];
  return html`<li><div><strong>${event.event_type}</strong> <span class="line">${formatInstant(event.occurred_at, language)} ${companyOf(event)}</span>
<span class="line">${attempts.map(({ status }) => html`<span class="tag ${status !== null && status < 300 ? 'valid' : 'failure'}">${status ?? say.noAnswer}</span> `)}${wayOf(event, delivery, { say, language })}</span></div>
<form method="post" action="/payments/events/${event.id}/deliveries"><input type="hidden" name="back" value="${back}"><button aria-label="${say.resend}: ${event.event_type}">${say.resend}</button></form></li>`;
}

function companyOf({ content }: Event): string {
  const { customer } = (content ?? {}) as { customer?: { company?: string } };
  return customer?.company ?? '';
}

function wayOf(event: Event, delivery: WebhookDelivery | undefined, { say, language }: Pick<Payments, 'say' | 'language'>) {
  if (!delivery) return '';
  if (delivery.nextAt !== null) return delivery.attempts.length === 0 ? html`<span class="soft">${say.waiting}</span>` : html`<span class="soft">${say.nextTry} ${formatInstant(delivery.nextAt, language)}</span>`;
  return event.webhook_status === 'failed' && delivery.attempts.length === 0 ? html`<span class="tag failure">${say.lost}</span>` : '';
}
