import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { AccidentStatement } from '@meldewerk/contract/accident-statement';
import { deviceRandomness } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { factsForReport, factsForStatement } from './exchange-facts.ts';
import { StatementApi } from './statement-api.ts';
import { findFreeStatement } from './free-statement.ts';
import { newStatement, openStatementStore, type StoredStatement } from './statement-store.ts';

/**
 * In the questions of an accident: the way to fill in the statement together with the other driver, and back from it what
 * became of it. What is typed on one side has not to be typed on the other.
 *
 * - Properties: `host`, the element that the report is filled in with. Drawn into its parent's shadow, with its styles.
 */
export class AccidentOffer extends LitElement {
  static override properties = { host: { attribute: false }, statement: { state: true }, found: { state: true }, failed: { state: true } };
  declare host: StepHost;
  declare statement: AccidentStatement | null;
  /** One of this device that no report knows yet. */
  declare found: StoredStatement | null;
  declare failed: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { statement: null, found: null, failed: false });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('focus', this.#look);
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('focus', this.#look);
  }

  readonly #look = async (): Promise<void> => {
    const { api, drafts, language, ownPage } = this.host;
    const store = await openStatementStore(api.origin);
    const known = drafts.draft.accidentStatement;
    if (!known) {
      this.found = ownPage ? await findFreeStatement(api, store, language) : null;
      return;
    }
    const kept = await store.read(known.token);
    this.statement = (await new StatementApi(api, known.token, language).read().catch(() => null)) ?? kept?.state ?? null;
    if (!this.statement) return;
    if (this.statement.closedAt && !known.taken) this.#takeFacts(this.statement);
  };

  /** Only where the customer has written nothing: their own words stand. */
  #takeFacts(statement: AccidentStatement): void {
    const { category, drafts } = this.host;
    const { draft } = drafts;
    const asked = new Set(category?.questions.map(({ id }) => id));
    const fresh = Object.entries(factsForReport(statement)).filter(([id]) => asked.has(id) && (draft.answers[id] === undefined || draft.answers[id] === ''));
    drafts.change({ answers: { ...draft.answers, ...Object.fromEntries(fresh) }, accidentStatement: { token: draft.accidentStatement?.token ?? '', taken: true } });
    this.host.recheck();
  }

  async #begin(): Promise<void> {
    const { api, drafts, language, ownPage } = this.host;
    this.failed = false;
    const made = newStatement({ id: deviceRandomness.newId(), token: deviceRandomness.newToken(), side: 'a' }, factsForStatement(drafts.draft), language, deviceRandomness.now());
    const statement = { ...made, back: ownPage ? location.pathname : null };
    const { id, token, pending } = statement;
    if (ownPage) {
      await (await openStatementStore(api.origin)).write(statement).catch(() => {});
      drafts.change({ accidentStatement: { token, taken: false } });
      return this.#open(token);
    }
    try {
      await new StatementApi(api, token, language).open(id, pending);
      drafts.change({ accidentStatement: { token, taken: false } });
      this.requestUpdate();
    } catch {
      this.failed = true;
    }
  }

  #open(token: string): void {
    history.pushState({}, '', `/u/${token}`);
    void this.host.showStatement(token);
  }

  #adopt(found: StoredStatement): void {
    void openStatementStore(this.host.api.origin).then((store) => store.write({ ...found, back: location.pathname })).catch(() => {});
    this.host.drafts.change({ accidentStatement: { token: found.token, taken: false } });
    this.found = null;
    void this.#look();
  }

  protected override render(): TemplateResult {
    const known = this.host.drafts.draft.accidentStatement;
    return html`<section class="accident-offer" aria-labelledby="accident-offer">
      <svg viewBox="0 0 48 48" width="44" height="44" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path class="tint" d="M12 5h24v38H12z"/><path d="M17 13h6M27 13h4M17 20h6M27 20h4M17 27h6M27 27h4"/><path d="M16 36c3-5 5 3 8-1s4 1 7-1"/></svg>
      <div>
        <h3 id="accident-offer">${msg('Unfallbericht für zwei', { id: 'accident.offerTitle' })}</h3>
        ${known ? this.#renderKnown(known.token) : this.#renderNew()}
        <div role="alert">${this.failed ? html`<p class="wrong">${msg('Gerade keine Verbindung. Bitte versuchen Sie es noch einmal.', { id: 'accident.joinFailed' })}</p>` : nothing}</div>
      </div>
    </section>`;
  }

  #renderNew(): TemplateResult {
    const { found } = this;
    return html`<p class="soft">${msg('Ist der andere Fahrer noch da? Füllen Sie den Unfallbericht zusammen aus: jeder auf seinem Telefon, beide unterschreiben, beide bekommen das PDF.', { id: 'accident.offer' })}</p>
      <p class="offer-ways">${found ? html`<button type="button" class="button" @click=${() => this.#adopt(found)}>${msg('Begonnenen Bericht von diesem Telefon nehmen', { id: 'accident.offerFound' })}</button>` : nothing}
      <button type="button" class="button" @click=${() => void this.#begin()}>${msg('Gemeinsam ausfüllen', { id: 'accident.offerBegin' })}</button></p>`;
  }

  #renderKnown(token: string): TemplateResult {
    const { ownPage, api } = this.host;
    if (this.statement?.closedAt) return html`<p class="offer-done">✓ ${msg('Beide haben unterschrieben. Er geht mit Ihrer Meldung an die Werkstatt, und die Angaben des anderen sind unten eingetragen.', { id: 'accident.offerDone' })}</p>${this.#renderWay(token, msg('Ansehen', { id: 'status.enter' }), ownPage, api.origin)}`;
    return html`<p class="soft">${msg('Sie haben ihn begonnen. Er geht mit Ihrer Meldung an die Werkstatt; unterschreiben können Sie auch später.', { id: 'accident.offerBegun' })}</p>${this.#renderWay(token, msg('Weiter ausfüllen', { id: 'accident.offerGoOn' }), ownPage, api.origin)}`;
  }

  #renderWay(token: string, label: string, ownPage: boolean, origin: string): TemplateResult {
    return html`<p class="offer-ways">${ownPage
      ? html`<button type="button" class="button" @click=${() => this.#open(token)}>${label}</button>`
      : html`<a class="button" href=${`${origin}/u/${token}`} target="_blank" rel="noopener">${label}<span class="unseen"> ${msg('(öffnet eine neue Seite)', { id: 'accident.offerOpens' })}</span></a>`}</p>`;
  }
}

export const offerStyles = css`
  .accident-offer { display: flex; gap: 14px; margin-bottom: 22px; padding: 16px; border: 1px solid var(--mw-line); border-radius: 14px; background: var(--mw-surface-soft); }
  .accident-offer svg { flex: none; color: var(--mw-brand-text); }
  .accident-offer h3 { font-size: 1.0625em; line-height: 1.3; }
  .accident-offer p { margin-top: 4px; font-size: 0.9375em; line-height: 1.45; }
  .accident-offer .offer-ways { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
  .offer-done { color: var(--mw-success); font-weight: 600; }
  @container (max-width: 380px) { .accident-offer svg { display: none; } }
`;

if (!customElements.get('accident-offer')) customElements.define('accident-offer', AccidentOffer);
