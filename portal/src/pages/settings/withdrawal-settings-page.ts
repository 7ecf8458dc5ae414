import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import { fetchWithdrawalDeclarations, fetchWithdrawalNotice, publishWithdrawalNotice, type WithdrawalDeclaration, type WithdrawalTexts } from '../../data/withdrawal.ts';
import { setPageTitle } from '../../document-title.ts';
import { formatExactMoment } from '../../format.ts';
import { currentSession } from '../../session.ts';
import { controlStyles } from '../forms/control-styles.ts';
import { mark, markStyles } from '../forms/form-marks.ts';
import '../message-page.ts';
import { declarationList, declarationStyles } from './withdrawal-declarations.ts';
import { noticeEditor, noticeStyles, noticeTexts } from './withdrawal-notice.ts';

/** The workshop's own notice of the right of withdrawal, and who has declared one. */
export class WithdrawalSettingsPage extends LitElement {
  static override properties = { notice: { state: true }, draft: { state: true }, declarations: { state: true }, error: { state: true }, told: { state: true }, saving: { state: true } };
  declare notice: WithdrawalNotice | undefined;
  /** Set while somebody edits. */
  declare draft: WithdrawalTexts | undefined;
  declare declarations: WithdrawalDeclaration[] | undefined;
  declare error: unknown;
  declare told: { ok: boolean; text: string } | undefined;
  declare saving: boolean;

  #unsaved = new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen an der Belehrung sind noch nicht veröffentlicht.', { id: 'withdrawalPage.leaveText' }) : null));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.saving = false;
  }

  static override styles = [
    base, card, controlStyles, markStyles, noticeStyles, declarationStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      section.card { margin-bottom: 1rem; padding: 1rem 1.15rem 1.15rem; }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.9rem; margin-bottom: 0.75rem; }
      h2 { font-size: 1rem; }
      .head .buttons { margin-inline-start: auto; }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; margin-bottom: 0.75rem; }
      .sample { display: flex; gap: 0.6rem; align-items: baseline; margin-bottom: 0.9rem; padding: 0.7rem 1rem; border: 1px solid var(--wa-color-warning-border-quiet); border-radius: 8px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
      .skeleton i { display: block; height: 12rem; margin-bottom: 1rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Widerruf', { id: 'nav.withdrawal' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    if (!this.notice || !this.declarations) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Widerrufsbelehrung wird geladen.', { id: 'withdrawalPage.loading' })}</span><i></i><i></i></div>`;
    const { timeZone } = currentSession().tenant;
    return html`
      <h1>${msg('Widerruf', { id: 'nav.withdrawal' })}</h1>
      <p class="quiet lead">${msg('Kommt mit der Unterschrift ein Vertrag zustande, liest der Kunde diese Belehrung und bekommt sie mit dem Formular per E-Mail. Widerrufen kann er auf Ihrer Seite, ohne sich anzumelden.', { id: 'withdrawalPage.lead' })}</p>
      <section class="card" aria-labelledby="declarations" @declaration-assigned=${() => void this.#readDeclarations()}>
        <div class="head"><h2 id="declarations">${msg('Eingegangene Widerrufe', { id: 'withdrawalPage.declarations' })}</h2></div>
        ${declarationList(this.declarations, timeZone)}
      </section>
      ${this.#noticeSection(this.notice, timeZone)}
    `;
  }

  #noticeSection(notice: WithdrawalNotice, timeZone: string) {
    const isAdmin = currentSession().staff.role === 'admin';
    return html`
      <section class="card" aria-labelledby="notice">
        <div class="head">
          <h2 id="notice">${msg('Belehrung und Muster-Formular', { id: 'withdrawalPage.notice' })}</h2>
          <span class="quiet">${msg(str`Fassung ${notice.version}, ${formatExactMoment(notice.publishedAt, timeZone)}`, { id: 'consent.version' })}</span>
          ${notice.isSample ? mark('warning', 'info', msg('Muster – prüfen', { id: 'formMark.sample' })) : nothing}
          <span class="buttons">
            ${isAdmin
              ? this.draft ? nothing : html`<wa-button appearance="outlined" @click=${() => this.#edit(notice)}><wa-icon slot="start" name="pencil"></wa-icon>${msg('Bearbeiten', { id: 'withdrawalPage.edit' })}</wa-button>`
              : html`<span class="quiet">${msg('Ändern kann die Belehrung die Leitung.', { id: 'withdrawalPage.readOnly' })}</span>`}
          </span>
        </div>
        ${this.told ? html`<p class="told ${this.told.ok ? '' : 'fault'}" role="status"><wa-icon name=${this.told.ok ? 'check' : 'error'}></wa-icon>${this.told.text}</p>` : nothing}
        ${notice.isSample ? html`<p class="sample"><wa-icon name="warning"></wa-icon><span>${msg('Muster: von Ihnen zu prüfen. Tragen Sie Name, Anschrift und E-Mail Ihrer Werkstatt ein und lassen Sie den Text im Zweifel rechtlich prüfen.', { id: 'withdrawalPage.sample' })}</span></p>` : nothing}
        ${this.draft ? this.#editing(this.draft) : noticeTexts(notice)}
      </section>
    `;
  }

  #editing(draft: WithdrawalTexts) {
    const complete = [draft.notice, draft.modelForm].every(({ de, en }) => de.trim() && en.trim());
    return html`
      ${noticeEditor(draft, (changed) => (this.draft = changed))}
      <p class="hint">${msg('Eine leere Zeile beginnt einen neuen Absatz, „# “ eine Überschrift, „- “ einen Punkt.', { id: 'withdrawalPage.textHint' })}</p>
      <div class="buttons">
        <wa-button variant="brand" ?disabled=${!complete || !this.#isDirty()} ?loading=${this.saving} @click=${() => void this.#publish(draft)}>${msg('Als neue Fassung veröffentlichen', { id: 'withdrawalPage.publish' })}</wa-button>
        <wa-button appearance="outlined" @click=${() => void this.#cancel()}>${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
        ${complete ? nothing : html`<span class="quiet">${msg('Alle vier Texte werden gebraucht.', { id: 'withdrawalPage.incomplete' })}</span>`}
      </div>
    `;
  }

  async #load() {
    this.error = undefined;
    try {
      const [notice, declarations] = await Promise.all([fetchWithdrawalNotice(), fetchWithdrawalDeclarations()]);
      Object.assign(this, { notice, declarations });
    } catch (error) {
      this.error = error;
    }
  }

  async #readDeclarations() {
    try {
      this.declarations = await fetchWithdrawalDeclarations();
    } catch (error) {
      this.error = error;
    }
  }

  #edit({ notice, modelForm }: WithdrawalNotice) {
    this.told = undefined;
    this.draft = { notice: { ...notice }, modelForm: { ...modelForm } };
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  async #publish(draft: WithdrawalTexts) {
    const sure = await confirmAction({
      title: msg('Neue Fassung veröffentlichen?', { id: 'withdrawalPage.publishTitle' }),
      text: msg('Ab sofort liest jeder Kunde die neue Fassung. Was schon bestätigt ist, behält seinen Wortlaut.', { id: 'withdrawalPage.publishText' }),
      action: msg('Veröffentlichen', { id: 'withdrawalPage.publishAction' }),
    });
    if (!sure) return;
    this.saving = true;
    try {
      this.notice = await publishWithdrawalNotice(draft);
      this.draft = undefined;
      this.told = { ok: true, text: msg(str`Fassung ${this.notice.version} ist veröffentlicht.`, { id: 'withdrawalPage.published' }) };
    } catch (error) {
      this.told = { ok: false, text: errorText(error) };
    } finally {
      this.saving = false;
    }
  }

  async #cancel() {
    if (!(await this.#unsaved.mayLeave())) return;
    this.draft = undefined;
  }

  #isDirty(): boolean {
    const { draft, notice } = this;
    return Boolean(draft && notice && JSON.stringify([draft.notice, draft.modelForm]) !== JSON.stringify([notice.notice, notice.modelForm]));
  }
}

customElements.define('withdrawal-settings-page', WithdrawalSettingsPage);
