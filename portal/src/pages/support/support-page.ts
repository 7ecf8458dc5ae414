import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { sendDeliveryAgain } from '../../data/reports.ts';
import { fetchSupportRequests, sendSupportRequest, type SupportRequest } from '../../data/support.ts';
import { setPageTitle } from '../../document-title.ts';
import { formatMomentWithin } from '../../format.ts';
import { currentSession } from '../../session.ts';
import { readSupportForm, supportFields, supportKindHint, supportKindLabel, supportKinds, type SupportKind } from './support-form.ts';

/** Help & contact: what a workshop asks the operator, and what became of it. The address' hash chooses the kind. */
export class SupportPage extends LitElement {
  static override properties = {
    kind: { state: true }, wrong: { state: true }, busy: { state: true }, failure: { state: true }, sent: { state: true }, requests: { state: true }, listFailure: { state: true },
  };
  declare kind: SupportKind;
  declare wrong: ReadonlySet<string>;
  declare busy: boolean;
  declare failure: string;
  declare sent: boolean;
  declare requests: SupportRequest[] | null;
  declare listFailure: string;

  /** Made once per request, so that pressing again after a lost answer doubles nothing. */
  #requestId = crypto.randomUUID();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    const wished = location.hash.slice(1);
    this.kind = supportKinds.find((kind) => kind === wished) ?? 'contact';
    this.wrong = new Set();
    this.busy = false;
    this.failure = '';
    this.sent = false;
    this.requests = null;
    this.listFailure = '';
  }

  static override styles = [
    base, card,
    css`
      h1 { font-size: 1.45rem; margin-bottom: 1rem; }
      h2 { font-size: 1.05rem; margin-bottom: 0.75rem; }
      .columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.25rem; align-items: start; }
      .card { padding: 1.25rem; }
      form { display: grid; gap: 1rem; }
      fieldset { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.6rem; margin: 0; padding: 0; border: 0; }
      legend { float: left; grid-column: 1 / -1; padding: 0; font-weight: 600; margin-bottom: 0.25rem; }
      .kind { display: block; position: relative; padding: 0.75rem 0.85rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; cursor: pointer; }
      .kind:has(:checked) { border-color: var(--wa-color-brand-50); box-shadow: inset 0 0 0 1px var(--wa-color-brand-50); }
      .kind:has(:focus-visible) { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
      .kind input { position: absolute; opacity: 0; }
      .kind strong { display: block; margin-bottom: 0.2rem; }
      .kind span { font-size: var(--wa-font-size-s); }
      .fields { display: grid; gap: 1rem; }
      .actions { display: flex; justify-content: flex-end; }
      p.actions { margin-top: 1rem; }
      li { padding: 0.75rem 0; border-top: 1px solid var(--wa-color-surface-border); }
      li:first-child { border-top: 0; padding-top: 0; }
      li p { white-space: pre-line; overflow-wrap: anywhere; font-size: var(--wa-font-size-s); }
      .state { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; margin-top: 0.3rem; font-size: var(--wa-font-size-s); }
      @media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
      @media (max-width: 40rem) { fieldset { grid-template-columns: 1fr; } h1 { font-size: 1.25rem; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#loadRequests();
  }

  override render() {
    setPageTitle(msg('Hilfe & Kontakt', { id: 'nav.support' }));
    return html`
      <h1>${msg('Hilfe & Kontakt', { id: 'nav.support' })}</h1>
      <div class="columns">
        <section class="card" aria-labelledby="ask">
          <h2 id="ask">${msg('Schreiben Sie uns', { id: 'support.write' })}</h2>
          ${this.sent ? this.#receipt() : this.#form()}
        </section>
        <section class="card" aria-labelledby="asked">
          <h2 id="asked">${msg('Ihre Anfragen', { id: 'support.asked' })}</h2>
          ${this.#list()}
        </section>
      </div>
    `;
  }

  #form() {
    return html`
      <form @submit=${this.#submit} novalidate>
        <fieldset>
          <legend>${msg('Worum geht es?', { id: 'support.what' })}</legend>
          ${supportKinds.map((kind) => html`<label class="kind"><input type="radio" name="kind" value=${kind} .checked=${kind === this.kind} @change=${() => this.#choose(kind)} />
            <strong>${supportKindLabel(kind)}</strong><span class="quiet">${supportKindHint(kind)}</span></label>`)}
        </fieldset>
        <div class="fields">${supportFields(this.kind, this.wrong)}</div>
        <p class="quiet">${msg(str`Wir sehen dabei Ihren Namen, Ihre E-Mail-Adresse (${currentSession().staff.email}) und Ihre Werkstatt.`, { id: 'support.attached' })}</p>
        ${this.failure ? html`<wa-callout variant="danger" size="s" role="alert"><wa-icon slot="icon" name="error"></wa-icon>${this.failure}</wa-callout>` : nothing}
        <div class="actions"><wa-button type="submit" variant="brand" ?loading=${this.busy}>${msg('Absenden', { id: 'support.send' })}</wa-button></div>
      </form>
    `;
  }

  #receipt() {
    return html`
      <wa-callout variant="success" role="status"><wa-icon slot="icon" name="mail"></wa-icon>
        ${msg(str`Ihre Anfrage ist bei uns. Eine Bestätigung geht an ${currentSession().staff.email}.`, { id: 'support.sent' })}
      </wa-callout>
      <p class="actions"><wa-button appearance="outlined" @click=${() => (this.sent = false)}>${msg('Noch etwas', { id: 'support.another' })}</wa-button></p>
    `;
  }

  #list() {
    if (this.listFailure) {
      return html`<p role="alert">${this.listFailure}</p><wa-button size="s" appearance="outlined" @click=${() => void this.#loadRequests()}>${msg('Noch einmal versuchen', { id: 'support.retry' })}</wa-button>`;
    }
    if (!this.requests) return html`<p class="quiet" role="status">${msg('Wird geladen …', { id: 'support.loading' })}</p>`;
    if (this.requests.length === 0) return html`<p class="quiet">${msg('Noch keine. Was Sie absenden, steht dann hier.', { id: 'support.none' })}</p>`;
    return html`<ul>${this.requests.map((request) => this.#request(request))}</ul>`;
  }

  #request({ title, text, sentBy, createdAt, reachedOperator, deliveryId }: SupportRequest) {
    const state = {
      waiting: msg('Wird übermittelt', { id: 'support.stateWaiting' }),
      sent: msg('Übermittelt', { id: 'support.stateSent' }),
      failed: msg('Nicht übermittelt', { id: 'support.stateFailed' }),
    }[reachedOperator];
    return html`<li>
      <strong>${title}</strong>
      <details><summary class="quiet">${msg('Text', { id: 'support.text' })}</summary><p>${text}</p></details>
      <div class="state quiet"><span>${sentBy}, ${formatMomentWithin(createdAt, currentSession().tenant.timeZone)}</span><span>${state}</span>
        ${reachedOperator === 'failed' && deliveryId && currentSession().staff.role !== 'viewer'
          ? html`<wa-button size="s" appearance="outlined" @click=${() => void this.#sendAgain(deliveryId)}>${msg('Erneut senden', { id: 'support.sendAgain' })}</wa-button>`
          : nothing}
      </div>
    </li>`;
  }

  #choose(kind: SupportKind) {
    this.kind = kind;
    this.wrong = new Set();
    history.replaceState(history.state, '', `#${kind}`);
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const fields = [...this.renderRoot.querySelectorAll<HTMLElement & { name: string; value: string }>('.fields > *')];
    const request = readSupportForm(this.kind, this.#requestId, Object.fromEntries(fields.map(({ name, value }) => [name, value ?? ''])));
    if ('has' in request) {
      this.wrong = request;
      fields.find(({ name }) => request.has(name))?.focus();
      return;
    }
    this.wrong = new Set();
    this.busy = true;
    this.failure = '';
    try {
      await sendSupportRequest(request);
      this.#requestId = crypto.randomUUID();
      this.sent = true;
      void this.#loadRequests();
    } catch (error) {
      this.failure = errorText(error);
    } finally {
      this.busy = false;
    }
  }

  async #sendAgain(deliveryId: string) {
    await sendDeliveryAgain(deliveryId).catch((error: unknown) => (this.listFailure = errorText(error)));
    await this.#loadRequests();
  }

  async #loadRequests() {
    this.listFailure = '';
    try {
      this.requests = await fetchSupportRequests();
    } catch (error) {
      this.listFailure = errorText(error);
    }
  }
}

customElements.define('support-page', SupportPage);
