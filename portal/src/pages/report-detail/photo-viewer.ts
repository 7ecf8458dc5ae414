import '@awesome.me/webawesome/dist/components/copy-button/copy-button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Photo } from '@meldewerk/contract/photo';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { router } from '@meldewerk/shell/navigation';
import { html, LitElement, nothing } from 'lit';
import { photoUrl } from '../../data/reports.ts';
import { formatBytes, formatMomentWithin, formatWallTime } from '../../format.ts';
import { currentSession } from '../../session.ts';
import { photoRemarks } from './photo-remarks.ts';
import { fitScale, fitted, panBy, turn, zoomAt, type Size, type View } from './photo-view.ts';
import { viewerStyles } from './photo-viewer-styles.ts';
import { StageGestures } from './stage-gestures.ts';

/** Full-screen view of the photos of one report. Fires `viewer-closed`; the caller removes it and takes the focus back. */
export class PhotoViewer extends LitElement {
  static override properties = {
    photos: { attribute: false }, labels: { attribute: false }, index: { type: Number }, timeZone: { type: String },
    view: { state: true }, loaded: { state: true }, failed: { state: true },
  };
  declare photos: Photo[];
  declare labels: string[];
  declare index: number;
  declare timeZone: string;
  declare view: View;
  declare loaded: boolean;
  declare failed: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.view = fitted;
    this.loaded = false;
    this.failed = false;
    new ListenerController(this, router, 'route', () => this.#close());
    new StageGestures(this, {
      stage: () => this.renderRoot.querySelector('.stage'),
      zoom: (factor, point) => (this.view = zoomAt(this.view, factor, point)),
      pan: (dx, dy) => (this.view = panBy(this.view, dx, dy, this.#imageSize(), this.#stageSize())),
      swipe: (step) => this.#show(this.index + step),
      isEnlarged: () => this.view.scale > 1,
    });
  }

  static override styles = viewerStyles;

  override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal();
    this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
  }

  override updated() {
    const image = this.renderRoot.querySelector('img');
    if (!image) return;
    const { scale, x, y, turns } = this.view;
    const size = this.#imageSize();
    image.style.width = `${size.width}px`;
    image.style.height = `${size.height}px`;
    image.style.transform = `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${scale}) rotate(${turns * 90}deg)`;
  }

  override render() {
    const photo = this.photos[this.index];
    if (!photo) return nothing;
    const label = this.labels[this.index] ?? '';
    return html`
      <dialog aria-label=${msg('Fotobetrachter', { id: 'viewer.label' })} @keydown=${this.#keys} @close=${() => this.dispatchEvent(new Event('viewer-closed'))}>
        <div class="head">
          <p class="numbers" aria-live="polite">${msg(str`${label}, Foto ${this.index + 1} von ${this.photos.length}`, { id: 'viewer.position' })}</p>
          <div class="tools">
            ${this.#tool('minus', msg('Kleiner', { id: 'viewer.smaller' }), () => this.#zoom(1 / 1.5), this.view.scale <= 1)}
            <span class="scale numbers">${Math.round(this.view.scale * 100)} %</span>
            ${this.#tool('plus', msg('Größer', { id: 'viewer.larger' }), () => this.#zoom(1.5))}
            ${this.#tool('zoom-reset', msg('Einpassen', { id: 'viewer.fit' }), () => (this.view = { ...fitted, turns: this.view.turns }))}
            ${this.#tool('rotate', msg('Ansicht drehen', { id: 'viewer.rotate' }), () => (this.view = turn(this.view)))}
            ${currentSession().staff.role === 'viewer' ? nothing : this.#tool('eye-slash', msg('Teile unkenntlich machen', { id: 'redaction.title' }), () => void this.#redact(photo, label))}
            <a class="tool" href=${photoUrl(photo.id, 'original')} download aria-label=${downloadLabel(photo)} title=${downloadLabel(photo)}><wa-icon name="download"></wa-icon></a>
            ${this.#tool('xmark', msg('Schließen', { id: 'dialog.close' }), () => this.#close())}
          </div>
        </div>
        <div class="stage ${this.view.scale > 1 ? 'enlarged' : ''}" tabindex="0" role="group" aria-label=${label}>
          ${this.failed
            ? html`<p class="failed">${msg('Das Foto konnte nicht geladen werden.', { id: 'viewer.failed' })}</p>`
            : html`<img class=${this.loaded ? '' : 'loading'} src=${shownUrl(photo)} alt=${label} draggable="false" @load=${this.#arrived} @error=${() => (this.failed = true)} />`}
        </div>
        ${this.index > 0 ? html`<button class="turn previous" aria-label=${msg('Voriges Foto', { id: 'viewer.previous' })} @click=${() => this.#show(this.index - 1)}><wa-icon name="chevron-left"></wa-icon></button>` : nothing}
        ${this.index < this.photos.length - 1 ? html`<button class="turn next" aria-label=${msg('Nächstes Foto', { id: 'viewer.next' })} @click=${() => this.#show(this.index + 1)}><wa-icon name="chevron-right"></wa-icon></button>` : nothing}
        ${this.#caption(photo)}
      </dialog>
    `;
  }

  #caption(photo: Photo) {
    return html`
      <div class="caption numbers">
        <span>${photo.capturedAt
          ? msg(str`Aufgenommen ${formatWallTime(photo.capturedAt)} (Uhr der Kamera)`, { id: 'viewer.captured' })
          : msg('Aufnahmezeit nicht in der Datei', { id: 'viewer.notCaptured' })}</span>
        <span>${msg(str`Hochgeladen ${formatMomentWithin(photo.uploadedAt, this.timeZone)}`, { id: 'viewer.uploaded' })}</span>
        <span>${photo.source === 'camera' ? msg('Mit der Kamera', { id: 'viewer.camera' }) : msg('Aus Dateien gewählt', { id: 'viewer.file' })}</span>
        <span>${photo.width && photo.height ? html`${photo.width} × ${photo.height}, ` : nothing}${formatBytes(photo.byteSize)}</span>
        ${photoRemarks(photo, () => void this.#openOriginal(photo))}
        <span class="hash">SHA-256 <code title=${photo.sha256}>${photo.sha256.slice(0, 12)}…</code><wa-copy-button value=${photo.sha256} copy-label=${msg('SHA-256 kopieren', { id: 'viewer.copyHash' })}></wa-copy-button></span>
      </div>
    `;
  }

  #tool(icon: string, label: string, act: () => void, disabled = false) {
    return html`<button class="tool" aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}><wa-icon name=${icon}></wa-icon></button>`;
  }

  async #redact(photo: Photo, label: string) {
    await import('./redaction-editor.ts');
    const editor = document.createElement('redaction-editor');
    Object.assign(editor, { photo, label, timeZone: this.timeZone });
    editor.addEventListener('redaction-changed', () => {
      const id = editor.kept?.redaction?.id;
      // Hash and size of the new file come with the report, which is read anew.
      const redaction = id ? { id, madeAt: editor.kept?.redaction?.madeAt ?? '', byteSize: 0, sha256: '' } : null;
      this.photos = this.photos.map((other) => (other.id === photo.id ? { ...other, redaction } : other));
      this.loaded = false;
    });
    editor.addEventListener('editor-closed', () => {
      editor.remove();
      this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
    });
    document.body.append(editor);
  }

  async #openOriginal(photo: Photo) {
    const { askToOpenOriginal } = await import('./open-original-dialog.ts');
    askToOpenOriginal(photo, this.renderRoot.querySelector('dialog') ?? document.body);
  }

  #keys(event: KeyboardEvent) {
    const action = {
      'ArrowRight': () => this.#show(this.index + 1),
      'ArrowLeft': () => this.#show(this.index - 1),
      '+': () => this.#zoom(1.5),
      '-': () => this.#zoom(1 / 1.5),
      '0': () => (this.view = { ...fitted, turns: this.view.turns }),
      'r': () => (this.view = turn(this.view)),
    }[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  }

  #show(index: number) {
    if (!this.photos[index]) return;
    Object.assign(this, { index, view: fitted, loaded: false, failed: false });
  }

  #zoom(factor: number) {
    this.view = zoomAt(this.view, factor, { x: 0, y: 0 });
  }

  #arrived() {
    this.loaded = true;
    const next = this.photos[this.index + 1];
    if (next) new Image().src = photoUrl(next.id, 'display');
  }

  #close() {
    this.renderRoot.querySelector('dialog')?.close();
  }

  #stageSize(): Size {
    const stage = this.renderRoot.querySelector('.stage');
    return { width: stage?.clientWidth ?? 1, height: stage?.clientHeight ?? 1 };
  }

  /** As laid out before zooming: the whole photo, as it is turned, on the stage. */
  #imageSize(): Size {
    const image = this.renderRoot.querySelector('img');
    const natural = { width: image?.naturalWidth || 1, height: image?.naturalHeight || 1 };
    const scale = fitScale(natural, this.#stageSize(), this.view.turns);
    return { width: natural.width * scale, height: natural.height * scale };
  }
}

/** Another address for another picture: what the browser has of the one before is not shown. */
function shownUrl({ id, redaction }: Photo): string {
  return redaction ? `${photoUrl(id, 'display')}?${redaction.id}` : photoUrl(id, 'display');
}

function downloadLabel({ redaction }: Photo): string {
  return redaction ? msg('Foto herunterladen, wie es hier zu sehen ist', { id: 'viewer.downloadCovered' }) : msg('Original herunterladen', { id: 'viewer.download' });
}

declare global {
  interface HTMLElementTagNameMap {
    'photo-viewer': PhotoViewer;
  }
}

customElements.define('photo-viewer', PhotoViewer);
