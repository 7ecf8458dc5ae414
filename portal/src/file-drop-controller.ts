import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** A file that comes in by drop or by choosing; `take` gets it. The host's element with the class `drop` shows when one hovers over it. */
export class FileDropController implements ReactiveController {
  over = false;

  readonly #host: ReactiveControllerHost;
  readonly #take: (file: File) => void;

  constructor(host: ReactiveControllerHost, take: (file: File) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostDisconnected() {
    this.over = false;
  }

  /** The same file may be chosen twice in a row: the input forgets it. */
  readonly chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file) this.#take(file);
  };

  readonly dragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#hover(true);
  };

  readonly dragLeave = () => this.#hover(false);

  readonly drop = (event: DragEvent) => {
    event.preventDefault();
    this.#hover(false);
    const file = event.dataTransfer?.files[0];
    if (file) this.#take(file);
  };

  #hover(over: boolean) {
    this.over = over;
    this.#host.requestUpdate();
  }
}

export const dropStyles = css`
  .drop { display: grid; justify-items: center; gap: 0.75rem; padding: clamp(2rem, 8vh, 4.5rem) 1.25rem; border: 2px dashed var(--wa-color-neutral-border-loud); border-radius: 10px; background: var(--wa-color-surface-default); text-align: center; }
  .drop.over { border-color: var(--wa-color-brand-50); background: color-mix(in oklab, var(--wa-color-brand-50) 8%, transparent); }
  .drop > wa-icon { font-size: 2rem; color: var(--wa-color-text-quiet); }
`;
