import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { StepHost } from '../step.ts';
import { stateOf } from './check-forms.ts';
import { signedAtText, stateText } from './form-card.ts';
import { signingOf } from './signing-controller.ts';
import { withdrawalRows } from './withdrawal.ts';

/** Forms and withdrawal as the review shows them: each with its state and a way back to it. */
export function renderSignedReview(host: StepHost): TemplateResult {
  signingOf(host);
  const { link } = host.drafts.draft;
  if (!link) return html``;
  return html`${link.forms.length > 0
    ? html`<section aria-labelledby="review-forms">
        ${head(host, 'review-forms', msg('Formulare', { id: 'signing.forms' }))}
        <dl>${link.forms.map((form) => {
          const state = stateOf(host, form);
          return html`<div><dt lang=${form.language}>${form.title}</dt><dd>
            <span class="state ${state}">${stateText(state)}</span>
            ${state === 'signed' ? html`<span class="soft">${signedAtText(host, form)}</span>` : nothing}
            ${state === 'changed' ? html`<p class="wrong">${msg('Angaben geändert: bitte neu unterschreiben', { id: 'signing.changedReview' })}</p>` : nothing}
            ${state === 'signed' ? nothing : html`<button type="button" class="button" @click=${() => host.goTo('forms', `forms.${form.id}`)}>${msg('Zum Formular', { id: 'signing.toForm' })}<span class="unseen">: ${form.title}</span></button>`}
          </dd></div>`;
        })}</dl>
      </section>`
    : nothing}
  ${link.withdrawalNotice
    ? html`<section aria-labelledby="review-withdrawal">
        ${head(host, 'review-withdrawal', msg('Widerrufsrecht', { id: 'withdrawal.short' }), 'withdrawal.noticeReceived')}
        <dl>${withdrawalRows(host).map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
      </section>`
    : nothing}`;
}

function head(host: StepHost, id: string, heading: string, path?: string): TemplateResult {
  return html`<div class="section-head">
    <h3 id=${id}>${heading}</h3>
    <button type="button" class="button quiet" @click=${() => host.goTo('forms', path)}>${msg('Ändern', { id: 'review.edit' })}<span class="unseen">: ${heading}</span></button>
  </div>`;
}
