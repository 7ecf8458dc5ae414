import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement } from 'lit';

const shownMs = 4000;

/** A text to be taken along: by a click, or marked for copying by hand where the clipboard is refused. */
export class CopyField extends LitElement {
  static override properties = { label: { type: String }, text: { type: String }, copied: { state: true } };
  declare label: string;
  declare text: string;
  declare copied: boolean;

  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.copied = false;
  }

  static override styles = [
    base,
    css`
      label { display: block; margin-bottom: 0.25rem; font-size: var(--wa-font-size-s); font-weight: 600; }
      div { display: flex; }
      input { flex: 1; min-width: 0; min-height: 2.75rem; padding: 0.4rem 0.8rem; border: 1px solid var(--wa-form-control-border-color); border-inline-end: 0; border-start-start-radius: 8px; border-end-start-radius: 8px; background: var(--wa-color-surface-lowered); color: inherit; font: inherit; font-size: var(--wa-font-size-s); text-overflow: ellipsis; }
      button { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2.75rem; padding: 0 0.9rem; border: 1px solid var(--wa-form-control-border-color); border-start-end-radius: 8px; border-end-end-radius: 8px; background: var(--wa-color-surface-default); color: inherit; font: inherit; font-size: var(--wa-font-size-s); font-weight: 550; cursor: pointer; white-space: nowrap; }
      button:hover { background: var(--wa-color-surface-lowered); }
      :focus-visible { z-index: 1; }
    `,
  ];

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    return html`
      <label for="text">${this.label}</label>
      <div>
        <input id="text" readonly .value=${this.text} @focus=${mark} />
        <button type="button" @click=${this.#copy}><wa-icon name=${this.copied ? 'check' : 'copy'}></wa-icon>${this.copied ? msg('Kopiert', { id: 'copy.done' }) : msg('Kopieren', { id: 'copy.copy' })}<span class="visually-hidden">: ${this.label}</span></button>
      </div>
      <span class="visually-hidden" role="status">${this.copied ? msg('Kopiert', { id: 'copy.done' }) : ''}</span>
    `;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
    } catch {
      return this.renderRoot.querySelector<HTMLInputElement>('input')?.focus();
    }
    this.copied = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.copied = false), shownMs);
    return;
  }
}

function mark(event: FocusEvent) {
  (event.target as HTMLInputElement).select();
}

customElements.define('copy-field', CopyField);
