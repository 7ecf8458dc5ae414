/** How long a tab that is being left may take to let go, as in a reload. */
const patienceMs = 500;

/**
 * One tab at a time works on a draft: two would overwrite each other's words. The browser's locks say which one;
 * where it has none (a page without https), the tab that came last has the draft.
 */
export class DraftClaim {
  readonly #name: string;
  readonly #onLost: () => void;
  #letGo = () => {};

  constructor(name: string, onLost: () => void) {
    this.#name = name;
    this.#onLost = onLost;
  }

  /** Whether the draft may be worked on here. With `insist` it is taken from the tab that has it. */
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
      let held = false;
      this.#letGo = () => waiting.abort();
      // A steal is granted at once and cannot be waited for.
      if (!insist) setTimeout(() => waiting.abort(), patienceMs);
      const hold = () => {
        held = true;
        answer(true);
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
