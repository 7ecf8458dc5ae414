import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { messageLimits, type CustomerMessage, type Message, type MessageFile, type MessageList } from '@meldewerk/contract/message';
import type { StatusPage } from '@meldewerk/contract/status-page';
import type { Site } from '@meldewerk/contract/tenant';
import { cleanTyped } from '@meldewerk/contract/typed-value';
import { localeOf } from '@meldewerk/contract/text-in';
import { ProblemError } from '../api.ts';
import { currentLanguage } from '../language.ts';
import { fileNameOf, saveFile } from '../signing/save-document.ts';
import { MessageAttachments } from './message-attachments.ts';
import { keepMessageDraft, newMessageId, readMessageDraft } from './message-draft.ts';
import { messageStyles } from './message-styles.ts';
import { renderAttachments, renderFiles } from './message-files.ts';
import { sectionStyles } from './section-styles.ts';
import type { StatusApi } from './status-api.ts';
import './status-photo.ts';

/** How often somebody who has the conversation before them asks whether there is more. */
const pauseMs = 10_000;
/** What one page of the server holds. */
const pageSize = 100;

/** What the customer and the workshop write to each other. What is typed stays on the device until it has arrived. */
export class StatusMessages extends LitElement {
  static override properties = {
    page: { attribute: false }, api: { attribute: false }, site: { attribute: false },
    older: { state: true }, own: { state: true }, body: { state: true }, state: { state: true }, fault: { state: true }, shown: { state: true },
  };
  declare page: StatusPage;
  declare api: StatusApi;
  declare site: Site;
  /** Before those that come with the page; undefined until asked for. */
  declare older: Message[] | undefined;
  /** Arrived, and not on the page yet. */
  declare own: Message[];
  declare body: string;
  declare state: 'writing' | 'sending' | 'sent';
  /** `offline`: it is sent by itself once there is a connection. */
  declare fault: { offline: boolean; sentence: string } | null;
  declare shown: MessageFile | null;

  #id = newMessageId();
  #reference = '';
  #readThrough = '';
  readonly #attachments = new MessageAttachments(this, () => this.api, () => this.#keep());
  #sight: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [sectionStyles, messageStyles];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { older: undefined, own: [], body: '', state: 'writing', fault: null, shown: null });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#sendAgain);
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(() => void this.#askForMore(), pauseMs);
    this.#sight = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#look());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#sendAgain);
    document.removeEventListener('visibilitychange', this.#look);
    clearInterval(this.#timer);
    this.#sight?.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('page')) return;
    if (this.#reference !== this.page.reference) this.#restore();
    this.own = this.own.filter(({ id }) => !this.page.messages?.some((message) => message.id === id));
  }

  override updated(): void {
    this.#sight?.disconnect();
    const newest = this.renderRoot.querySelector('.conversation > :last-child');
    if (newest) this.#sight?.observe(newest);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.page.messages) return nothing;
    const messages = this.#all();
    return html`<section class="card" aria-labelledby="messages-heading">
      <h2 id="messages-heading" tabindex="-1">${msg('Nachrichten', { id: 'message.heading' })}</h2>
      ${messages.length === 0 ? html`<p class="soft">${msg(str`Haben Sie eine Frage? ${this.site.name} antwortet Ihnen hier.`, { id: 'message.none' })}</p>` : nothing}
      ${this.older === undefined && this.page.messages.length >= pageSize ? html`<button type="button" class="button older" @click=${() => void this.#readOlder()}>${msg('Ältere Nachrichten', { id: 'message.older' })}</button>` : nothing}
      <ol class="conversation">${repeat(messages, ({ id }) => id, (message) => this.#renderMessage(message))}</ol>
      ${this.#renderWriting()}
      ${this.shown ? html`<dialog aria-label=${this.shown.fileName} @close=${() => (this.shown = null)}>
        <button type="button" @click=${() => this.renderRoot.querySelector('dialog')?.close()}>${msg('Schließen', { id: 'status.close' })}</button>
        <status-photo .api=${this.api} .path=${`/message-files/${this.shown.id}/display`} .label=${this.shown.fileName}></status-photo>
      </dialog>` : nothing}
    </section>`;
  }

  #renderMessage(message: Message): TemplateResult {
    const { author, body, at, files, readAt } = message;
    const isOwn = author === 'customer';
    return html`<li class="message ${isOwn ? 'own' : 'workshop'}">
      <p class="head"><strong>${isOwn ? msg('Sie', { id: 'message.you' }) : this.site.name}</strong><time datetime=${at}>${this.#moment(at)}</time></p>
      ${body ? html`<p class="body">${body}</p>` : nothing}
      ${renderFiles(files, this.api, { onShow: (file) => this.#show(file), onSave: (file) => void this.#save(file) })}
      ${isOwn ? html`<p class="fate soft small">${readAt ? msg('Von der Werkstatt gelesen', { id: 'message.read' }) : msg('Angekommen', { id: 'message.arrived' })}</p>` : nothing}
    </li>`;
  }

  #renderWriting(): TemplateResult {
    const { fault, state } = this;
    const left = messageLimits.maxLength - this.body.length;
    return html`<form class="write" novalidate @submit=${(submit: SubmitEvent) => {
      submit.preventDefault();
      void this.#send();
    }}>
      <label for="body">${msg('Ihre Nachricht', { id: 'message.label' })}</label>
      <textarea id="body" rows="3" .value=${this.body} aria-invalid=${left < 0 ? 'true' : 'false'} aria-describedby="message-hint" @input=${(event: Event) => this.#type((event.target as HTMLTextAreaElement).value)}></textarea>
      ${left < 500 ? html`<p class="small ${left < 0 ? 'wrong' : 'soft'}">${msg(str`noch ${left} Zeichen`, { id: 'message.left' })}</p>` : nothing}
      ${renderAttachments(this.#attachments)}
      <div role="alert">${fault || this.#attachments.refusal ? html`<p class=${fault?.offline ? 'note warning' : 'wrong'}>${fault?.sentence || this.#attachments.refusal}</p>` : nothing}</div>
      <div class="buttons">
        <label class="button pick"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M4 8h3l2-3h6l2 3h3v11H4z"/><circle cx="12" cy="13" r="3.5"/></svg>${msg('Foto', { id: 'message.photo' })}<input type="file" accept="image/*" multiple @change=${this.#chosen} /></label>
        <label class="button pick"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M6 3h8l4 4v14H6z"/><path d="M14 3v5h4"/></svg>PDF<input type="file" accept="application/pdf" multiple @change=${this.#chosen} /></label>
        <button class="button primary send" aria-disabled=${state === 'sending' ? 'true' : 'false'}>${state === 'sending' ? msg('Wird gesendet …', { id: 'approval.sending' }) : fault ? msg('Noch einmal senden', { id: 'message.again' }) : msg('Senden', { id: 'message.send' })}</button>
      </div>
      <p class="soft small" id="message-hint" role="status">${state === 'sent' ? msg('Gesendet. Wir melden uns bei Ihnen.', { id: 'message.sent' }) : nothing}</p>
    </form>`;
  }

  #all(): Message[] {
    return [...(this.older ?? []), ...(this.page.messages ?? []), ...this.own];
  }

  #restore(): void {
    this.#reference = this.page.reference;
    const draft = readMessageDraft(this.#reference, Date.now());
    this.#id = draft?.id ?? newMessageId();
    this.body = draft?.body ?? '';
    this.#attachments.restore(draft?.files ?? []);
    if (draft?.sent) void this.updateComplete.then(() => this.#send());
  }

  #type(text: string): void {
    Object.assign(this, { body: text, state: 'writing', fault: null });
    this.#keep();
  }

  #keep(sent = false): void {
    keepMessageDraft(this.#reference, { id: this.#id, body: this.body, files: this.#attachments.ready, sent }, Date.now());
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#attachments.take([...(input.files ?? [])]);
    input.value = '';
  };

  readonly #sendAgain = (): void => {
    if (this.fault?.offline) void this.#send();
  };

  async #send(): Promise<void> {
    if (this.state === 'sending') return;
    const body = cleanTyped(this.body);
    const fileIds = this.#attachments.ready.map(({ id }) => id);
    if (body.length > messageLimits.maxLength) return;
    if (this.#attachments.pending) return this.#fail(msg('Eine Datei ist noch nicht übertragen. Bitte warten Sie kurz, versuchen Sie es noch einmal oder entfernen Sie sie.', { id: 'message.filePending' }));
    if (!body && fileIds.length === 0) return this.#fail(msg('Bitte schreiben Sie etwas, oder hängen Sie ein Foto an.', { id: 'message.empty' }));
    Object.assign(this, { state: 'sending', fault: null });
    this.#keep(true);
    try {
      const sent: CustomerMessage = { id: this.#id, body, fileIds };
      const message = await this.api.send<Message>('POST', '/messages', sent);
      this.own = [...this.own.filter(({ id }) => id !== message.id), message];
      this.#startAnew(message.body !== body || message.files.length !== fileIds.length);
      this.#stale();
    } catch (error) {
      if (error instanceof ProblemError) return this.#fail(error.problem.issues?.[0]?.message ?? error.problem.detail);
      this.#fail(msg('Gerade keine Verbindung. Ihre Nachricht ist auf diesem Gerät gespeichert; wir senden sie, sobald die Verbindung wieder da ist.', { id: 'message.offline' }), true);
    }
  }

  /** A try that seemed to fail may have arrived: what was changed since stays, as a message of its own. */
  #startAnew(arrivedBefore: boolean): void {
    this.#id = newMessageId();
    if (arrivedBefore) return this.#fail(msg('Ihre erste Fassung war schon angekommen. Was Sie seitdem geändert haben, ist noch nicht gesendet.', { id: 'message.arrivedBefore' }));
    Object.assign(this, { body: '', state: 'sent' });
    this.#attachments.restore([]);
    this.#keep();
  }

  #fail(sentence: string, offline = false): void {
    Object.assign(this, { state: 'writing', fault: { offline, sentence } });
    this.#keep(offline);
  }

  /** Seen means: the newest is on a screen that somebody looks at. */
  readonly #look = (): void => {
    const unread = this.page.messages?.findLast(({ author, readAt }) => author === 'staff' && readAt === null);
    if (!unread || this.#readThrough === unread.id || document.visibilityState !== 'visible' || !this.#isInSight()) return;
    this.#readThrough = unread.id;
    this.api.send('POST', '/message-readings', { messageId: unread.id }).catch(() => (this.#readThrough = ''));
  };

  /** The page reads everything anew at its own pace; who talks does not wait so long. */
  async #askForMore(): Promise<void> {
    if (!this.page.messages || document.visibilityState !== 'visible' || !this.#isInSight()) return;
    const { messages } = await this.api.get<MessageList>('/messages').catch(() => ({ messages: [] }));
    const [there, here] = [messages.at(-1), this.page.messages.at(-1)];
    if (there && (there.id !== here?.id || there.readAt !== here.readAt)) this.#stale();
  }

  #stale(): void {
    this.dispatchEvent(new Event('status-stale', { bubbles: true, composed: true }));
  }

  #isInSight(): boolean {
    const box = this.renderRoot.querySelector('.conversation > :last-child')?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
  }

  async #readOlder(): Promise<void> {
    const before = this.page.messages?.[0]?.id;
    try {
      this.older = (await this.api.get<MessageList>(`/messages?before=${before}`)).messages;
    } catch {
      this.#fail(msg('Das ließ sich gerade nicht laden. Bitte versuchen Sie es noch einmal.', { id: 'message.notLoaded' }));
    }
  }

  #show(file: MessageFile): void {
    this.shown = file;
    void this.updateComplete.then(() => this.renderRoot.querySelector('dialog')?.showModal());
  }

  async #save({ id, fileName }: MessageFile): Promise<void> {
    try {
      saveFile(await this.api.file(`/message-files/${id}/document`), 'application/pdf', fileNameOf(fileName.replace(/\.pdf$/i, ''), 'pdf'));
    } catch {
      this.#fail(msg('Das ließ sich gerade nicht laden. Bitte versuchen Sie es noch einmal.', { id: 'message.notLoaded' }));
    }
  }

  #moment(at: string): string {
    return new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'medium', timeStyle: 'short', timeZone: this.site.timeZone }).format(new Date(at));
  }
}

if (!customElements.get('status-messages')) customElements.define('status-messages', StatusMessages);
