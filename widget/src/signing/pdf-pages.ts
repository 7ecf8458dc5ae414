import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { loadPdf } from './load-pdf.ts';
import { pdfPagesStyles } from './pdf-pages-styles.ts';

const zooms = [1, 1.5, 2, 3] as const;
const mostPixels = 8_000_000;

type Page = { number: number; proxy: PDFPageProxy; shape: string };

/**
 * The pages of a PDF below each other, drawn when they come near, larger on request, and as plain text for everybody who
 * cannot read a picture of a page.
 */
export class PdfPages extends LitElement {
  static override styles = pdfPagesStyles;
  static override properties = { bytes: { attribute: false }, origin: { attribute: false }, name: { attribute: false }, zoom: { state: true }, pages: { state: true }, texts: { state: true }, failed: { state: true } };
  declare bytes: Uint8Array;
  /** Address of the workshop's site, where the reader's parts lie. */
  declare origin: string;
  declare name: string;
  declare zoom: number;
  declare pages: Page[] | null;
  /** What stands on the pages, once somebody wants to read it as text. */
  declare texts: string[] | null;
  declare failed: boolean;
  #opened: PDFDocumentProxy | null = null;
  #near: IntersectionObserver | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { zoom: 0, pages: null, texts: null, failed: false });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near?.disconnect();
    void this.#opened?.loadingTask.destroy();
    this.#opened = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#open();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('bytes')) void this.#open();
    if (changed.has('pages') || changed.has('zoom')) this.#shape();
    if (changed.has('pages')) this.#watch();
    else if (changed.has('zoom')) for (const canvas of this.renderRoot.querySelectorAll('canvas')) if (canvas.width > 0) void this.#draw(canvas);
  }

  async #open(): Promise<void> {
    const { bytes } = this;
    Object.assign(this, { pages: null, texts: null, failed: false });
    void this.#opened?.loadingTask.destroy();
    try {
      const opened = await loadPdf(bytes, this.origin).promise;
      if (bytes !== this.bytes || !this.isConnected) return void opened.loadingTask.destroy();
      this.#opened = opened;
      this.pages = await Promise.all(Array.from({ length: opened.numPages }, (_, at) => readPage(opened, at + 1)));
    } catch {
      if (bytes === this.bytes && this.isConnected) this.failed = true;
    }
  }

  // By script and not by attribute, which a strict page forbids.
  #shape(): void {
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      canvas.style.aspectRatio = this.pages?.[Number(canvas.dataset['page']) - 1]?.shape ?? '';
      if (canvas.parentElement) canvas.parentElement.style.width = `${zoomAt(this.zoom) * 100}%`;
    }
  }

  #watch(): void {
    this.#near?.disconnect();
    this.#near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const canvas = target as HTMLCanvasElement;
          if (isIntersecting) void this.#draw(canvas);
          else this.#release(canvas);
        }
      },
      { rootMargin: '900px' },
    );
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) this.#near.observe(canvas);
  }

  /** A page far away costs no memory; its place stays. */
  #release(canvas: HTMLCanvasElement): void {
    canvas.width = 0;
    canvas.classList.remove('drawn');
  }

  /** Twice as fine as the screen, so that two fingers can enlarge it and it stays sharp. */
  async #draw(canvas: HTMLCanvasElement): Promise<void> {
    const page = this.pages?.find(({ number }) => number === Number(canvas.dataset['page']));
    if (!page) return;
    const { width, height } = page.proxy.getViewport({ scale: 1 });
    const wanted = (canvas.clientWidth / width) * Math.max(2, devicePixelRatio * 1.5);
    const viewport = page.proxy.getViewport({ scale: Math.min(wanted, Math.sqrt(mostPixels / (width * height))) });
    const drawn = document.createElement('canvas');
    drawn.width = Math.round(viewport.width);
    drawn.height = Math.round(viewport.height);
    try {
      await page.proxy.render({ canvas: drawn, viewport }).promise;
      canvas.width = drawn.width;
      canvas.height = drawn.height;
      canvas.getContext('2d')?.drawImage(drawn, 0, 0);
      canvas.classList.add('drawn');
    } catch {
      // The document was closed meanwhile.
      if (this.isConnected && this.#opened) this.failed = true;
    }
  }

  protected override render(): TemplateResult {
    if (this.failed) {
      return html`<p class="failed" role="alert">${msg('Diese Seiten lassen sich hier nicht anzeigen. Bitte laden Sie das PDF herunter und lesen Sie es, bevor Sie unterschreiben.', { id: 'signing.pdfFailed' })}</p>`;
    }
    if (!this.pages) return html`<p class="loading" role="status">${msg('Die Seiten werden vorbereitet …', { id: 'signing.pdfLoading' })}</p>`;
    const { pages } = this;
    return html`<div class="viewer">
        ${this.#renderZoom()}
        <div class="pages" tabindex="0" role="region" aria-label=${msg(str`Seiten von „${this.name}“`, { id: 'signing.pages' })}>
          ${pages.map(
            ({ number }) => html`<figure>
              <canvas data-page=${number} role="img" aria-label=${pageTitle(number, pages.length)} width="0" height="0"></canvas>
            </figure>`,
          )}
        </div>
      </div>
      <details @toggle=${(toggle: Event) => void this.#readTexts(toggle.target as HTMLDetailsElement)}>
        <summary>${msg('Als einfachen Text lesen', { id: 'signing.asText' })}</summary>
        ${this.texts?.map((text, at) => html`<h5>${pageTitle(at + 1, pages.length)}</h5>
          <p>${text || msg('Auf dieser Seite steht kein lesbarer Text, nur ein Bild. Bitte lassen Sie sich das Dokument von der Werkstatt erklären, wenn Sie es nicht sehen können.', { id: 'signing.noText' })}</p>`)}
      </details>`;
  }

  async #readTexts({ open }: HTMLDetailsElement): Promise<void> {
    if (!open || this.texts || !this.pages) return;
    const texts = await Promise.all(this.pages.map(readText)).catch(() => null);
    if (texts) this.texts = texts;
    else if (this.isConnected) this.failed = true;
  }

  #renderZoom(): TemplateResult {
    const percent = zoomAt(this.zoom) * 100;
    const to = (zoom: number) => () => (this.zoom = zoom);
    return html`<div class="zoom" role="group" aria-label=${msg('Größe', { id: 'signing.zoom' })}>
      <button type="button" aria-label=${msg('Kleiner', { id: 'signing.smaller' })} aria-disabled=${this.zoom === 0 ? 'true' : 'false'} @click=${to(Math.max(0, this.zoom - 1))}>−</button>
      <output aria-live="polite">${percent} %</output>
      <button type="button" aria-label=${msg('Größer', { id: 'signing.larger' })} aria-disabled=${this.zoom === zooms.length - 1 ? 'true' : 'false'} @click=${to(Math.min(zooms.length - 1, this.zoom + 1))}>+</button>
    </div>`;
  }
}

async function readPage(opened: PDFDocumentProxy, number: number): Promise<Page> {
  const proxy = await opened.getPage(number);
  const { width, height } = proxy.getViewport({ scale: 1 });
  return { number, proxy, shape: `${width} / ${height}` };
}

async function readText({ proxy }: Page): Promise<string> {
  const { items } = await proxy.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('').trim();
}

function pageTitle(number: number, count: number): string {
  return msg(str`Seite ${number} von ${count}`, { id: 'signing.page' });
}

function zoomAt(zoom: number): number {
  return zooms[zoom] ?? 1;
}

if (!customElements.get('meldewerk-pdf-pages')) customElements.define('meldewerk-pdf-pages', PdfPages);

declare global {
  interface HTMLElementTagNameMap {
    'meldewerk-pdf-pages': PdfPages;
  }
}
