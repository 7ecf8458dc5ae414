import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Listens while its element is connected; by default the element is rendered anew. */
export class ListenerController implements ReactiveController {
  readonly #target: EventTarget;
  readonly #type: string;
  readonly #listener: (event: Event) => void;

  constructor(host: ReactiveControllerHost, target: EventTarget, type: string, listener: (event: Event) => void = () => host.requestUpdate()) {
    this.#target = target;
    this.#type = type;
    this.#listener = listener;
    host.addController(this);
  }

  hostConnected() {
    this.#target.addEventListener(this.#type, this.#listener);
  }

  hostDisconnected() {
    this.#target.removeEventListener(this.#type, this.#listener);
  }
}
