import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PairingState } from './pairing-view.ts';
import type { StatementSync } from './statement-sync.ts';

const none: PairingState = { pairing: null, failed: false, asking: false };

/** The code for the second phone, fresh as long as somebody holds it up. */
export class PairingController implements ReactiveController {
  state = none;
  readonly #host: ReactiveControllerHost;
  #renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#renewal);
  }

  async show(sync: StatementSync): Promise<void> {
    if (this.state.asking) return;
    this.#enter({ ...none, asking: true });
    sync.change({ alone: false });
    await sync.flush();
    const pairing = await sync.api.invite().catch(() => null);
    if (sync.paired || sync.stored.alone) return this.#enter(none);
    this.#enter({ pairing, failed: pairing === null, asking: false });
    if (pairing) this.#renewal = setTimeout(() => void (!sync.paired && sync.stored.step === 'start' && this.show(sync)), Date.parse(pairing.expiresAt) - Date.now());
  }

  hide(): void {
    if (this.state !== none) this.#enter(none);
  }

  async share(url: string): Promise<void> {
    const title = msg('Unfallbericht gemeinsam ausfüllen', { id: 'accident.title' });
    if (navigator.share) return navigator.share({ title, url }).catch(() => {});
    await navigator.clipboard?.writeText(url).catch(() => {});
  }

  #enter(state: PairingState): void {
    clearTimeout(this.#renewal);
    this.state = state;
    this.#host.requestUpdate();
  }
}
