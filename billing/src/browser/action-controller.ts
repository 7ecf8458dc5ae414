import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { needsSignIn } from './needs-sign-in.ts';

/** One thing a person does at a time: a second click while it runs does nothing, and its failure stays until the next try. */
export class ActionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  running = false;
  failure: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {}

  /** True when it was done. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.running) return false;
    this.#become(true, undefined);
    try {
      await work();
      this.#become(false, undefined);
      return true;
    } catch (error) {
      // Who has to sign in anew is told so, and tries again afterwards.
      this.#become(false, needsSignIn(error) ? undefined : error);
      return false;
    }
  }

  forget() {
    this.#become(this.running, undefined);
  }

  #become(running: boolean, failure: unknown) {
    this.running = running;
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
