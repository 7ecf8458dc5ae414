import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Point = { x: number; y: number };
type Gestures = {
  stage: () => HTMLElement | null;
  /** `point` is measured from the stage's centre. */
  zoom: (factor: number, point: Point) => void;
  pan: (dx: number, dy: number) => void;
  swipe: (step: 1 | -1) => void;
  isEnlarged: () => boolean;
};

const swipeDistance = 60;

/** Wheel, pinch, drag, swipe and double click on the viewer's stage. */
export class StageGestures implements ReactiveController {
  readonly #gestures: Gestures;
  readonly #pointers = new Map<number, Point>();
  #stage: HTMLElement | null = null;
  #travelled = 0;

  constructor(host: ReactiveControllerHost, gestures: Gestures) {
    this.#gestures = gestures;
    host.addController(this);
  }

  hostUpdated() {
    const stage = this.#gestures.stage();
    if (!stage || stage === this.#stage) return;
    this.#stage = stage;
    stage.addEventListener('wheel', this.#wheel, { passive: false });
    stage.addEventListener('dblclick', this.#doubleClick);
    stage.addEventListener('pointerdown', this.#down);
    stage.addEventListener('pointermove', this.#move);
    stage.addEventListener('pointerup', this.#up);
    stage.addEventListener('pointercancel', this.#up);
  }

  #wheel = (event: WheelEvent) => {
    event.preventDefault();
    this.#gestures.zoom(Math.exp(-event.deltaY / (event.ctrlKey ? 120 : 400)), this.#fromCentre(event));
  };

  #doubleClick = (event: MouseEvent) => {
    this.#gestures.zoom(this.#gestures.isEnlarged() ? 0 : 2.5, this.#fromCentre(event));
  };

  #down = (event: PointerEvent) => {
    this.#stage?.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#travelled = 0;
  };

  #move = (event: PointerEvent) => {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    const now = { x: event.clientX, y: event.clientY };
    this.#pointers.set(event.pointerId, now);
    if (other) {
      const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
      this.#gestures.zoom(distance(now, other) / Math.max(1, distance(before, other)), this.#fromCentre(middle));
    } else if (this.#gestures.isEnlarged()) {
      this.#gestures.pan(now.x - before.x, now.y - before.y);
    } else {
      this.#travelled += now.x - before.x;
    }
  };

  #up = (event: PointerEvent) => {
    this.#pointers.delete(event.pointerId);
    if (this.#pointers.size > 0 || Math.abs(this.#travelled) < swipeDistance) return;
    this.#gestures.swipe(this.#travelled < 0 ? 1 : -1);
    this.#travelled = 0;
  };

  #fromCentre({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const box = this.#stage?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
