import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Photo } from '@meldewerk/contract/photo';
import type { RedactedArea, RedactionState } from '@meldewerk/contract/redaction';
import { errorText } from '@meldewerk/shell/error-text';
import { html, LitElement, nothing } from 'lit';
import { fetchRedaction, removeRedaction, saveRedaction } from '../../data/redactions.ts';
import { photoUrl } from '../../data/reports.ts';
import { formatMomentWithin } from '../../format.ts';
import { currentSession } from '../../session.ts';
import { areaBetween, keyStep, movedBy, resizedBy } from './area-moves.ts';
import { editorStyles } from './redaction-editor-styles.ts';

type Point = { x: number; y: number };
type Drag = { kind: 'draw' | 'move' | 'resize'; index: number; from: Point; before: RedactedArea | null };

/**
 * Full-screen editor for the parts of a photo that nobody is to recognise: drawn and moved with finger, mouse or keys.
 * Fires `redaction-changed` (the photo looks otherwise now) and `editor-closed`.
 */
export class RedactionEditor extends LitElement {
  static override properties = { photo: { attribute: false }, displayUrl: { attribute: false }, label: {}, timeZone: {}, areas: { state: true }, kept: { state: true }, fault: { state: true }, busy: { state: true }, confirming: { state: true }, said: { state: true }, revision: { state: true } };
  declare photo: Pick<Photo, 'id'>;
  /** Where the picture is to be seen, unless it is one of the report's own photos. */
  declare displayUrl: string | null;
  declare label: string;
  declare timeZone: string;
  declare areas: RedactedArea[];
  declare kept: RedactionState | null;
  declare fault: string;
  declare busy: boolean;
  declare confirming: 'uncover' | 'leave' | null;
  declare said: string;
  declare revision: number;
  #drag: Drag | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { displayUrl: null, areas: [], kept: null, fault: '', busy: false, confirming: null, said: '', revision: 0 });
  }

  static override styles = editorStyles;

  override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal();
    void this.#load();
  }

  // In the style sheet's own terms: a policy forbids styles that are written into the page.
  override updated() {
    for (const [index, { x, y, width, height }] of this.areas.entries()) {
      const style = this.renderRoot.querySelector<HTMLElement>(`[data-area="${index}"]`)?.style;
      Object.assign(style ?? {}, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
    }
  }

  override render() {
    const { areas, kept, busy } = this;
    return html`
      <dialog aria-label=${msg('Teile unkenntlich machen', { id: 'redaction.title' })} @cancel=${this.#cancel} @close=${() => this.dispatchEvent(new Event('editor-closed'))}>
        <div class="top">
          <h2>${msg('Teile unkenntlich machen', { id: 'redaction.title' })}<span>${this.label}</span></h2>
          <p>${msg('Ziehen Sie Rechtecke über fremde Kennzeichen und Gesichter. Das Original bleibt versiegelt erhalten.', { id: 'redaction.explanation' })}
            ${this.#fixed > 0 ? msg('Was schon verdeckt ist, kann nur die Leitung wieder zeigen.', { id: 'redaction.fixed' }) : nothing}</p>
        </div>
        <div class="stage">
          <div class="picture" @pointerdown=${this.#draw} @pointermove=${this.#pointerMoved} @pointerup=${this.#released} @pointercancel=${this.#released}>
            <img src=${this.displayUrl ? `${this.displayUrl}?${this.kept?.redaction?.id ?? ''}` : `${photoUrl(this.photo.id, 'display')}?${this.revision}`} alt=${this.label} draggable="false" />
            ${areas.map((_, index) => this.#area(index))}
          </div>
        </div>
        <div class="bottom">
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
          ${this.confirming ? this.#confirmation() : html`
            <div class="actions">
              <button class="tool add" ?disabled=${!kept || busy} @click=${this.#add}><wa-icon name="plus"></wa-icon>${msg('Bereich hinzufügen', { id: 'redaction.add' })}</button>
              ${kept?.redaction && currentSession().staff.role === 'admin'
                ? html`<button class="tool" ?disabled=${busy} @click=${() => (this.confirming = 'uncover')}><wa-icon name="undo"></wa-icon>${msg('Aufheben', { id: 'redaction.uncover' })}</button>`
                : nothing}
              <span class="spring"></span>
              <button class="tool" ?disabled=${busy} @click=${this.#leave}>${msg('Abbrechen', { id: 'dialog.cancel' })}</button>
              <wa-button size="s" variant="brand" ?loading=${busy} ?disabled=${!kept || areas.length === 0 || !this.#isChanged()} @click=${() => void this.#save()}>${msg('Unkenntlich machen', { id: 'redaction.save' })}</wa-button>
            </div>
            <p class="keys">${msg('Tastatur: Pfeile verschieben, Umschalt und Pfeile ändern die Größe, Entf löscht.', { id: 'redaction.keys' })}</p>`}
          ${kept && kept.openings.length > 0
            ? html`<ul class="openings" aria-label=${msg('Wer das Original geöffnet hat', { id: 'redaction.openings' })}>${kept.openings.map(({ at, staffName, reason }) => html`<li>${msg(str`Original geöffnet ${formatMomentWithin(at, this.timeZone)} von ${staffName}: ${reason}`, { id: 'redaction.opening' })}</li>`)}</ul>`
            : nothing}
          <p class="visually-hidden" role="status">${this.said}</p>
        </div>
      </dialog>
    `;
  }

  /** How many of the areas stay as they are: whoever may not open what is sealed covers more, and never less. */
  get #fixed(): number {
    return currentSession().staff.role === 'admin' ? 0 : (this.kept?.redaction?.areas.length ?? 0);
  }

  #area(index: number) {
    if (index < this.#fixed) return html`<div class="area" role="group" data-area=${index} aria-label=${msg(str`Bereich ${index + 1}`, { id: 'redaction.area' })}></div>`;
    return html`<div class="area" tabindex="0" role="group" data-area=${index} aria-label=${msg(str`Bereich ${index + 1}`, { id: 'redaction.area' })}
      @pointerdown=${(event: PointerEvent) => this.#take(event, 'move', index)} @keydown=${(event: KeyboardEvent) => this.#keys(event, index)}>
      <button class="remove" aria-label=${msg(str`Bereich ${index + 1} löschen`, { id: 'redaction.remove' })} @pointerdown=${(event: Event) => event.stopPropagation()} @click=${() => this.#remove(index)}><wa-icon name="xmark"></wa-icon></button>
      <span class="handle" @pointerdown=${(event: PointerEvent) => this.#take(event, 'resize', index)}></span>
    </div>`;
  }

  #confirmation() {
    const uncover = this.confirming === 'uncover';
    return html`<div class="actions">
      <p class="question">${uncover
        ? msg('Das Foto wieder ganz zeigen, überall und für alle? Das wird im Verlauf festgehalten.', { id: 'redaction.uncoverQuestion' })
        : msg('Die gezeichneten Bereiche verwerfen?', { id: 'redaction.leaveQuestion' })}</p>
      <button class="tool" @click=${() => (this.confirming = null)}>${msg('Nein', { id: 'redaction.no' })}</button>
      <wa-button size="s" variant="danger" ?loading=${this.busy} @click=${() => (uncover ? void this.#uncover() : this.#close())}>${uncover ? msg('Ja, aufheben', { id: 'redaction.uncoverYes' }) : msg('Ja, verwerfen', { id: 'redaction.leaveYes' })}</wa-button>
    </div>`;
  }

  async #load() {
    try {
      this.kept = await fetchRedaction(this.photo.id);
      this.areas = this.kept.redaction?.areas ?? [];
    } catch (error) {
      this.fault = errorText(error);
    }
  }

  async #save() {
    await this.#working(async () => {
      this.kept = await saveRedaction(this.photo.id, { areas: this.areas, replaces: this.kept?.redaction?.id ?? null });
      this.#changed();
    });
  }

  async #uncover() {
    await this.#working(async () => {
      await removeRedaction(this.photo.id);
      this.#changed();
    });
  }

  async #working(work: () => Promise<void>) {
    Object.assign(this, { busy: true, fault: '' });
    try {
      await work();
    } catch (error) {
      this.fault = errorText(error);
      this.confirming = null;
    }
    this.busy = false;
  }

  #changed() {
    this.dispatchEvent(new Event('redaction-changed'));
    this.#close();
  }

  #isChanged(): boolean {
    return JSON.stringify(this.areas) !== JSON.stringify(this.kept?.redaction?.areas ?? []);
  }

  readonly #cancel = (event: Event) => {
    event.preventDefault();
    this.#leave();
  };

  readonly #leave = () => {
    if (this.#isChanged() && this.areas.length > 0) this.confirming = 'leave';
    else this.#close();
  };

  #close() {
    this.renderRoot.querySelector('dialog')?.close();
  }

  readonly #add = () => {
    this.#put(this.areas.length, { x: 0.4, y: 0.42, width: 0.2, height: 0.12 });
    this.said = msg(str`Bereich ${this.areas.length} hinzugefügt.`, { id: 'redaction.added' });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-area="${this.areas.length - 1}"]`)?.focus());
  };

  #remove(index: number) {
    this.areas = this.areas.filter((_, at) => at !== index);
    this.said = msg('Bereich gelöscht.', { id: 'redaction.removed' });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(this.areas.length > 0 ? `[data-area="${Math.min(index, this.areas.length - 1)}"]` : '.add')?.focus());
  }

  #put(index: number, area: RedactedArea) {
    this.areas = index < this.areas.length ? this.areas.map((other, at) => (at === index ? area : other)) : [...this.areas, area];
  }

  #keys(event: KeyboardEvent, index: number) {
    const area = this.areas[index];
    const step = { ArrowLeft: [-keyStep, 0], ArrowRight: [keyStep, 0], ArrowUp: [0, -keyStep], ArrowDown: [0, keyStep] }[event.key];
    if (!area || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') this.#remove(index);
    else if (step) this.#put(index, (event.shiftKey ? resizedBy : movedBy)(area, step[0] ?? 0, step[1] ?? 0));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #take(event: PointerEvent, kind: 'move' | 'resize', index: number) {
    event.stopPropagation();
    this.#begin(event, { kind, index, from: this.#pointOf(event), before: this.areas[index] ?? null });
  }

  readonly #draw = (event: PointerEvent) => {
    if (this.kept && !this.busy && event.isPrimary) this.#begin(event, { kind: 'draw', index: this.areas.length, from: this.#pointOf(event), before: null });
  };

  #begin(event: PointerEvent, drag: Drag) {
    this.#drag = drag;
    this.renderRoot.querySelector('.picture')?.setPointerCapture(event.pointerId);
  }

  readonly #pointerMoved = (event: PointerEvent) => {
    const drag = this.#drag;
    if (!drag) return;
    const to = this.#pointOf(event);
    const [dx, dy] = [to.x - drag.from.x, to.y - drag.from.y];
    const area = drag.before ? (drag.kind === 'move' ? movedBy : resizedBy)(drag.before, dx, dy) : areaBetween(drag.from, to);
    if (area) this.#put(drag.index, area);
  };

  readonly #released = () => {
    this.#drag = null;
  };

  #pointOf({ clientX, clientY }: PointerEvent): Point {
    const box = this.renderRoot.querySelector('.picture')?.getBoundingClientRect();
    return box ? { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height } : { x: 0, y: 0 };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'redaction-editor': RedactionEditor;
  }
}

customElements.define('redaction-editor', RedactionEditor);
