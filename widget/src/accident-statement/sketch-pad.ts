import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { roads, sketchLimits, sketchSize, statementSides, type Road, type Sketch, type StatementSide } from '@meldewerk/contract/accident-fields';
import { emptySketch } from '@meldewerk/contract/accident-sketch';
import type { Language } from '@meldewerk/contract/language';
import { sketchPadStyles } from './sketch-pad-styles.ts';
import { pathOf, renderRoad, renderVehicle } from './sketch-drawing.ts';

/** The smallest move of the pen that is a new point. */
const step = 7;
const turnBy = 45;

/**
 * The scene from above: choose a road, push both vehicles where they were, draw with a finger. Vehicles are buttons too:
 * arrow keys push them, Enter turns them.
 *
 * - Properties: `value` (the contract's `Sketch`), `language`. Fires `change` with the new sketch as its detail.
 */
export class SketchPad extends LitElement {
  static override styles = sketchPadStyles;
  static override properties = { value: { attribute: false }, language: { type: String }, stroke: { state: true }, dragged: { state: true } };
  declare value: Sketch;
  declare language: Language;
  /** Being drawn at this moment. */
  declare stroke: [number, number][] | null;
  declare dragged: { side: StatementSide; moved: boolean; offset: [number, number] } | null;
  #before: Sketch[] = [];
  #said = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { value: emptySketch, language: 'de', stroke: null, dragged: null });
  }

  #change(value: Sketch, keeps = true): void {
    if (keeps) this.#before.push(this.value);
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: value, bubbles: true, composed: true }));
  }

  #place(side: StatementSide, x: number, y: number, angle = this.value.vehicles[side].angle, keeps = true): void {
    const vehicle = { x: within(x, sketchSize.width), y: within(y, sketchSize.height), angle: ((angle % 360) + 360) % 360 };
    this.#change({ ...this.value, vehicles: { ...this.value.vehicles, [side]: vehicle } }, keeps);
  }

  #turn(side: StatementSide, by: number): void {
    const { x, y, angle } = this.value.vehicles[side];
    this.#place(side, x, y, angle + by);
  }

  #pointOf(event: PointerEvent): [number, number] {
    const box = this.renderRoot.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return [within(((event.clientX - box.left) / box.width) * sketchSize.width, sketchSize.width), within(((event.clientY - box.top) / box.height) * sketchSize.height, sketchSize.height)];
  }

  #begin(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    const point = this.#pointOf(event);
    const side = (event.target as Element).closest<SVGElement>('[data-side]')?.dataset['side'] as StatementSide | undefined;
    this.renderRoot.querySelector('svg')?.setPointerCapture(event.pointerId);
    if (side) {
      const { x, y } = this.value.vehicles[side];
      this.#before.push(this.value);
      this.dragged = { side, moved: false, offset: [x - point[0], y - point[1]] };
    } else if (this.#hasRoom()) this.stroke = [point];
  }

  #move(event: PointerEvent): void {
    const point = this.#pointOf(event);
    if (this.dragged) {
      const { side, offset } = this.dragged;
      const [x, y] = [point[0] + offset[0], point[1] + offset[1]];
      const at = this.value.vehicles[side];
      if (!this.dragged.moved && Math.hypot(x - at.x, y - at.y) < 10) return;
      this.dragged = { ...this.dragged, moved: true };
      this.#place(side, x, y, undefined, false);
    } else if (this.stroke) {
      const [lastX, lastY] = this.stroke.at(-1) ?? point;
      if (Math.hypot(point[0] - lastX, point[1] - lastY) >= step && this.#hasRoom()) this.stroke = [...this.stroke, point];
    }
  }

  #end(): void {
    if (this.dragged) {
      const { side, moved } = this.dragged;
      this.dragged = null;
      if (moved) return;
      this.#before.pop();
      // A tap that pushes nothing turns.
      return this.#turn(side, turnBy);
    }
    if (this.stroke) {
      const drawn = this.stroke;
      this.stroke = null;
      if (drawn.length > 1) this.#change({ ...this.value, strokes: [...this.value.strokes, drawn] });
    }
  }

  #hasRoom(): boolean {
    const points = this.value.strokes.reduce((sum, { length }) => sum + length, this.stroke?.length ?? 0);
    return this.value.strokes.length < sketchLimits.strokes && points < sketchLimits.points;
  }

  #onKey(event: KeyboardEvent, side: StatementSide): void {
    const by = event.shiftKey ? 5 : 25;
    const ways: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
    const way = ways[event.key];
    const { x, y } = this.value.vehicles[side];
    if (way) this.#place(side, x + way[0], y + way[1]);
    else if (event.key === 'Enter' || event.key === ' ') this.#turn(side, 15);
    else return;
    event.preventDefault();
    const { angle } = this.value.vehicles[side];
    this.#said = msg(str`Fahrzeug ${side.toUpperCase()}: ${Math.round(this.value.vehicles[side].x / 10)} von links, ${Math.round(this.value.vehicles[side].y / 7)} von oben, gedreht um ${angle} Grad`, { id: 'accident.sketchPlaced' });
    this.requestUpdate();
  }

  #undo(): void {
    const before = this.#before.pop();
    if (before) this.#change(before, false);
  }

  protected override render(): TemplateResult {
    const { value } = this;
    return html`
      <label class="road"><span>${msg('Was für eine Straße?', { id: 'accident.road' })}</span>
        <select @change=${(change: Event) => this.#change({ ...value, road: (change.target as HTMLSelectElement).value as Road })}>${roads.map((road) => html`<option value=${road} .selected=${live(road === value.road)}>${roadName(road)}</option>`)}</select>
      </label>
      <svg dir="ltr" viewBox="0 0 ${sketchSize.width} ${sketchSize.height}" role="group" aria-label=${msg('Skizze von oben', { id: 'accident.sketchLabel' })}
        @pointerdown=${this.#begin} @pointermove=${this.#move} @pointerup=${this.#end} @pointercancel=${this.#end}>
        ${renderRoad(value.road)}
        ${statementSides.map((side) => this.#vehicle(side))}
        ${value.strokes.map((stroke) => svg`<path class="stroke" d=${pathOf(stroke, false)}/>`)}
        ${this.stroke ? svg`<path class="stroke" d=${pathOf(this.stroke, false)}/>` : nothing}
      </svg>
      <p class="hint">${msg('Schieben Sie die Fahrzeuge an ihren Platz; Antippen dreht sie. Auf die freie Fläche können Sie zeichnen.', { id: 'accident.sketchHint' })}</p>
      <div class="tools">
        ${statementSides.map((side) => html`<button type="button" @click=${() => this.#turn(side, 15)}><span class="mark ${side}" aria-hidden="true">${side.toUpperCase()}</span> ${side === 'a' ? msg('A drehen', { id: 'accident.turnA' }) : msg('B drehen', { id: 'accident.turnB' })}</button>`)}
        <button type="button" ?disabled=${this.#before.length === 0} @click=${this.#undo}>${msg('Rückgängig', { id: 'accident.undo' })}</button>
        <button type="button" ?disabled=${value.strokes.length === 0} @click=${() => this.#change({ ...value, strokes: [] })}>${msg('Zeichnung löschen', { id: 'accident.clear' })}</button>
      </div>
      <span class="unseen" role="status">${this.#said}</span>
    `;
  }

  #vehicle(side: StatementSide): SVGTemplateResult {
    const label = side === 'a' ? msg('Fahrzeug A: mit den Pfeiltasten schieben, mit der Eingabetaste drehen', { id: 'accident.vehicleA' }) : msg('Fahrzeug B: mit den Pfeiltasten schieben, mit der Eingabetaste drehen', { id: 'accident.vehicleB' });
    return svg`<g class="vehicle ${side}" data-side=${side} role="button" tabindex="0" aria-label=${label} @keydown=${(event: KeyboardEvent) => this.#onKey(event, side)}>${renderVehicle(side, this.value.vehicles[side])}</g>`;
  }
}

function roadName(road: Road): string {
  switch (road) {
    case 'none':
      return msg('Leeres Blatt', { id: 'accident.roadNone' });
    case 'straight':
      return msg('Gerade Straße', { id: 'accident.roadStraight' });
    case 'crossing':
      return msg('Kreuzung', { id: 'accident.roadCrossing' });
    case 'junction':
      return msg('Einmündung', { id: 'accident.roadJunction' });
    case 'roundabout':
      return msg('Kreisverkehr', { id: 'accident.roadRoundabout' });
    case 'parking':
      return msg('Parkplatz', { id: 'accident.roadParking' });
  }
}

function within(value: number, size: number): number {
  return Math.round(Math.min(Math.max(value, 0), size));
}

if (!customElements.get('sketch-pad')) customElements.define('sketch-pad', SketchPad);
