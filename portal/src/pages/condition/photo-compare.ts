import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';

export type ComparedPhoto = { url: string; label: string };

/** Two photos of one angle: beside each other, and over each other with a divider to be moved. Fires `compare-closed`. */
export class PhotoCompare extends LitElement {
  static override properties = { label: { type: String }, earlier: { attribute: false }, later: { attribute: false }, over: { state: true }, divider: { state: true } };
  declare label: string;
  /** Null shows the other one alone. */
  declare earlier: ComparedPhoto | null;
  declare later: ComparedPhoto;
  declare over: boolean;
  declare divider: number;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.over = false;
    this.divider = 50;
  }

  static override styles = [
    base,
    css`
      dialog { inline-size: 100vw; block-size: 100dvh; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0; background: #14171a; color: #fff; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; }
      dialog:not([open]) { display: none; }
      .head, .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; padding: 0.6rem 0.9rem; }
      .head h2 { flex: 1; font-size: 1rem; min-inline-size: 0; }
      .foot { justify-content: center; padding-block-end: max(0.8rem, env(safe-area-inset-bottom)); }
      button { font: inherit; color: inherit; background: #2b3035; border: 1px solid #4a5057; border-radius: 6px; min-block-size: 2.75rem; padding: 0 0.9rem; cursor: pointer; }
      button[aria-pressed='true'] { background: #fff; color: #14171a; }
      :focus-visible { outline: 3px solid #7db4ff; outline-offset: 2px; }
      .beside { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; min-block-size: 0; }
      .alone { display: grid; min-block-size: 0; }
      :is(.beside, .alone) figure { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-block-size: 0; min-inline-size: 0; }
      figcaption { padding: 0.35rem 0.6rem; text-align: center; font-size: var(--wa-font-size-s); }
      img { inline-size: 100%; block-size: 100%; object-fit: contain; min-block-size: 0; }
      .over { position: relative; min-block-size: 0; }
      .over img { position: absolute; inset: 0; }
      label { display: flex; align-items: center; gap: 0.6rem; inline-size: min(34rem, 100%); font-size: var(--wa-font-size-s); }
      input { flex: 1; min-inline-size: 0; block-size: 2.75rem; }
      @media (max-width: 40rem) and (orientation: portrait) { .beside { grid-template-columns: 1fr; grid-template-rows: 1fr 1fr; } }
    `,
  ];

  override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override updated() {
    const later = this.renderRoot.querySelector<HTMLElement>('.over img:last-of-type');
    if (later) later.style.clipPath = `inset(0 0 0 ${this.divider}%)`;
  }

  override render() {
    const { earlier, later } = this;
    const over = this.over && earlier !== null;
    return html`
      <dialog aria-label=${this.label} @close=${() => this.dispatchEvent(new Event('compare-closed'))}>
        <div class="head">
          <h2>${this.label}</h2>
          ${earlier
            ? html`<button aria-pressed=${!over} @click=${() => (this.over = false)}>${msg('Nebeneinander', { id: 'compare.beside' })}</button>
                <button aria-pressed=${over} @click=${() => (this.over = true)}>${msg('Übereinander', { id: 'compare.over' })}</button>`
            : nothing}
          <button aria-label=${msg('Schließen', { id: 'dialog.close' })} @click=${() => this.renderRoot.querySelector('dialog')?.close()}><wa-icon name="xmark"></wa-icon></button>
        </div>
        ${over
          ? html`<div class="over"><img src=${earlier.url} alt=${earlier.label} /><img src=${later.url} alt=${later.label} /></div>`
          : html`<div class=${earlier ? 'beside' : 'alone'}>${[earlier, later].filter((photo) => photo !== null).map(({ url, label }) => html`<figure><img src=${url} alt=${label} /><figcaption>${label}</figcaption></figure>`)}</div>`}
        <div class="foot">${over
          ? html`<label><span>${earlier.label}</span><input type="range" min="0" max="100" .value=${String(this.divider)} aria-label=${msg('Trennlinie', { id: 'compare.divider' })} aria-valuetext=${msg(str`${this.divider} Prozent ${earlier.label}`, { id: 'compare.share' })} @input=${(event: Event) => (this.divider = Number((event.target as HTMLInputElement).value))} /><span>${later.label}</span></label>`
          : nothing}</div>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'photo-compare': PhotoCompare;
  }
}

customElements.define('photo-compare', PhotoCompare);
