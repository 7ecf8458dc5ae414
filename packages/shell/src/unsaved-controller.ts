import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { holdPage } from './navigation.ts';
import { confirmAction } from './confirm.ts';

/** Holds the address for as long as `unsaved` has something to say; whoever leaves is asked with its sentence, by the browser too. */
export class UnsavedController implements ReactiveController {
  readonly #unsaved: () => string | null;
  #release: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, unsaved: () => string | null) {
    this.#unsaved = unsaved;
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('beforeunload', this.#beforeUnload);
  }

  hostDisconnected() {
    window.removeEventListener('beforeunload', this.#beforeUnload);
    this.letGo();
  }

  hostUpdated() {
    if (this.#unsaved() === null) this.letGo();
    else this.#release ??= holdPage(() => this.mayLeave());
  }

  /** True at once when nothing is unsaved. */
  async mayLeave(): Promise<boolean> {
    const text = this.#unsaved();
    if (text === null) return true;
    return confirmAction({ title: msg('Ungespeichert verlassen?', { id: 'unsaved.title' }), text, action: msg('Ohne Speichern verlassen', { id: 'unsaved.leave' }) });
  }

  readonly #beforeUnload = (event: Event) => {
    if (this.#unsaved() !== null) event.preventDefault();
  };

  /** What was unsaved is safe now, before the element has heard of it. */
  letGo() {
    this.#release?.();
    this.#release = undefined;
  }
}
