import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Drag = { id: string; x: number; y: number; offsetX: number; offsetY: number; width: number; over: string | null };
type Host = ReactiveControllerHost & HTMLElement;
type Options = { mayDrag: () => boolean; onDrop: (id: string, target: string) => void; onStart: (id: string) => void };

const moveTolerancePx = 6;
const longPressMs = 320;
const edgePx = 56;

/**
 * Drags what carries `data-card` onto what carries `data-drop`, inside the host's shadow root. A mouse drags at once; a
 * finger after a long press, so that it can still scroll.
 */
export class DragController implements ReactiveController {
  drag: Drag | null = null;
  readonly #host: Host;
  readonly #options: Options;
  #pressed: { id: string; x: number; y: number; card: HTMLElement; pointerId: number; timer: ReturnType<typeof setTimeout> | undefined } | undefined;
  #scrolling: number | undefined;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected() {
    this.#host.addEventListener('pointerdown', this.#press);
    this.#host.addEventListener('dragstart', keepLinkStill);
    // There before a finger comes down: later it could not hold the page still any more.
    this.#host.addEventListener('touchmove', this.#holdPage, { passive: false });
    this.#host.addEventListener('contextmenu', this.#holdMenu);
  }

  hostDisconnected() {
    this.#host.removeEventListener('pointerdown', this.#press);
    this.#host.removeEventListener('dragstart', keepLinkStill);
    this.#host.removeEventListener('touchmove', this.#holdPage);
    this.#host.removeEventListener('contextmenu', this.#holdMenu);
    this.#end();
  }

  readonly #press = (event: PointerEvent) => {
    const path = event.composedPath();
    const card = path.find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['card'] !== undefined);
    if (!card || event.button !== 0 || !event.isPrimary || !this.#options.mayDrag() || path.some((node) => node instanceof HTMLButtonElement)) return;
    const { clientX: x, clientY: y, pointerId, pointerType } = event;
    this.#pressed = { id: card.dataset['card'] ?? '', x, y, card, pointerId, timer: pointerType === 'mouse' ? undefined : setTimeout(() => this.#begin(x, y), longPressMs) };
    window.addEventListener('pointermove', this.#move);
    window.addEventListener('pointerup', this.#release);
    window.addEventListener('pointercancel', this.#cancel);
    window.addEventListener('keydown', this.#escape, true);
  };

  readonly #move = (event: PointerEvent) => {
    const pressed = this.#pressed;
    if (!pressed || event.pointerId !== pressed.pointerId) return;
    if (this.drag) return this.#follow(event.clientX, event.clientY);
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < moveTolerancePx) return;
    if (pressed.timer === undefined) this.#begin(event.clientX, event.clientY);
    else this.#end();
  };

  #begin(x: number, y: number) {
    const pressed = this.#pressed;
    if (!pressed) return;
    const { left, top, width } = pressed.card.getBoundingClientRect();
    this.drag = { id: pressed.id, x, y, offsetX: pressed.x - left, offsetY: pressed.y - top, width, over: null };
    this.#options.onStart(pressed.id);
    this.#follow(x, y);
  }

  #follow(x: number, y: number) {
    if (!this.drag) return;
    const target = this.#host.shadowRoot?.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]');
    this.drag = { ...this.drag, x, y, over: target?.dataset['drop'] ?? null };
    this.#scrollAtEdge(x);
    this.#host.requestUpdate();
  }

  /** Columns beyond the edge come to meet the card. */
  #scrollAtEdge(x: number) {
    cancelAnimationFrame(this.#scrolling ?? 0);
    const lane = this.#host.shadowRoot?.querySelector('.columns');
    const step = x < edgePx ? -14 : x > window.innerWidth - edgePx ? 14 : 0;
    if (!lane || step === 0) return;
    const scroll = () => {
      lane.scrollLeft += step;
      this.#scrolling = requestAnimationFrame(scroll);
    };
    this.#scrolling = requestAnimationFrame(scroll);
  }

  readonly #release = () => {
    const { drag } = this;
    // The click that follows belongs to the drag, not to the link below.
    if (drag) window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, true));
    this.#end();
    if (drag?.over) this.#options.onDrop(drag.id, drag.over);
  };

  readonly #cancel = () => this.#end();

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.drag) return;
    event.stopPropagation();
    this.#end();
  };

  readonly #holdPage = (event: TouchEvent) => {
    if (this.drag) event.preventDefault();
  };

  readonly #holdMenu = (event: Event) => {
    if (this.#pressed?.timer !== undefined) event.preventDefault();
  };

  #end() {
    clearTimeout(this.#pressed?.timer);
    cancelAnimationFrame(this.#scrolling ?? 0);
    this.#pressed = undefined;
    this.drag = null;
    window.removeEventListener('pointermove', this.#move);
    window.removeEventListener('pointerup', this.#release);
    window.removeEventListener('pointercancel', this.#cancel);
    window.removeEventListener('keydown', this.#escape, true);
    this.#host.requestUpdate();
  }
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}

function keepLinkStill(event: Event) {
  event.preventDefault();
}
