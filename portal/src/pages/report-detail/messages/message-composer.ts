import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Colleague } from '@meldewerk/contract/handling';
import { messageLimits } from '@meldewerk/contract/message';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { FilledTemplate } from '@meldewerk/contract/response-template';
import { cleanTyped } from '@meldewerk/contract/typed-value';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { ProblemError } from '@meldewerk/shell/request';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { writeMessage } from '../../../data/messages.ts';
import { FileDropController } from '../../../file-drop-controller.ts';
import { currentSession } from '../../../session.ts';
import { workflowChanges } from '../../../workflow.ts';
import { attachmentList } from './attachment-list.ts';
import { AttachmentsController } from './attachments-controller.ts';
import { composerStyles } from './composer-styles.ts';
import { MentionController } from './mention-controller.ts';
import { mentionedIn } from './mentions.ts';
import { keepDraft, readDraft, type Audience } from './message-draft.ts';
import { addresseeName, wayText, whyNotToCustomer } from './to-customer.ts';
import './template-picker.ts';

/**
 * Where staff write: first whom it is for, then the words. What is typed stays on the device until it has arrived.
 * Fires `message-written` with the Message as detail.
 */
export class MessageComposer extends LitElement {
  static override properties = {
    report: { attribute: false }, colleagues: { attribute: false },
    audience: { state: true }, body: { state: true }, sending: { state: true }, fault: { state: true }, said: { state: true },
  };
  declare report: ReportDetail;
  declare colleagues: Colleague[];
  /** Null until somebody has said whom it is for: there is no default that could be the wrong one. */
  declare audience: Audience | null;
  declare body: string;
  declare sending: boolean;
  declare fault: string;
  declare said: string;

  #id: string = crypto.randomUUID();
  readonly #attachments = new AttachmentsController(this, () => this.report.id, () => this.#keep());
  readonly #mention = new MentionController(this, { field: () => this.#field(), colleagues: () => (this.audience === 'internal' ? this.colleagues : []), write: (text) => this.#write(text) });
  readonly #drop = new FileDropController(this, (file) => this.#attachments.take([file]));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { audience: null, body: '', sending: false, fault: '', said: '', colleagues: [] });
    new ListenerController(this, workflowChanges, 'change');
  }

  static override styles = composerStyles;

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('report') || changed.get('report')?.id === this.report.id) return;
    const draft = readDraft(currentSession().staff.id, this.report.id);
    this.#id = draft?.id ?? crypto.randomUUID();
    Object.assign(this, { audience: draft?.audience ?? null, body: draft?.body ?? '', fault: '', said: '' });
    this.#attachments.restore(draft?.files ?? []);
  }

  override render() {
    return html`${this.audience ? this.#writing(this.audience) : this.#choice()}<p class="said" role="status">${this.said}</p>`;
  }

  #choice() {
    const why = whyNotToCustomer(this.report);
    return html`
      <div class="choice">
        <button type="button" class="customer" ?disabled=${why !== null} aria-describedby=${why ? 'why' : nothing} @click=${() => this.begin('customer')}>
          <wa-icon name="message"></wa-icon><span><strong>${msg('Nachricht an den Kunden', { id: 'messages.toCustomer' })}</strong><span class="small">${why ? msg('gerade nicht möglich', { id: 'messages.notNow' }) : addresseeName(this.report)}</span></span>
        </button>
        <button type="button" class="internal" @click=${() => this.begin('internal')}>
          <wa-icon name="lock"></wa-icon><span><strong>${msg('Notiz, nur intern', { id: 'messages.note' })}</strong><span class="small">${msg('Der Kunde sieht sie nie.', { id: 'messages.neverSeen' })}</span></span>
        </button>
      </div>
      ${why ? html`<p class="why" id="why"><wa-icon name="info"></wa-icon><span>${why}</span></p>` : nothing}
    `;
  }

  #writing(audience: Audience) {
    const note = audience === 'internal';
    const why = note ? null : whyNotToCustomer(this.report);
    const gaps = this.#gaps();
    const left = messageLimits.maxLength - this.body.length;
    const mayNotSend = this.#attachments.pending || (cleanTyped(this.body) === '' && this.#attachments.ready.length === 0) || gaps.length > 0 || left < 0 || why !== null;
    return html`
      <form class="writing ${audience} ${this.#drop.over ? 'over' : ''}" @submit=${this.#submit} @dragover=${this.#drop.dragOver} @dragleave=${this.#drop.dragLeave} @drop=${this.#dropped} novalidate>
        <fieldset ?disabled=${this.sending}>
          <legend class="visually-hidden">${msg('Wer soll das lesen?', { id: 'messages.whoReads' })}</legend>
          <div class="audiences">
            ${this.#tab('customer', 'message', msg('An den Kunden', { id: 'messages.customerTab' }), audience)}
            ${this.#tab('internal', 'lock', msg('Notiz, nur intern', { id: 'messages.note' }), audience)}
          </div>
          <p class="whom" id="whom">${note
            ? html`<wa-icon name="lock"></wa-icon><span>${msg('Nur für Ihre Werkstatt. Mit @ erwähnen Sie jemanden, der dann eine E-Mail bekommt.', { id: 'messages.noteHint' })}</span>`
            : html`<wa-icon name="send"></wa-icon><span>${msg(str`Geht an ${addresseeName(this.report)}.`, { id: 'messages.goesTo' })} ${wayText(this.report)}</span>`}</p>
          <label class="visually-hidden" for="body">${note ? msg('Interne Notiz', { id: 'messages.noteLabel' }) : msg('Nachricht an den Kunden', { id: 'messages.toCustomer' })}</label>
          <textarea id="body" rows="4" .value=${this.body} aria-describedby="whom" aria-autocomplete=${note ? 'list' : nothing} aria-controls=${this.#mention.open ? 'people' : nothing} aria-activedescendant=${this.#mention.activeId ?? nothing}
            @input=${this.#typed} @keydown=${this.#press} @click=${this.#mention.follow} @blur=${this.#mention.close} @paste=${this.#pasted}></textarea>
          ${this.#mention.list()}
          ${attachmentList(this.#attachments.items, { onRetry: (key) => this.#attachments.retry(key), onRemove: (key) => this.#attachments.remove(key) })}
          <p class="fault" role="alert">${this.fault || this.#attachments.refusal ? html`<wa-icon name="error"></wa-icon><span>${this.fault || this.#attachments.refusal}</span>` : nothing}</p>
          ${why ? html`<p class="why"><wa-icon name="info"></wa-icon><span>${why}</span></p>` : nothing}
          ${gaps.length > 0 ? html`<p class="gaps" role="status"><wa-icon name="warning"></wa-icon><span>${msg(str`Dazu steht in der Meldung nichts: ${gaps.join(', ')}. Bitte ergänzen oder streichen Sie es im Text.`, { id: 'messages.gaps' })}</span></p>` : nothing}
          <div class="bar">
            <label class="tool"><wa-icon name="paperclip"></wa-icon><span>${msg('Anhängen', { id: 'messages.attach' })}</span><input class="visually-hidden" type="file" multiple accept="image/*,application/pdf" @change=${this.#chosen} /></label>
            <label class="tool camera"><wa-icon name="camera"></wa-icon><span>${msg('Foto', { id: 'messages.photo' })}</span><input class="visually-hidden" type="file" accept="image/*" capture="environment" @change=${this.#chosen} /></label>
            <template-picker .reportId=${this.report.id} @template-chosen=${this.#useTemplate}></template-picker>
            ${left < 500 ? html`<span class="left ${left < 0 ? 'over' : ''} numbers">${msg(str`noch ${left} Zeichen`, { id: 'messages.left' })}</span>` : nothing}
            <span class="send">
              <wa-button type="button" size="s" appearance="plain" ?disabled=${this.sending} @click=${() => void this.#discard()}>${msg('Verwerfen', { id: 'messages.discard' })}</wa-button>
              <wa-button type="submit" size="s" variant=${note ? 'warning' : 'brand'} ?disabled=${mayNotSend} ?loading=${this.sending}><wa-icon slot="start" name=${note ? 'lock' : 'send'}></wa-icon>${this.#sendLabel(note)}</wa-button>
            </span>
          </div>
        </fieldset>
      </form>
    `;
  }

  #tab(audience: Audience, icon: string, label: string, chosen: Audience) {
    return html`<label class=${audience}><input type="radio" name="audience" .checked=${audience === chosen} @change=${() => void this.#switchTo(audience)} /><wa-icon name=${icon}></wa-icon>${label}</label>`;
  }

  #sendLabel(note: boolean): string {
    if (this.fault) return note ? msg('Notiz noch einmal speichern', { id: 'messages.saveAgain' }) : msg('Noch einmal senden', { id: 'messages.sendAgain' });
    return note ? msg('Notiz speichern', { id: 'messages.save' }) : msg('An den Kunden senden', { id: 'messages.send' });
  }

  /** Somebody has said whom they write to. */
  begin(audience: Audience) {
    if (audience === 'customer' && whyNotToCustomer(this.report) !== null) return;
    if (this.audience && this.audience !== audience) return void this.#field()?.focus();
    Object.assign(this, { audience, said: '' });
    void this.updateComplete.then(() => this.#field()?.focus());
  }

  /** A note that turns to the customer is asked about: what was meant for colleagues is seldom meant for them. */
  async #switchTo(audience: Audience) {
    const sure = audience === 'internal' || this.body.trim() === '' || (await confirmAction({
      title: msg('Diesen Text an den Kunden richten?', { id: 'messages.turnTitle' }),
      text: msg('Was Sie als interne Notiz begonnen haben, wird dann eine Nachricht an den Kunden. Gesendet ist damit noch nichts.', { id: 'messages.turnText' }),
      action: msg('An den Kunden richten', { id: 'messages.turn' }),
    }));
    if (sure) {
      this.audience = audience;
      this.#keep();
    }
    this.requestUpdate('audience');
    await this.updateComplete;
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('.audiences input')) input.checked = input.closest('label')?.classList.contains(this.audience ?? '') ?? false;
  }

  readonly #typed = (event: Event) => {
    this.#write((event.target as HTMLTextAreaElement).value);
    this.#mention.follow();
  };

  #write(text: string) {
    this.body = text;
    this.said = '';
    this.#keep();
  }

  readonly #press = (event: KeyboardEvent) => {
    if (this.#mention.press(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };

  readonly #pasted = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#attachments.take(files);
  };

  readonly #dropped = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    this.#drop.drop(event);
    this.#attachments.take(files.slice(1));
  };

  readonly #chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    this.#attachments.take([...(input.files ?? [])]);
    input.value = '';
  };

  readonly #useTemplate = (event: CustomEvent<FilledTemplate>) => {
    const { body } = event.detail;
    this.#write(this.body.trim() === '' ? body : `${this.body.trimEnd()}\n\n${body}`);
    void this.updateComplete.then(() => this.#field()?.focus());
  };

  /** What a template could not be filled with. A note may carry braces; the customer gets none. */
  #gaps(): string[] {
    return this.audience === 'customer' ? [...new Set(this.body.match(/\{\{[^{}\n]*\}\}/g) ?? [])] : [];
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { audience, body } = this;
    const button = this.renderRoot.querySelector<HTMLElement & { disabled: boolean }>('wa-button[type="submit"]');
    if (!audience || this.sending || button?.disabled) return;
    const { report } = this;
    Object.assign(this, { sending: true, fault: '', said: '' });
    try {
      const fileIds = this.#attachments.ready.map(({ id }) => id);
      const message = await writeMessage(report.id, { id: this.#id, audience, body, fileIds, mentions: audience === 'internal' ? mentionedIn(body, this.colleagues) : [] });
      const arrivedBefore = message.body !== cleanTyped(body) || message.files.length !== fileIds.length || message.audience !== audience;
      if (report.id !== this.report.id) return keepDraft(currentSession().staff.id, report.id, null);
      this.dispatchEvent(new CustomEvent('message-written', { detail: message }));
      this.#startAnew(arrivedBefore);
    } catch (error) {
      if (report.id === this.report.id) this.fault = failureText(error);
    } finally {
      this.sending = false;
    }
  };

  /** An earlier try that seemed to fail may have arrived: what was changed since is still to be sent, as a message of its own. */
  #startAnew(arrivedBefore: boolean) {
    this.#id = crypto.randomUUID();
    if (arrivedBefore) {
      this.fault = msg('Ihre erste Fassung war schon angekommen. Was Sie seitdem geändert haben, ist noch nicht gesendet.', { id: 'messages.arrivedBefore' });
      return this.#keep();
    }
    this.said = this.audience === 'internal' ? msg('Notiz gespeichert. Der Kunde sieht sie nicht.', { id: 'messages.noteSaved' }) : msg('Gesendet.', { id: 'messages.sent' });
    this.#empty();
  }

  async #discard() {
    const isEmpty = this.body.trim() === '' && this.#attachments.items.length === 0;
    const sure = isEmpty || (await confirmAction({
      title: msg('Entwurf verwerfen?', { id: 'messages.discardTitle' }),
      text: msg('Was Sie geschrieben und angehängt haben, ist dann weg.', { id: 'messages.discardText' }),
      action: msg('Verwerfen', { id: 'messages.discard' }),
    }));
    if (!sure) return;
    this.#empty();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.choice button:not([disabled])')?.focus();
  }

  #empty() {
    Object.assign(this, { body: '', audience: null, fault: '' });
    this.#attachments.restore([]);
    this.#keep();
  }

  #keep() {
    const { audience, body } = this;
    keepDraft(currentSession().staff.id, this.report.id, audience && { id: this.#id, audience, body, files: this.#attachments.ready });
  }

  #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }
}

function failureText(error: unknown): string {
  const issue = error instanceof ProblemError ? error.problem.issues?.[0]?.message : undefined;
  return `${issue ?? errorText(error)} ${msg('Ihr Text ist noch da.', { id: 'messages.kept' })}`;
}

customElements.define('message-composer', MessageComposer);

declare global {
  interface HTMLElementTagNameMap {
    'message-composer': MessageComposer;
  }
}
