import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FormDocument } from '@meldewerk/contract/form';
import type { WantedItem } from '@meldewerk/contract/missing-items';
import type { Site } from '@meldewerk/contract/tenant';
import '@meldewerk/elements/signature-field';
import type { SignatureField } from '@meldewerk/elements/signature-field';
import { ProblemError } from '../../api.ts';
import { deviceRandomness } from '../../draft.ts';
import { currentLanguage } from '../../language.ts';
import { saveFile, fileNameOf } from '../../signing/save-document.ts';
import { signingMeaning } from '../../signing/signing-meaning.ts';
import { signingStyles } from '../../signing/styles.ts';
import { renderTextForm } from '../../signing/text-form.ts';
import { fieldStyles } from '../../styles/fields.ts';
import { sectionStyles } from '../section-styles.ts';
import type { StatusApi } from '../status-api.ts';
import type { Gift } from './gift-store.ts';

type SignatureItem = Extract<WantedItem, { kind: 'signature' }>;
type Read = { document: FormDocument; pdf: Uint8Array<ArrayBuffer> | null };

/**
 * Reads a form and signs it, as before sending.
 *
 * - Properties: `item`, `api`, `site`, `name` (who signs, unless another name is typed), `give` (takes the signature).
 */
export class StatusSignItem extends LitElement {
  static override properties = { item: { attribute: false }, api: { attribute: false }, site: { attribute: false }, name: { attribute: false }, give: { attribute: false }, read: { state: true }, failure: { state: true }, missing: { state: true }, faults: { state: true } };
  declare item: SignatureItem;
  declare api: StatusApi;
  declare site: Site;
  declare name: string;
  declare give: (gift: Gift) => void;
  declare read: Read | null;
  declare failure: string | null;
  declare missing: 'name' | 'signature' | null;
  /** By own field of the form. */
  declare faults: Record<string, string>;
  #fields: Record<string, string | boolean> = {};
  #asking = false;

  static override styles = [
    sectionStyles, fieldStyles, signingStyles,
    css`
      .paper { margin-top: 12px; max-height: 26rem; overflow: auto; padding: 14px; border: 1px solid var(--mw-line); border-radius: 10px; background: #fff; color: #17212b; }
      .meaning { margin-top: 12px; font-size: 0.875em; color: var(--mw-text-soft); }
      .button.primary { margin-top: 14px; }
      .fields { margin-top: 14px; }
    `,
  ];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { read: null, failure: null, missing: null, faults: {} });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#again);
    if (this.item.form.fields.length === 0) void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#again);
  }

  readonly #again = () => {
    if (this.failure) void this.#ask();
  };

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    Object.assign(this, { failure: null, faults: {} });
    try {
      const document = await this.api.send<FormDocument>('POST', `/items/${this.item.id}/document`, { fields: this.#fields });
      const pdf = document.text === null ? await this.#fetchPdf(document) : null;
      this.read = { document, pdf };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#read')?.focus();
    } catch (error) {
      const issues = error instanceof ProblemError ? (error.problem.issues ?? []) : [];
      this.faults = Object.fromEntries(issues.map(({ path, message }) => [path.replace(/^fields\./, ''), message]));
      const others = issues.filter(({ path }) => !path.startsWith('fields.')).map(({ message }) => message);
      if (others.length > 0) this.failure = others.join(' ');
      else if (issues.length === 0) this.failure = error instanceof ProblemError ? error.problem.detail : msg('Wir haben gerade keine Verbindung zur Werkstatt. Sobald wieder eine da ist, geht es von selbst weiter.', { id: 'signing.readOffline' });
    }
    this.#asking = false;
  }

  async #fetchPdf({ documentId, sha256 }: FormDocument): Promise<Uint8Array<ArrayBuffer>> {
    const [file] = await Promise.all([this.api.file(`/items/${this.item.id}/documents/${documentId}`), import('../../signing/pdf-pages.ts')]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Missing on pages without https, where the server alone compares.
    const hash = crypto.subtle && (await crypto.subtle.digest('SHA-256', bytes));
    if (hash && Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256) throw new Error('other bytes than announced');
    return bytes;
  }

  async #save({ document }: Read): Promise<void> {
    const file = await this.api.file(`/items/${this.item.id}/documents/${document.documentId}`).catch(() => null);
    if (file) saveFile(new Uint8Array(await file.arrayBuffer()), 'application/pdf', fileNameOf(this.item.form.title, 'pdf'));
  }

  #sign({ document }: Read): void {
    const field = this.renderRoot.querySelector<SignatureField>('signature-field');
    const name = this.name.trim();
    this.missing = name ? (field?.value ? null : 'signature') : 'name';
    if (this.missing === 'name') return this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
    if (!field?.value) return field?.focus();
    this.give({ itemId: this.item.id, at: Date.now(), kind: 'signature', input: { id: deviceRandomness.newId(), documentId: document.documentId, sha256: document.sha256, name, signature: field.value } });
  }

  protected override render(): TemplateResult {
    const { form } = this.item;
    return html`${form.fields.length > 0 && !this.read ? this.#renderFields() : nothing}
      ${this.failure ? html`<p class="note warning" role="alert">${this.failure}</p><div class="buttons"><button type="button" class="button" @click=${() => void this.#ask()}>${msg('Noch einmal versuchen', { id: 'frame.retry' })}</button></div>` : nothing}
      ${this.read ? this.#renderRead(this.read) : form.fields.length === 0 && !this.failure ? html`<p class="soft" role="status">${msg('Wird geladen …', { id: 'frame.loading' })}</p>` : nothing}`;
  }

  #renderFields(): TemplateResult {
    const submit = (sent: SubmitEvent) => {
      sent.preventDefault();
      void this.#ask();
    };
    return html`<form class="fields" novalidate @submit=${submit}>
      ${this.item.form.fields.map(({ id, label, type, required }) => html`<div class="field">
        <label class=${type === 'checkbox' ? 'choice' : 'title'} for=${`own-${id}`}>${type === 'checkbox' ? html`<input id=${`own-${id}`} type="checkbox" @change=${(change: Event) => (this.#fields[id] = (change.target as HTMLInputElement).checked)} /> ` : nothing}${label}${required ? nothing : html` <span class="optional">${msg('(freiwillig)', { id: 'field.optional' })}</span>`}</label>
        ${type === 'checkbox' ? nothing : html`<div class="control"><input id=${`own-${id}`} type=${type} maxlength="200" autocomplete="off" aria-invalid=${this.faults[id] ? 'true' : nothing} @input=${(input: Event) => (this.#fields[id] = (input.target as HTMLInputElement).value)} /></div>`}
        ${this.faults[id] ? html`<p class="wrong">${this.faults[id]}</p>` : nothing}
      </div>`)}
      <button class="button primary">${msg('Weiter zum Lesen', { id: 'items.toReading' })}</button>
    </form>`;
  }

  #renderRead(read: Read): TemplateResult {
    const { form } = this.item;
    const { document, pdf } = read;
    return html`<div class="paper" id="read" role="region" tabindex="0" lang=${form.language} aria-label=${form.title}>${pdf ? html`<meldewerk-pdf-pages .bytes=${pdf} .origin=${this.api.origin} .name=${form.title}></meldewerk-pdf-pages>` : renderTextForm(document.text ?? '')}</div>
      <button type="button" class="button quiet" @click=${() => void this.#save(read)}>${msg('Als PDF öffnen', { id: 'signing.openPdf' })}</button>
      <div class="field"><label class="title" for="name">${msg('Wer unterschreibt?', { id: 'signing.name' })}</label>
        <div class="control"><input id="name" type="text" autocomplete="name" maxlength="120" .value=${this.name} aria-required="true" aria-invalid=${this.missing === 'name' ? 'true' : nothing} @input=${(input: Event) => (this.name = (input.target as HTMLInputElement).value)} /></div>
        ${this.missing === 'name' ? html`<p class="wrong">${msg('Bitte geben Sie Ihren Namen an.', { id: 'signing.nameMissing' })}</p>` : nothing}</div>
      <div class="field"><signature-field .language=${currentLanguage()} @change=${() => (this.missing = null)}></signature-field>
        <div role="alert">${this.missing === 'signature' ? html`<p class="wrong">${msg('Die Unterschrift fehlt noch: Bitte unterschreiben Sie im Feld, oder tippen Sie Ihren Namen ein.', { id: 'signing.signatureMissing' })}</p>` : nothing}</div></div>
      <p class="meaning">${signingMeaning(this.site)}</p>
      <button type="button" class="button primary" @click=${() => this.#sign(read)}>${msg('Unterschreiben', { id: 'signing.sign' })}<span class="unseen">: ${form.title}</span></button>`;
  }
}

if (!customElements.get('status-sign-item')) customElements.define('status-sign-item', StatusSignItem);
