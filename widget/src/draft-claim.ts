/** How long a tab that is being left may take to let go, as in a reload, and the service worker to give way. */
const patienceMs = 500;

/**
 * One tab at a time works on a draft: two would overwrite each other's words. The browser's locks say which one;
 * where it has none (a page without https), the tab that came last has the draft.
 */
export class DraftClaim {
  readonly #name: string;
  readonly #onLost: () => void;
  readonly #onWon: () => void;
  #letGo = () => {};

  /** @param onWon whoever had the draft has let it go, after `take` was answered with no */
  constructor(name: string, onLost: () => void, onWon: () => void) {
    this.#name = name;
    this.#onLost = onLost;
    this.#onWon = onWon;
  }

  /** Whether the draft may be worked on here; if not, it is waited for. With `insist` it is taken from the tab that has it. */
  take(insist: boolean): Promise<boolean> {
    this.release();
    return 'locks' in navigator ? this.#lock(insist) : this.#comeLast();
  }

  release(): void {
    this.#letGo();
  }

  #lock(insist: boolean): Promise<boolean> {
    return new Promise((answer) => {
      const waiting = new AbortController();
      let [held, late] = [false, false];
      this.#letGo = () => waiting.abort();
      // A steal is granted at once and cannot be waited for.
      if (!insist) {
        setTimeout(() => {
          late = true;
          answer(held);
        }, patienceMs);
      }
      const hold = () => {
        held = true;
        answer(true);
        if (late) this.#onWon();
        return new Promise<void>((release) => (this.#letGo = release));
      };
      navigator.locks.request(this.#name, insist ? { steal: true } : { signal: waiting.signal }, hold).catch(() => (held ? this.#onLost() : answer(false)));
    });
  }

  async #comeLast(): Promise<boolean> {
    const others = new BroadcastChannel(this.#name);
    this.#letGo = () => others.close();
    others.onmessage = () => {
      others.close();
      this.#onLost();
    };
    others.postMessage('taken');
    return true;
  }
}
