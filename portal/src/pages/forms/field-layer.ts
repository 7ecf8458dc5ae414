import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { FormField } from '@meldewerk/contract/form';
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { boxBetween, moveBox, resizeBox, snapMoved, snapResized, type Box, type Point } from './field-geometry.ts';
import { fieldLayerStyles } from './field-layer-styles.ts';
import { fieldCaption, newField, toolIcons, toolLabel, toolOf, type FieldTool } from './field-tools.ts';

type Gesture = { kind: 'draw' | 'move' | 'resize'; from: Point; start: Box; id: string | null; moved: boolean };
export type FieldEvents = { placed: FormField; changed: FormField; selected: string | null; removed: string; duplicated: string };

/**
 * The fields of one page, lying on it. With a tool chosen a drag draws a field; without one, fields are moved and sized.
 * Fires `field-placed`, `field-changed`, `field-selected`, `field-removed`, `field-duplicated`.
 */
export class FieldLayer extends LitElement {
  static override properties = {
    fields: { attribute: false }, page: { type: Number }, tool: { attribute: false }, selected: { attribute: false }, faulty: { attribute: false }, readOnly: { type: Boolean },
    live: { state: true }, lines: { state: true },
  };
  declare fields: FormField[];
  declare page: number;
  declare tool: FieldTool | null;
  declare selected: string | null;
  declare faulty: ReadonlySet<string>;
  declare readOnly: boolean;
  /** The box under the pointer until it is let go. */
  declare live: Box | null;
  declare lines: { x: number | null; y: number | null };

  #gesture: Gesture | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { tool: null, selected: null, faulty: new Set(), live: null, lines: { x: null, y: null } });
  }

  static override styles = fieldLayerStyles;

  override updated() {
    // Set here and not as attributes: the portal allows no inline styles.
    for (const element of this.renderRoot.querySelectorAll<HTMLElement>('[data-field]')) {
      const field = this.fields.find(({ id }) => id === element.dataset['field']);
      if (field) place(element, this.#gesture?.id === field.id && this.live ? this.live : field);
    }
    const drawn = this.renderRoot.querySelector<HTMLElement>('.drawn');
    if (drawn && this.live) place(drawn, this.live);
    this.renderRoot.querySelector<HTMLElement>('.line.upright')?.style.setProperty('left', `${(this.lines.x ?? 0) * 100}%`);
    this.renderRoot.querySelector<HTMLElement>('.line.level')?.style.setProperty('top', `${(this.lines.y ?? 0) * 100}%`);
  }

  override render() {
    return html`
      <div class="layer ${this.tool && !this.readOnly ? 'placing' : ''}" @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#cancel}>
        ${repeat(this.fields, ({ id }) => id, (field) => this.#field(field))}
        ${this.live && this.#gesture?.kind === 'draw' ? html`<div class="drawn"></div>` : nothing}
        ${this.lines.x === null ? nothing : html`<div class="line upright"></div>`}
        ${this.lines.y === null ? nothing : html`<div class="line level"></div>`}
      </div>
      <span id="keys" class="visually-hidden">${msg('Pfeiltasten bewegen, mit Umschalt ändern sie die Größe, mit Alt in kleinen Schritten. Entf löscht, Strg+D verdoppelt.', { id: 'fieldLayer.keys' })}</span>
    `;
  }

  #field(field: FormField) {
    const tool = toolOf(field);
    const isSelected = this.selected === field.id;
    return html`
      <div class="field ${tool} ${isSelected ? 'selected' : ''} ${this.faulty.has(field.id) ? 'faulty' : ''}" data-field=${field.id} tabindex="0" role="button" aria-pressed=${isSelected ? 'true' : 'false'}
        aria-label=${msg(str`${toolLabel(tool)}: ${fieldCaption(field)}, Seite ${field.page}`, { id: 'fieldLayer.field' })} aria-describedby=${this.readOnly ? nothing : 'keys'}
        @focus=${() => this.#tell('selected', field.id)} @keydown=${(event: KeyboardEvent) => this.#key(event, field)}>
        <span class="caption"><wa-icon name=${toolIcons[tool]}></wa-icon><span>${fieldCaption(field)}${field.required ? ' *' : ''}</span></span>
        ${isSelected && !this.readOnly ? html`<span class="grip" data-grip></span>` : nothing}
      </div>
    `;
  }

  override focus() {
    this.renderRoot.querySelector<HTMLElement>(`[data-field="${this.selected}"]`)?.focus();
  }

  #down(event: PointerEvent) {
    if (event.button !== 0 || this.readOnly) return;
    const target = event.target as HTMLElement;
    const field = this.fields.find(({ id }) => id === target.closest<HTMLElement>('[data-field]')?.dataset['field']);
    const from = this.#pointOf(event);
    if (this.tool) this.#begin(event, { kind: 'draw', from, start: { ...from, width: 0, height: 0 }, id: null, moved: false });
    else if (field) this.#begin(event, { kind: target.closest('[data-grip]') ? 'resize' : 'move', from, start: field, id: field.id, moved: false });
    else this.#tell('selected', null);
  }

  #begin(event: PointerEvent, gesture: Gesture) {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#gesture = gesture;
    if (gesture.kind === 'draw') event.preventDefault();
    if (gesture.id) this.#tell('selected', gesture.id);
  }

  #move(event: PointerEvent) {
    const gesture = this.#gesture;
    if (!gesture) return;
    const point = this.#pointOf(event);
    const [dx, dy] = [point.x - gesture.from.x, point.y - gesture.from.y];
    if (!gesture.moved && Math.hypot(dx * this.clientWidth, dy * this.clientHeight) < 3) return;
    gesture.moved = true;
    const others = event.altKey ? [] : this.fields.filter(({ id }) => id !== gesture.id);
    const { box, lines } = {
      draw: () => ({ box: boxBetween(gesture.from, point), lines: { x: null, y: null } }),
      move: () => snapMoved(moveBox(gesture.start, dx, dy), others),
      resize: () => snapResized(resizeBox(gesture.start, dx, dy), others),
    }[gesture.kind]();
    Object.assign(this, { live: box, lines });
  }

  #up() {
    const gesture = this.#gesture;
    const box = this.live;
    this.#cancel();
    if (!gesture) return;
    if (gesture.kind === 'draw' && this.tool) return this.#tell('placed', newField(this.tool, this.page, box ?? gesture.start));
    const field = this.fields.find(({ id }) => id === gesture.id);
    if (field && box) this.#tell('changed', { ...field, ...pick(box) });
  }

  #cancel() {
    this.#gesture = undefined;
    Object.assign(this, { live: null, lines: { x: null, y: null } });
  }

  #key(event: KeyboardEvent, field: FormField) {
    if (this.readOnly) return;
    const step = event.altKey ? 0.001 : 0.005;
    const way = ways[event.key];
    if (way) this.#tell('changed', { ...field, ...pick((event.shiftKey ? resizeBox : moveBox)(field, way.x * step, way.y * step)) });
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#tell('removed', field.id);
    else if (event.key === 'd' && (event.ctrlKey || event.metaKey)) this.#tell('duplicated', field.id);
    else if (event.key === 'Escape') this.#tell('selected', null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #pointOf({ clientX, clientY }: PointerEvent): Point {
    const { left, top, width, height } = this.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  #tell<Name extends keyof FieldEvents>(name: Name, detail: FieldEvents[Name]) {
    this.dispatchEvent(new CustomEvent(`field-${name}`, { detail }));
  }
}

const ways: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

function pick({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

function place({ style }: HTMLElement, { x, y, width, height }: Box) {
  style.left = `${x * 100}%`;
  style.top = `${y * 100}%`;
  style.width = `${width * 100}%`;
  style.height = `${height * 100}%`;
}

customElements.define('field-layer', FieldLayer);
