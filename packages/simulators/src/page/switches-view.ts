import { html } from 'hono/html';
import { faultModes, type Faults } from '../faults.ts';
import { type Vendor, vendors } from '../message.ts';
import { magicNumbers } from '../twilio/magic-numbers.ts';
import { hrefTo, type ViewState } from './view-state.ts';

const names: Record<Vendor, string> = { twilio: 'Twilio (SMS)', resend: 'Resend (E-Mail)', chargebee: 'Chargebee', stripe: 'Stripe' };

/** What can be made to go wrong: a vendor as a whole, or a single number. */
export function switchesView(state: ViewState, faults: Faults) {
  const { say, language } = state;
  return html`<section class="switches" id="switches" data-live aria-labelledby="faults-title">
<div><h2 id="faults-title">${say.faults}</h2><p>${say.faultsExplanation}</p>
${vendors.map((vendor) => html`<form method="post" action="/faults" aria-label="${names[vendor]}"><h3>${names[vendor]}</h3>
<input type="hidden" name="vendor" value="${vendor}"><input type="hidden" name="back" value="${hrefTo(state, '/')}">
<p class="modes">${faultModes.map((mode) => html`<button name="mode" value="${mode}" aria-pressed="${String(faults.current(vendor).mode === mode)}">${say.modes[mode]}</button>`)}</p></form>`)}
</div>
<div><h2>${say.numbers}</h2><p>${say.numbersExplanation}</p>
<table><thead><tr><th scope="col">${say.number}</th><th scope="col">${say.effect}</th><th scope="col">${say.code}</th></tr></thead>
<tbody>${magicNumbers.map(({ number, code, meaning }) => html`<tr><td>${number}</td><td>${meaning[language]}</td><td>${code}</td></tr>`)}</tbody></table></div>
</section>`;
}
