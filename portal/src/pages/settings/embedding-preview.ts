import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement } from 'lit';

const widths = { phone: 390, desk: 1100 };

/**
 * The widget as other websites show it, on a page of the workshop's own in a frame: only to look at, so that nobody
 * sends a report from here.
 *
 * - Properties: `brand`, a colour that need not be saved yet; `language`.
 */
export class EmbeddingPreview extends LitElement {
  static override properties = { brand: {}, language: {}, device: { state: true } };
  declare brand: string;
  declare language: string;
  declare device: keyof typeof widths;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { brand: '#14507a', language: 'de', device: 'phone' });
  }

  static override styles = [
    base, card,
    css`
      :host { display: block; }
      .head { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; margin-bottom: 0.6rem; }
      h2 { font-size: 1rem; }
      .devices { display: flex; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 8px; overflow: hidden; }
      .devices button { min-height: 2.4rem; padding: 0 0.9rem; border: 0; background: none; color: inherit; font: inherit; font-size: var(--wa-font-size-s); cursor: pointer; }
      .devices [aria-pressed='true'] { background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); font-weight: 600; }
      .devices button:focus-visible { outline: 3px solid var(--wa-color-brand-50); outline-offset: -3px; }
      .window { container-type: inline-size; height: 34rem; overflow: hidden; border: 1px solid var(--wa-color-surface-border); border-radius: 10px; background: #f4f6f8; }
      iframe { display: block; border: 0; margin: 0 auto; transform-origin: 0 0; pointer-events: none; color-scheme: light; }
      .phone { width: min(100%, 390px); height: 100%; }
      .desk { width: 1100px; height: calc(34rem * 2.2); scale: 0.45; transform-origin: 0 0; }
      @container (min-width: 44rem) { .desk { scale: 0.68; height: calc(34rem * 1.5); } }
    `,
  ];

  override render() {
    const address = `/embedding-preview?${new URLSearchParams({ lang: this.language, brand: this.brand }).toString()}`;
    return html`
      <div class="head">
        <h2 id="preview">${msg('So sieht es aus', { id: 'embedding.preview' })}</h2>
        <div class="devices" role="group" aria-label=${msg('Breite der Vorschau', { id: 'embedding.previewWidth' })}>
          ${this.#device('phone', msg('Handy', { id: 'embedding.phone' }))}
          ${this.#device('desk', msg('Computer', { id: 'embedding.desk' }))}
        </div>
      </div>
      <div class="window"><iframe class=${this.device} src=${address} inert tabindex="-1" title=${msg(str`Vorschau der Schadenmeldung, ${widths[this.device]} Pixel breit`, { id: 'embedding.previewTitle' })}></iframe></div>
    `;
  }

  #device(device: keyof typeof widths, label: string) {
    return html`<button type="button" aria-pressed=${this.device === device ? 'true' : 'false'} @click=${() => (this.device = device)}>${label}</button>`;
  }
}

customElements.define('embedding-preview', EmbeddingPreview);
