import { factsText, sideOfPath, type AccidentContent, type AccidentValue, type StatementSide } from '@meldewerk/contract/accident-fields';
import type { AccidentStatement, SignStatement } from '@meldewerk/contract/accident-statement';
import { isPassing, ProblemError, type Api } from '../api.ts';
import { deviceRandomness } from '../draft.ts';
import { currentLanguage } from '../language.ts';
import { StatementApi } from './statement-api.ts';
import { contentOf, type StatementStore, type StoredStatement } from './statement-store.ts';

const pauseMs = { typing: 700, together: 2_500, first: 2_000, longest: 30_000 };

/** What came back instead of what was wanted: somebody signed, changed something, or the statement is not there (any more). */
export type SyncTrouble = 'signed' | 'changed' | 'incomplete' | 'gone' | 'over' | 'refused';

/**
 * Keeps a statement on the device and the server of one mind. Every change is on the device at once; the server hears of it
 * when it can be reached, and tells what the other one wrote.
 */
export class StatementSync {
  stored: StoredStatement;
  offline = false;
  /** A signature or a change is on its way. */
  busy = false;
  /** Told of whatever changes. */
  onChange: () => void = () => {};
  onTrouble: (trouble: SyncTrouble) => void = () => {};
  readonly api: StatementApi;
  readonly #store: StatementStore;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #stopped = false;

  constructor(api: Api, store: StatementStore, stored: StoredStatement) {
    this.#store = store;
    this.stored = stored;
    this.api = new StatementApi(api, stored.token, currentLanguage());
  }

  start(): void {
    this.#stopped = false;
    window.addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#onReturn);
    this.#now();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#onReturn);
  }

  get lasting(): boolean {
    return this.#store.lasting;
  }

  get content(): AccidentContent {
    return contentOf(this.stored);
  }

  get paired(): boolean {
    return this.stored.state?.paired ?? this.stored.side === 'b';
  }

  /** Somebody has signed, here or there: nothing can be typed any more. */
  get frozen(): boolean {
    return (this.stored.state?.signatures.length ?? 0) > 0 || this.stored.signatures.length > 0;
  }

  /** All of both sides is here, so it can be read and signed. */
  get showsBoth(): boolean {
    return this.stored.state?.showsBoth ?? !this.paired;
  }

  /** The sides that this device signs for. */
  get ownSides(): StatementSide[] {
    if (this.stored.side === 'b') return ['b'];
    return this.paired ? ['a'] : ['a', 'b'];
  }

  hasSigned(side: StatementSide): boolean {
    return this.stored.signatures.some((given) => given.side === side) || (this.stored.state?.signatures ?? []).some((given) => given.side === side);
  }

  set(path: string, value: AccidentValue | null): void {
    const side = sideOfPath(path);
    if (this.frozen || (side !== null && !this.ownSides.includes(side))) return;
    this.change({ pending: { ...this.stored.pending, [path]: value } });
    this.#later(pauseMs.typing);
  }

  change(part: Partial<StoredStatement>): void {
    this.stored = { ...this.stored, ...part, changedAt: deviceRandomness.now() };
    void this.#store.write(this.stored).catch(() => {});
    this.onChange();
  }

  sayReady(): void {
    if (this.stored.ready) return;
    this.change({ ready: true });
    this.#now();
  }

  /** SHA-256 of the facts as they are here; null where the browser cannot work it out, then the server's word counts. */
  async hashOfFacts(): Promise<string | null> {
    if (!crypto.subtle) return this.stored.state?.factsSha256 ?? null;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(factsText(this.stored.id, this.content)));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Signs what is shown; kept on the device until the server has it. */
  sign(signature: Omit<SignStatement, 'id'>): void {
    if (this.hasSigned(signature.side)) return;
    this.change({ signatures: [...this.stored.signatures, { ...signature, id: deviceRandomness.newId() }] });
    this.#now();
  }

  async withdraw(side: StatementSide): Promise<void> {
    if (this.stored.signatures.some((given) => given.side === side)) this.change({ signatures: this.stored.signatures.filter((given) => given.side !== side) });
    if (this.stored.state?.signatures.some((given) => given.side === side)) await this.ask(() => this.api.withdraw(side));
  }

  /** One request that answers with the statement as it is then. */
  async ask(request: () => Promise<AccidentStatement>): Promise<boolean> {
    try {
      this.#heard(await request());
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  /** Done when the server has heard everything, or could not be reached. */
  flush(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    clearTimeout(this.#timer);
    this.#running = this.#run().finally(() => {
      this.#running = null;
      if (!this.#again) return this.#later(this.#pause());
      this.#again = false;
      this.#later(0);
    });
    return this.#running;
  }

  readonly #now = () => void this.flush();

  readonly #onReturn = () => {
    if (document.visibilityState === 'visible') this.#now();
  };

  async #run(): Promise<void> {
    this.api.language = currentLanguage();
    try {
      const sent = { ...this.stored.pending };
      const isNew = this.stored.state === null;
      // Opened bare: after a lost answer the second opening would not take what was typed meanwhile.
      if (isNew) this.#heard(await this.api.open(this.stored.id, {}));
      if (Object.keys(sent).length > 0 || this.#hasToSayReady()) this.#heard(await this.api.change(sent, this.stored.ready || undefined));
      else if (!isNew) this.#heard(await this.api.read());
      this.#settle(sent);
      if (Object.keys(this.stored.pending).length > 0) return void (this.#again = true);
      for (const signature of this.stored.signatures) {
        this.#heard(await this.api.sign(signature));
        this.change({ signatures: this.stored.signatures.filter(({ id }) => id !== signature.id) });
      }
    } catch (error) {
      this.#failed(error);
    }
  }

  #hasToSayReady(): boolean {
    return this.stored.ready && this.stored.state?.ready[this.stored.side] === false;
  }

  /** What was typed again meanwhile is still to be told. */
  #settle(sent: StoredStatement['pending']): void {
    const left = Object.entries(this.stored.pending).filter(([path, value]) => !(path in sent) || sent[path] !== value);
    if (left.length !== Object.keys(this.stored.pending).length) this.change({ pending: Object.fromEntries(left) });
  }

  #heard(state: AccidentStatement): void {
    this.#failures = 0;
    const isNews = this.offline || state.version !== this.stored.state?.version;
    this.offline = false;
    if (isNews) this.change({ state });
  }

  #failed(error: unknown): void {
    if (!(error instanceof ProblemError) || isPassing(error.problem)) {
      this.#failures += 1;
      this.offline = true;
      return this.onChange();
    }
    const { code } = error.problem;
    // What cannot stand is not asked for again and again.
    if (code === 'statementSigned') this.change({ pending: {} });
    if (code !== 'statementSigned') this.change({ signatures: [] });
    if (code === 'validationFailed' || code === 'forbidden') this.change({ pending: {} });
    if (code === 'notFound' || code === 'linkExpired' || code === 'linkWithdrawn') this.stop();
    else this.#later(pauseMs.first);
    this.onTrouble(troubles[code] ?? 'refused');
    this.onChange();
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped || !Number.isFinite(ms)) return;
    this.#timer = setTimeout(this.#now, ms);
  }

  /** Two phones look often, one alone only has to be heard. */
  #pause(): number {
    if (this.offline) return Math.min(pauseMs.first * 2 ** this.#failures, pauseMs.longest);
    if (document.visibilityState === 'hidden' || (this.stored.state?.document ?? null) !== null) return Infinity;
    return this.paired || this.stored.step === 'start' || this.stored.state?.closedAt ? pauseMs.together : Infinity;
  }
}

const troubles: Partial<Record<string, SyncTrouble>> = { statementSigned: 'signed', changedMeanwhile: 'changed', formIncomplete: 'incomplete', notFound: 'gone', linkWithdrawn: 'gone', linkExpired: 'over' };
