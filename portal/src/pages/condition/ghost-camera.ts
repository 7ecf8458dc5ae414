import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';

/** A picture that was just taken, to be kept or taken again. */
type Taken = { picture: Blob; takenAt: string };

const jpegQuality = 0.92;

/**
 * The live camera over the whole screen, with an earlier photo laid over it like a ghost, so that the new one has its angle.
 * Fires `photo-kept` (detail: {picture, takenAt}), `camera-closed`, and `camera-refused` when there is none to be had.
 */
export class GhostCamera extends LitElement {
  static override properties = { ghostUrl: { type: String }, label: { type: String }, opacity: { state: true }, taken: { state: true }, ready: { state: true } };
  declare ghostUrl: string | null;
  declare label: string;
  declare opacity: number;
  declare taken: Taken | undefined;
  declare ready: boolean;

  #stream: MediaStream | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.ghostUrl = null;
    this.label = '';
    this.opacity = 40;
    this.ready = false;
  }

  static override styles = [
    base,
    css`
      dialog { inline-size: 100vw; block-size: 100dvh; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0; background: #000; color: #fff; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; overflow: hidden; }
      dialog:not([open]) { display: none; }
      .head, .foot { display: flex; align-items: center; gap: 0.75rem; padding: 0.6rem max(0.9rem, env(safe-area-inset-left)); background: #000; }
      .head p { flex: 1; font-weight: 600; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .foot { flex-wrap: wrap; justify-content: center; padding-block-end: max(0.8rem, env(safe-area-inset-bottom)); }
      .view { position: relative; min-block-size: 0; }
      video, img, canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: contain; }
      .waiting { position: absolute; inset: 0; display: grid; place-items: center; padding: 2rem; text-align: center; }
      button { font: inherit; color: inherit; background: transparent; border: 0; padding: 0; cursor: pointer; }
      .close { inline-size: 2.75rem; block-size: 2.75rem; font-size: 1.2rem; }
      .shutter { inline-size: 4.5rem; block-size: 4.5rem; border-radius: 50%; border: 4px solid #fff; background: radial-gradient(circle, #fff 62%, transparent 64%); }
      .shutter:disabled { opacity: 0.4; cursor: default; }
      .shutter:active:not(:disabled) { scale: 0.94; }
      button:focus-visible, input:focus-visible { outline: 3px solid #7db4ff; outline-offset: 2px; }
      label { display: flex; align-items: center; gap: 0.6rem; flex: 1 1 12rem; max-inline-size: 22rem; font-size: var(--wa-font-size-s); }
      input { flex: 1; min-inline-size: 0; block-size: 2.75rem; accent-color: #fff; }
      .choice { display: flex; gap: 0.75rem; }
    `,
  ];

  override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal();
    void this.#open();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#release();
  }

  override updated() {
    const ghost = this.renderRoot.querySelector('img');
    if (ghost) ghost.style.opacity = String(this.opacity / 100);
  }

  override render() {
    return html`
      <dialog aria-label=${this.label} @cancel=${this.#cancel} @close=${() => this.dispatchEvent(new Event('camera-closed'))}>
        <div class="head"><p>${this.label}</p><button class="close" aria-label=${msg('Kamera schließen', { id: 'ghost.close' })} @click=${() => this.close()}><wa-icon name="xmark"></wa-icon></button></div>
        <div class="view">
          <video playsinline muted autoplay ?hidden=${this.taken !== undefined} aria-hidden="true"></video>
          <canvas ?hidden=${this.taken === undefined} role="img" aria-label=${msg('Das aufgenommene Foto', { id: 'ghost.taken' })}></canvas>
          ${this.ghostUrl && !this.taken ? html`<img src=${this.ghostUrl} alt="" />` : nothing}
          ${this.ready ? nothing : html`<p class="waiting" role="status">${msg('Die Kamera wird geöffnet …', { id: 'ghost.opening' })}</p>`}
        </div>
        <div class="foot">${this.taken ? this.#check() : this.#controls()}</div>
      </dialog>
    `;
  }

  close() {
    this.renderRoot.querySelector('dialog')?.close();
  }

  #controls() {
    return html`
      ${this.ghostUrl
        ? html`<label>${msg('Vorlage', { id: 'ghost.opacity' })}<input type="range" min="0" max="80" step="5" .value=${String(this.opacity)} aria-valuetext=${msg(str`${this.opacity} Prozent`, { id: 'ghost.percent' })} @input=${(event: Event) => (this.opacity = Number((event.target as HTMLInputElement).value))} /></label>`
        : nothing}
      <button class="shutter" aria-label=${msg('Foto aufnehmen', { id: 'ghost.shutter' })} ?disabled=${!this.ready} @click=${() => void this.#take()}></button>
    `;
  }

  #check() {
    return html`
      <div class="choice">
        <wa-button appearance="filled" @click=${() => (this.taken = undefined)}>${msg('Noch einmal', { id: 'ghost.again' })}</wa-button>
        <wa-button variant="brand" autofocus @click=${() => this.#keep()}>${msg('Behalten', { id: 'ghost.keep' })}</wa-button>
      </div>
    `;
  }

  async #open() {
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 3840 }, height: { ideal: 2160 } }, audio: false });
      const video = this.renderRoot.querySelector('video');
      if (!video || !this.isConnected) return this.#release();
      video.srcObject = this.#stream;
      await video.play();
      this.ready = true;
    } catch {
      this.dispatchEvent(new Event('camera-refused'));
    }
  }

  async #take() {
    const video = this.renderRoot.querySelector('video');
    const canvas = this.renderRoot.querySelector('canvas');
    if (!video || !canvas || !video.videoWidth) return;
    const takenAt = new Date().toISOString();
    Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
    if (picture) this.taken = { picture, takenAt };
  }

  #keep() {
    const { taken } = this;
    if (!taken) return;
    this.taken = undefined;
    this.dispatchEvent(new CustomEvent<Taken>('photo-kept', { detail: taken }));
  }

  /** Escape while looking at a photo goes back to the camera, not out of it. */
  #cancel(event: Event) {
    if (!this.taken) return;
    event.preventDefault();
    this.taken = undefined;
  }

  #release() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ghost-camera': GhostCamera;
  }
}

customElements.define('ghost-camera', GhostCamera);
