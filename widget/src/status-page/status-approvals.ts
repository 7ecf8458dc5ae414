import { textIn } from '@meldewerk/contract/text-in';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AnswerApproval, Approval } from '@meldewerk/contract/approval';
import type { StatusPage } from '@meldewerk/contract/status-page';
import type { Site } from '@meldewerk/contract/tenant';
import type { SignatureField } from '@meldewerk/elements/signature-field';
import { ProblemError } from '../api.ts';
import { deviceRandomness } from '../draft.ts';
import { currentLanguage } from '../language.ts';
import { fileNameOf, saveFile } from '../signing/save-document.ts';
import { answeredText, askedHeading, dayTextOf, moneyText, noText, readyText, yesText } from './approval-words.ts';
import { largePhotoStyles, renderLargePhoto } from './large-photos.ts';
import { sectionStyles } from './section-styles.ts';
import type { StatusApi } from './status-api.ts';
import './status-photo.ts';

/** An answer in the making. The id is made once, so that sending it again after a lost answer is none. */
type Answering = { approvalId: string; id: string; answer: 'yes' | 'no'; sending: boolean; fault: string | null };

/** Extra work and delays: what the workshop asks, and the customer's one signed answer. */
export class StatusApprovals extends LitElement {
  static override properties = { page: { attribute: false }, api: { attribute: false }, site: { attribute: false }, answering: { state: true }, fault: { state: true }, answered: { state: true }, large: { state: true } };
  declare page: StatusPage;
  declare api: StatusApi;
  declare site: Site;
  declare answering: Answering | null;
  /** Of a document that could not be fetched. */
  declare fault: string | null;
  /** Which question was answered just now. */
  declare answered: string | null;
  /** Which photo is shown large. */
  declare large: { approvalId: string; index: number } | null;

  static override styles = [
    sectionStyles,
    largePhotoStyles,
    css`
      .reason {
        margin-top: 10px;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 10px 32px;
        margin-top: 14px;
      }
      dd {
        font-size: 1.125em;
        font-weight: 700;
      }
      .photos {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
        gap: 10px;
        margin-top: 14px;
      }
      .photos status-photo {
        aspect-ratio: 4 / 3;
        border-radius: 12px;
      }
      .photos button {
        display: block;
        width: 100%;
        padding: 0;
        border: 0;
        border-radius: 12px;
        background: none;
        cursor: zoom-in;
      }
      .choice .button {
        flex: 1 1 200px;
      }
      .answer {
        margin-top: 18px;
        padding-top: 18px;
        border-top: 1px solid var(--mw-line);
      }
      signature-field {
        margin-top: 6px;
        --signature-edge: var(--mw-edge);
        --signature-text: var(--mw-text);
        --signature-quiet: var(--mw-text-soft);
        --signature-action: var(--mw-brand-text);
      }
      .past li {
        padding: 12px 0;
        border-top: 1px solid var(--mw-line);
      }
      .past li:first-child {
        margin-top: 12px;
      }
      .past .buttons {
        margin-top: 8px;
      }
    `,
  ];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { answering: null, fault: null, answered: null, large: null });
  }

  protected override render(): TemplateResult | typeof nothing {
    const open = this.page.approvals.filter(({ state }) => state === 'open');
    const past = this.page.approvals.filter(({ state }) => state !== 'open');
    if (open.length + past.length === 0) return nothing;
    return html`${repeat(open, ({ id }) => id, (approval) => this.#renderOpen(approval))}${past.length > 0 ? this.#renderPast(past) : nothing}`;
  }

  #renderOpen(approval: Approval): TemplateResult {
    const { id, reason, amount, readyOn, photos } = approval;
    const answering = this.answering?.approvalId === id ? this.answering : null;
    return html`<section class="card due" aria-labelledby=${`ask-${id}`}>
      <h2 id=${`ask-${id}`} tabindex="-1">${askedHeading(approval)}</h2>
      <p class="soft small">${msg(str`${this.site.name} fragt am ${dayTextOf(approval.askedAt, this.site.timeZone)}`, { id: 'approval.askedOn' })}</p>
      <p class="reason">${reason}</p>
      ${amount || readyOn
        ? html`<dl>
            ${amount ? html`<div><dt class="soft">${msg('Mehrkosten', { id: 'approval.amount' })}</dt><dd>${moneyText(amount)}</dd></div>` : nothing}
            ${readyOn ? html`<div><dt class="soft">${msg('Voraussichtlich fertig', { id: 'approval.readyOn' })}</dt><dd>${readyText(readyOn)}</dd></div>` : nothing}
          </dl>`
        : nothing}
      ${photos.length > 0
        ? html`<ul class="photos">${photos.map((photo, index) => html`<li><button type="button" aria-haspopup="dialog" @click=${() => this.#enlarge(id, index)}><status-photo .api=${this.api} .path=${pathOf(id, photo.id)} .label=${textIn(photo.label, currentLanguage())}></status-photo></button></li>`)}</ul>
          ${renderLargePhoto(photos.map((photo) => ({ path: pathOf(id, photo.id), label: textIn(photo.label, currentLanguage()) })), this.large?.approvalId === id ? this.large.index : null, this.api, (index) => (this.large = index === null ? null : { approvalId: id, index }))}`
        : nothing}
      ${answering
        ? this.#renderAnswer(approval, answering)
        : html`<div class="buttons choice">
            <button type="button" class="button primary" @click=${() => this.#choose(id, 'yes')}>${yesText(approval)}</button>
            <button type="button" class="button" @click=${() => this.#choose(id, 'no')}>${noText(approval)}</button>
          </div>
          <p class="soft small note">${msg('Sie antworten einmal, mit Ihrer Unterschrift. Bei Fragen rufen Sie uns vorher gern an.', { id: 'approval.onceHint' })}</p>`}
    </section>`;
  }

  #renderAnswer(approval: Approval, { answer, sending, fault }: Answering): TemplateResult {
    const label = answer === 'yes' ? yesText(approval) : noText(approval);
    return html`<form class="answer" novalidate aria-labelledby=${`answer-${approval.id}`} @submit=${(submit: SubmitEvent) => {
      submit.preventDefault();
      void this.#send(approval);
    }}>
      <h3 id=${`answer-${approval.id}`} tabindex="-1">${msg(str`Ihre Antwort: ${label}`, { id: 'approval.yourAnswer' })}</h3>
      <div class="field">
        <label for="comment">${msg('Möchten Sie etwas dazu sagen? (freiwillig)', { id: 'approval.comment' })}</label>
        <textarea id="comment" name="comment" rows="2" maxlength="1000"></textarea>
      </div>
      <div class="field">
        <label for="name">${msg('Ihr Name', { id: 'approval.name' })}</label>
        <input id="name" name="name" type="text" autocomplete="name" maxlength="120" .defaultValue=${this.page.customerName} aria-required="true" />
      </div>
      <div class="field">
        <span class="label">${msg('Ihre Unterschrift', { id: 'approval.signature' })}</span>
        <signature-field language=${currentLanguage()}></signature-field>
      </div>
      <div role="alert">${fault ? html`<p class="wrong">${fault}</p>` : nothing}</div>
      <p class="soft small note">${msg('Was gefragt war und was Sie antworten, bekommen Sie und die Werkstatt als versiegeltes PDF.', { id: 'approval.sealedHint' })}</p>
      <div class="buttons">
        <button class="button primary" aria-disabled=${sending ? 'true' : 'false'}>${sending ? msg('Wird gesendet …', { id: 'approval.sending' }) : msg('Unterschreiben und absenden', { id: 'approval.send' })}</button>
        <button type="button" class="button quiet" @click=${() => this.#goBack(approval.id)}>${msg('Zurück', { id: 'frame.back' })}</button>
      </div>
    </form>`;
  }

  #renderPast(past: Approval[]): TemplateResult {
    return html`<section class="card" aria-labelledby="past-heading">
      <h2 id="past-heading" tabindex="-1">${msg('Ihre Freigaben', { id: 'approval.past' })}</h2>
      ${this.answered ? html`<p class="note good" role="status">${msg('Danke! Die Werkstatt hat Ihre Antwort.', { id: 'approval.thanks' })}</p>` : nothing}
      <ul class="past">
        ${past.toReversed().map((approval) => html`<li>
          <h3>${approval.kind === 'extraWork' ? msg('Zusätzliche Arbeit', { id: 'approval.shortExtraWork' }) : msg('Spätere Fertigstellung', { id: 'approval.shortDelay' })}</h3>
          <p class="reason">${approval.reason}</p>
          <p class="soft">${[approval.amount && moneyText(approval.amount), approval.readyOn && `${msg('Voraussichtlich fertig', { id: 'approval.readyOn' })}: ${readyText(approval.readyOn)}`].filter(Boolean).join(' · ')}</p>
          <p><strong>${approval.state === 'withdrawn' ? msg('Von der Werkstatt zurückgezogen. Sie müssen nichts tun.', { id: 'approval.withdrawn' }) : answeredText(approval, this.site.timeZone)}</strong></p>
          ${approval.comment ? html`<p>„${approval.comment}“</p>` : nothing}
          ${approval.document ? html`<div class="buttons"><button type="button" class="button" @click=${() => void this.#save(approval)}>${msg('PDF herunterladen', { id: 'receipt.download' })}</button></div>` : nothing}
        </li>`)}
      </ul>
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>
    </section>`;
  }

  #enlarge(approvalId: string, index: number): void {
    this.large = { approvalId, index };
    void this.updateComplete.then(() => this.renderRoot.querySelector('dialog')?.showModal());
  }

  #choose(approvalId: string, answer: 'yes' | 'no'): void {
    void import('@meldewerk/elements/signature-field').catch(() => {});
    this.answering = { approvalId, id: deviceRandomness.newId(), answer, sending: false, fault: null };
    this.#focus(`answer-${approvalId}`);
  }

  #goBack(approvalId: string): void {
    if (this.answering?.sending) return;
    this.answering = null;
    this.#focus(`ask-${approvalId}`);
  }

  async #send(approval: Approval): Promise<void> {
    const { answering } = this;
    if (!answering || answering.sending) return;
    const value = (id: string) => this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)?.value.trim() ?? '';
    const signature = this.renderRoot.querySelector<SignatureField>('signature-field')?.value;
    if (!/\p{L}/u.test(value('name'))) return this.#fail(answering, msg('Bitte geben Sie Ihren Namen an.', { id: 'signing.nameMissing' }), 'name');
    if (!signature) return this.#fail(answering, msg('Bitte unterschreiben Sie im Feld, oder tippen Sie Ihren Namen ein.', { id: 'approval.signatureMissing' }));
    this.answering = { ...answering, sending: true, fault: null };
    try {
      const body: AnswerApproval = { id: answering.id, answer: answering.answer, comment: value('comment') || undefined, name: value('name'), signature };
      await this.api.send('PUT', `/approvals/${approval.id}/answer`, body);
      Object.assign(this, { answering: null, answered: approval.id });
      this.#stale();
      this.#focus('past-heading');
    } catch (error) {
      if (!(error instanceof ProblemError)) return this.#fail(answering, msg('Wir haben gerade keine Verbindung. Ihre Antwort ist noch nicht angekommen: Bitte senden Sie sie noch einmal.', { id: 'approval.sendOffline' }));
      this.#fail(answering, error.problem.detail);
      // Answered in another tab, or taken back: the page says what holds.
      if (error.problem.status === 409) this.#stale();
    }
  }

  #fail(answering: Answering, fault: string, field?: string): void {
    this.answering = { ...answering, sending: false, fault };
    if (field) this.#focus(field);
  }

  async #save({ id, kind }: Approval): Promise<void> {
    this.fault = null;
    const title = kind === 'extraWork' ? msg('Freigabe zusätzlicher Arbeiten', { id: 'approval.fileExtraWork' }) : msg('Spätere Fertigstellung', { id: 'approval.shortDelay' });
    try {
      saveFile(await this.api.file(`/approvals/${id}/document`), 'application/pdf', fileNameOf(`${title} ${this.page.reference}`, 'pdf'));
    } catch (error) {
      this.fault = error instanceof ProblemError ? error.problem.detail : msg('Das Dokument ließ sich gerade nicht laden. Bitte versuchen Sie es noch einmal.', { id: 'signing.loadFailed' });
    }
  }

  #stale(): void {
    this.dispatchEvent(new Event('status-stale', { bubbles: true, composed: true }));
  }

  #focus(id: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus());
  }
}

function pathOf(approvalId: string, photoId: string): string {
  return `/approvals/${approvalId}/photos/${photoId}/display`;
}

if (!customElements.get('status-approvals')) customElements.define('status-approvals', StatusApprovals);
