import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { needsSignIn } from './needs-sign-in.ts';
import { sessionChanges, sessionState } from './session.ts';

/** What a page reads when it is shown. `value` stays while it is read again. */
export class LoadController<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => Promise<Value>;
  value: Value | undefined;
  failure: unknown;
  #turn = 0;

  constructor(host: ReactiveControllerHost, read: () => Promise<Value>) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  /** Not when connected: an element whose file comes later has its properties only from its first update on. */
  hostUpdate() {
    if (this.#turn === 0) void this.load();
  }

  readonly load = async () => {
    const turn = (this.#turn += 1);
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      const value = await this.#read();
      if (turn === this.#turn) this.value = value;
    } catch (error) {
      if (needsSignIn(error)) return this.#loadOnceSignedIn();
      if (turn === this.#turn) this.failure = error;
    }
    this.#host.requestUpdate();
  };

  #loadOnceSignedIn() {
    const follow = () => {
      if (sessionState().kind !== 'signedIn') return;
      sessionChanges.removeEventListener('change', follow);
      void this.load();
    };
    sessionChanges.addEventListener('change', follow);
  }
}
