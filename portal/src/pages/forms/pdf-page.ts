import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, type PropertyValues } from 'lit';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-document.ts';

type Rendering = ReturnType<PDFPageProxy['render']>;
const sharpest = 2.5;

/** One page of a PDF as wide as its place, sharp on every screen; what is slotted lies on top of it. */
export class PdfPage extends LitElement {
  static override properties = { pdf: { attribute: false }, number: { type: Number }, ratio: { state: true } };
  declare pdf: PDFDocumentProxy;
  declare number: number;
  /** Height by width, as shown. */
  declare ratio: number;

  #page: PDFPageProxy | undefined;
  #rendering: Rendering | undefined;
  #drawnWidth = 0;
  readonly #resizes = new ResizeObserver(() => void this.#draw());
  readonly #sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#draw();
  }, { rootMargin: '600px' });
  #near = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.ratio = Math.SQRT2;
  }

  static override styles = [
    base,
    css`
      :host { position: relative; background: #fff; box-shadow: 0 1px 4px rgb(16 24 40 / 18%); }
      canvas { display: block; width: 100%; height: 100%; }
      .on-top { position: absolute; inset: 0; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    this.#resizes.observe(this);
    this.#sight.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#sight.disconnect();
    this.#rendering?.cancel();
  }

  override updated(changed: PropertyValues<this>) {
    this.style.aspectRatio = String(1 / this.ratio);
    if (changed.has('pdf') || changed.has('number')) void this.#take();
  }

  override render() {
    return html`<canvas role="img" aria-label=${msg(str`Seite ${this.number}`, { id: 'pdfPage.label' })}></canvas><div class="on-top"><slot></slot></div>`;
  }

  async #take() {
    this.#page = await this.pdf.getPage(this.number);
    const { width, height } = this.#page.getViewport({ scale: 1 });
    this.ratio = height / width;
    this.#drawnWidth = 0;
    await this.#draw();
  }

  async #draw() {
    this.#near ||= this.#isNear();
    const width = Math.round(this.clientWidth * Math.min(window.devicePixelRatio || 1, sharpest));
    const canvas = this.renderRoot.querySelector('canvas');
    if (!this.#page || !canvas || !this.#near || width === 0 || width === this.#drawnWidth) return;
    this.#drawnWidth = width;
    this.#rendering?.cancel();
    const viewport = this.#page.getViewport({ scale: width / this.#page.getViewport({ scale: 1 }).width });
    // Drawn aside and then put in place: a page does not go white while it gets larger.
    const drawn = document.createElement('canvas');
    drawn.width = Math.ceil(viewport.width);
    drawn.height = Math.ceil(viewport.height);
    this.#rendering = this.#page.render({ canvas: drawn, viewport });
    await this.#rendering.promise.then(() => {
      canvas.width = drawn.width;
      canvas.height = drawn.height;
      canvas.getContext('2d')?.drawImage(drawn, 0, 0);
      this.toggleAttribute('drawn', true);
    }, () => undefined);
  }

  #isNear(): boolean {
    const { top, bottom } = this.getBoundingClientRect();
    return bottom > -600 && top < window.innerHeight + 600;
  }
}

customElements.define('pdf-page', PdfPage);
