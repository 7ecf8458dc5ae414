import { css, html, LitElement, type TemplateResult } from 'lit';
import type { StatusApi } from './status-api.ts';

/**
 * One photo, fetched when it comes into sight.
 *
 * - Properties: `api`, `path` (below `/api/status`), `label`.
 */
export class StatusPhoto extends LitElement {
  static override properties = { api: { attribute: false }, path: {}, label: {}, address: { state: true } };
  declare api: StatusApi;
  declare path: string;
  declare label: string;
  declare address: string | null;
  #sight: IntersectionObserver | null = null;
  #fetched = '';

  static override styles = css`
    :host {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      place-items: center;
      overflow: hidden;
      background: var(--mw-surface-soft);
    }
    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: var(--photo-fit, cover);
    }
    svg {
      width: 36px;
      height: 36px;
      color: var(--mw-text-soft);
    }
  `;

  constructor() {
    super();
    this.address = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sight = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#fetch();
    }, { rootMargin: '200px' });
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight?.disconnect();
    this.#drop();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('path') || changed.get('path') === undefined) return;
    this.#drop();
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const { path } = this;
    if (this.#fetched === path) return;
    this.#fetched = path;
    try {
      const photo = await this.api.file(path);
      if (this.isConnected && path === this.path) this.address = URL.createObjectURL(photo);
    } catch {
      // Tried again when it comes into sight the next time.
      if (path === this.path) this.#fetched = '';
    }
  }

  #drop(): void {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = null;
    this.#fetched = '';
  }

  protected override render(): TemplateResult {
    if (this.address) return html`<img src=${this.address} alt=${this.label} />`;
    return html`<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" role="img" aria-label=${this.label}><rect x="3" y="6" width="26" height="20" rx="3"/></svg>`;
  }
}

if (!customElements.get('status-photo')) customElements.define('status-photo', StatusPhoto);
