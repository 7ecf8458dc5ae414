import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { StatusPage } from '@meldewerk/contract/status-page';
import { ProblemError } from '../api.ts';
import { findFreeStatement } from '../accident-statement/free-statement.ts';
import { openStatementStore, type StoredStatement } from '../accident-statement/statement-store.ts';
import { currentLanguage } from '../language.ts';
import { fileNameOf, saveFile } from '../signing/save-document.ts';
import { sectionStyles } from './section-styles.ts';
import type { StatusApi } from './status-api.ts';

const fromDaysMs = 30 * 24 * 60 * 60 * 1000;

/** The accident statement of two drivers: how it stands and its PDF, or the one that this device began after the report was sent. */
export class StatusStatement extends LitElement {
  static override properties = { page: { attribute: false }, api: { attribute: false }, free: { state: true }, own: { state: true }, busy: { state: true }, fault: { state: true } };
  declare page: StatusPage;
  declare api: StatusApi;
  /** One of this device that no report has yet. */
  declare free: StoredStatement | null;
  /** Of this device, and already on this report: the way back to its page. */
  declare own: string | null;
  declare busy: boolean;
  declare fault: string | null;

  static override styles = [sectionStyles, css`h2 + p { margin-top: 6px; } .ways { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; } .done { color: var(--mw-success); font-weight: 600; }`];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { free: null, own: null, busy: false, fault: null });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('focus', this.#look);
    void this.updateComplete.then(this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('focus', this.#look);
  }

  readonly #look = async (): Promise<void> => {
    if (this.page.accidentStatement) return;
    this.free = await findFreeStatement(this.api.plain, await openStatementStore(this.api.origin), currentLanguage(), fromDaysMs);
  };

  async #attach({ token }: StoredStatement): Promise<void> {
    await this.#do(async () => {
      await this.api.send('PUT', '/accident-statement', { token });
      this.free = null;
      this.own = `/u/${token}`;
      this.dispatchEvent(new CustomEvent('status-stale', { bubbles: true, composed: true }));
    });
  }

  async #do(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    Object.assign(this, { busy: true, fault: null });
    try {
      await work();
    } catch (error) {
      this.fault = error instanceof ProblemError ? error.problem.detail : msg('Gerade keine Verbindung. Bitte versuchen Sie es noch einmal.', { id: 'accident.joinFailed' });
    }
    this.busy = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { free, page: { accidentStatement: known } } = this;
    if (!known && !free) return nothing;
    return html`<section class="card" aria-labelledby="statement-heading">
      <h2 id="statement-heading">${msg('Unfallbericht für zwei', { id: 'accident.offerTitle' })}</h2>
      ${known ? this.#renderKnown(known) : free ? this.#renderFree(free) : nothing}
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>
    </section>`;
  }

  #renderKnown({ closedAt, document }: NonNullable<StatusPage['accidentStatement']>): TemplateResult {
    const name = msg('Unfallbericht', { id: 'accident.name' });
    return html`${closedAt
      ? html`<p class="done">✓ ${msg('Beide haben unterschrieben. Die Werkstatt hat ihn.', { id: 'status.statementDone' })}</p>`
      : html`<p>${msg('Er gehört zu dieser Meldung. Es fehlt noch mindestens eine Unterschrift.', { id: 'status.statementOpen' })}</p>`}
      <p class="ways">${document
        ? html`<button type="button" class="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.#do(async () => saveFile(await this.api.file('/accident-statement.pdf'), 'application/pdf', fileNameOf(name, 'pdf')))}>${msg('Unfallbericht als PDF sichern', { id: 'accident.save' })}</button>`
        : nothing}
      ${!closedAt && this.own ? html`<a class="button" href=${this.own}>${msg('Weiter ausfüllen', { id: 'accident.offerGoOn' })}</a>` : nothing}</p>`;
  }

  #renderFree(free: StoredStatement): TemplateResult {
    return html`<p>${msg('Auf diesem Gerät liegt ein Unfallbericht, den die Werkstatt noch nicht hat. Gehört er zu diesem Schaden?', { id: 'status.statementFound' })}</p>
      <p class="ways">
        <button type="button" class="button primary" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.#attach(free)}>${msg('Zu dieser Meldung geben', { id: 'status.statementAttach' })}</button>
        <a class="button" href=${`/u/${free.token}`}>${msg('Ansehen', { id: 'status.enter' })}</a>
      </p>`;
  }
}

if (!customElements.get('status-statement')) customElements.define('status-statement', StatusStatement);
