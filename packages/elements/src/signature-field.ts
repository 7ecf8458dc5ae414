import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import SignaturePad, { type PointGroup } from 'signature_pad';
import { signatureFieldTexts } from './signature-field-texts.ts';

type Method = 'drawn' | 'typed';
/** The shape of the contract's `Signature`: points lie in a box of `width` × `height` with the origin top left. */
export type SignatureValue =
  | { method: 'drawn'; width: number; height: number; strokes: [number, number][][] }
  | { method: 'typed'; typedName: string };

const mostStrokes = 500;
const mostPoints = 5_000;
const longestName = 120;

/**
 * Where somebody signs: drawn by finger, mouse or pen, or with a typed name, which counts the same and needs only a
 * keyboard. `value` is null while there is nothing to send; `change` tells of every stroke and every letter, and bubbles.
 *
 * - Properties: `language` (`de`, `en`, `tr`, `pl`, `uk`, `ar`), `disabled`, `method`, `typedName` (may be set beforehand); `clear()`, `focus()`.
 * - Custom properties: `--signature-edge`, `--signature-text`, `--signature-quiet`, `--signature-action`, `--signature-surface`.
 *   The paper stays white and the ink dark in either colour scheme, as in the document.
 */
export class SignatureField extends LitElement {
  static override properties = {
    language: { type: String }, disabled: { type: Boolean, reflect: true }, method: { type: String }, typedName: { attribute: false },
    hasStrokes: { state: true }, announcement: { state: true },
  };
  declare language: keyof typeof signatureFieldTexts;
  declare disabled: boolean;
  declare method: Method;
  declare typedName: string;
  declare hasStrokes: boolean;
  declare announcement: string;

  #pad: SignaturePad | undefined;
  #resizes: ResizeObserver | undefined;
  /** The size of the box that the pad's points lie in. */
  #box = { width: 0, height: 0 };

  constructor() {
    super();
    Object.assign(this, { language: 'de', disabled: false, method: 'drawn', typedName: '', hasStrokes: false, announcement: '' });
  }

  static override styles = css`
    :host { display: block; color: var(--signature-text, #17212b); }
    :host([hidden]) { display: none; }
    *, *::before { box-sizing: border-box; }
    fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
    legend, .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .methods { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.5rem; }
    .methods label { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; cursor: pointer; }
    input[type='radio'] { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--signature-action, #14507a); }
    .paper { position: relative; aspect-ratio: 5 / 2; max-height: 15rem; width: 100%; border: 1.5px solid var(--signature-edge, #7d8b99); border-radius: 8px; background: #fff; overflow: hidden; container-type: inline-size; }
    .paper::before { content: ''; position: absolute; inset: auto 6% 22%; border-bottom: 1.5px dashed #a9b3bd; }
    canvas { position: absolute; inset: 0; width: 100%; height: 100%; touch-action: none; cursor: crosshair; }
    .hint { position: absolute; inset: auto 0 7%; margin: 0; text-align: center; color: #4d5b6a; font-size: 0.875em; pointer-events: none; }
    /* Two rows of it would stand on the line. */
    @container (max-width: 19.5rem) { .hint { inset: auto 6% calc(22% + 0.4rem); } }
    .tools { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin-top: 0.25rem; }
    .tools button { min-height: 2.75rem; padding: 0.25rem 0; border: 0; background: none; color: var(--signature-action, #14507a); font: inherit; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
    button:disabled { color: var(--signature-quiet, #4d5b6a); text-decoration: none; cursor: default; }
    .typed { display: grid; gap: 0.35rem; }
    input[type='text'] { width: 100%; min-height: 3rem; padding: 0.5rem 0.75rem; border: 1.5px solid var(--signature-edge, #7d8b99); border-radius: 8px; background: var(--signature-surface, #fff); color: inherit; font: inherit; font-size: max(1rem, 1em); }
    .written { display: grid; place-items: center; min-height: 4.5rem; margin: 0.25rem 0 0; padding: 0.5rem 0.75rem; border-radius: 8px; border: 1px dashed #a9b3bd; background: #fff; color: #1b2a52; font: italic 1.75rem/1.2 'Segoe Script', 'Bradley Hand', 'Snell Roundhand', 'URW Chancery L', Georgia, serif; overflow-wrap: anywhere; text-align: center; }
    .quiet { margin: 0; color: var(--signature-quiet, #4d5b6a); font-size: 0.875em; }
    :focus-visible { outline: 2px solid var(--signature-action, #14507a); outline-offset: 2px; }
    :host([disabled]) { opacity: 0.6; }
    :host([disabled]) canvas { pointer-events: none; }
  `;

  /** What was signed, or null. Strokes are in CSS pixels of the box as it is now. */
  get value(): SignatureValue | null {
    if (this.method === 'typed') return this.typedName.trim() ? { method: 'typed', typedName: this.typedName.trim() } : null;
    const { width, height } = this.#box;
    const strokes = this.#strokes().slice(0, mostStrokes).map(({ points }) => points.slice(0, mostPoints).map(({ x, y }): [number, number] => [within(x, width), within(y, height)]));
    return strokes.length > 0 ? { method: 'drawn', width, height, strokes } : null;
  }

  clear() {
    this.#pad?.clear();
    Object.assign(this, { typedName: '', hasStrokes: false });
    this.announcement = this.#texts().cleared;
    this.#tell();
  }

  override focus() {
    this.renderRoot.querySelector<HTMLElement>('input[type="text"], input:checked')?.focus();
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('method')) this.#preparePad();
    if (changed.has('disabled') && !changed.has('method')) this.#followDisabled();
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#preparePad();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resizes?.disconnect();
    this.#pad?.off();
  }

  /** The pad outlives the canvas: who looks at the typed name and comes back finds the strokes again. */
  #preparePad() {
    this.#resizes?.disconnect();
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) return;
    const before = this.#strokes();
    this.#pad?.off();
    this.#pad = new SignaturePad(canvas, { penColor: '#1b2a52', minWidth: 0.8, maxWidth: 2.6, minDistance: 2 });
    this.#pad.addEventListener('beginStroke', () => (this.hasStrokes = true));
    this.#pad.addEventListener('endStroke', () => this.#tell());
    this.#pad.fromData(before);
    this.#followDisabled();
    this.#resizes = new ResizeObserver(() => this.#fit(canvas));
    this.#resizes.observe(canvas);
  }

  #followDisabled() {
    if (this.disabled) this.#pad?.off();
    else this.#pad?.on();
  }

  /** Drawn at the screen's own resolution; what was drawn grows and shrinks with the box. */
  #fit(canvas: HTMLCanvasElement) {
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (!this.#pad || width === 0 || height === 0) return;
    const factor = this.#box.width === 0 ? 1 : Math.min(width / this.#box.width, height / this.#box.height);
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext('2d')?.scale(ratio, ratio);
    this.#box = { width, height };
    this.#pad.fromData(this.#strokes().map((stroke) => ({ ...stroke, points: stroke.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })) })));
  }

  #strokes(): PointGroup[] {
    return (this.#pad?.toData() ?? []).filter(({ points }) => points.length > 0);
  }

  #undo() {
    const kept = this.#strokes().slice(0, -1);
    this.#pad?.fromData(kept);
    this.hasStrokes = kept.length > 0;
    this.#tell();
  }

  #choose(method: Method) {
    this.method = method;
    this.#tell();
  }

  #type(event: Event) {
    this.typedName = (event.target as HTMLInputElement).value;
    event.stopPropagation();
    this.#tell();
  }

  #tell() {
    void this.updateComplete.then(() => this.dispatchEvent(new Event('change', { bubbles: true, composed: true })));
  }

  #texts() {
    return signatureFieldTexts[this.language];
  }

  override render() {
    const texts = this.#texts();
    return html`
      <fieldset ?disabled=${this.disabled} lang=${this.language}>
        <legend>${texts.legend}</legend>
        <div class="methods">
          ${(['drawn', 'typed'] as const).map((method) => html`
            <label><input type="radio" name="method" .checked=${this.method === method} @change=${() => this.#choose(method)} />${texts[method]}</label>`)}
        </div>
        ${this.method === 'drawn' ? this.#drawn() : this.#typed()}
        <span class="hidden" role="status">${this.announcement}</span>
      </fieldset>
    `;
  }

  #drawn() {
    const texts = this.#texts();
    return html`
      <div class="paper">
        <canvas role="img" aria-label=${this.hasStrokes ? texts.signed : texts.empty}></canvas>
        ${this.hasStrokes ? nothing : html`<p class="hint" aria-hidden="true">${texts.hint}</p>`}
      </div>
      <div class="tools">
        <button type="button" ?disabled=${!this.hasStrokes} @click=${this.#undo}>${texts.undo}</button>
        <button type="button" ?disabled=${!this.hasStrokes} @click=${this.clear}>${texts.clear}</button>
      </div>
    `;
  }

  #typed() {
    const texts = this.#texts();
    return html`
      <div class="typed">
        <label for="name">${texts.name}</label>
        <input id="name" type="text" autocomplete="name" maxlength=${longestName} aria-describedby="typed-hint" .value=${this.typedName} @input=${this.#type} @change=${(event: Event) => event.stopPropagation()} />
        <p class="quiet" id="typed-hint">${texts.typedHint}</p>
        ${this.typedName.trim() ? html`<p class="written" aria-hidden="true">${this.typedName.trim()}</p>` : nothing}
      </div>
    `;
  }
}

function within(value: number, size: number): number {
  return Math.round(Math.min(Math.max(value, 0), size) * 10) / 10;
}

if (!customElements.get('signature-field')) customElements.define('signature-field', SignatureField);

declare global {
  interface HTMLElementTagNameMap {
    'signature-field': SignatureField;
  }
}
