import type { LinkForm } from '@meldewerk/contract/form';
import { isPassing, ProblemError } from '../api.ts';
import type { PendingSignature } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { sendSignature, type Signer } from './signing-api.ts';

/** `sending`: on its way. `waiting`: no answer came; it is kept and tried again. */
export type Sending = 'sending' | 'waiting';

/** Who wants to know what became of a signature. */
export type Signing = {
  readonly forms: readonly LinkForm[];
  readonly signer: Signer;
  signed(answer: LinkForm, pending: PendingSignature): void;
  refused(form: LinkForm, error: ProblemError): void;
  waiting(form: LinkForm): void;
};

const pauseMs = { first: 3_000, longest: 60_000 };

/** Sends signatures, each exactly once: it lies on the device under its id until the server has answered. */
export class SignatureSender {
  readonly states = new Map<string, Sending>();
  readonly #host: StepHost;
  readonly #signing: Signing;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StepHost, signing: Signing) {
    this.#host = host;
    this.#signing = signing;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  send(form: LinkForm, pending: PendingSignature): void {
    if (this.#pendingOf(form)) return;
    this.#keep(form, pending);
    void this.#send(form);
  }

  /** Everything that has no answer yet, also from before a reload. */
  sendAgain(): void {
    clearTimeout(this.#timer);
    for (const form of this.#signing.forms) void this.#send(form);
  }

  async #send(form: LinkForm): Promise<void> {
    const pending = this.#pendingOf(form);
    if (!pending || this.states.get(form.id) === 'sending') return;
    this.#enter(form, 'sending');
    const { values: _, ...signature } = pending;
    try {
      const answer = await sendSignature(this.#signing.signer, form.id, signature);
      this.#failures = 0;
      this.#end(form);
      this.#signing.signed(answer, pending);
    } catch (error) {
      if (error instanceof ProblemError && !isPassing(error.problem)) {
        this.#end(form);
        this.#signing.refused(form, error);
      } else this.#sendLater(form);
    }
  }

  #sendLater(form: LinkForm): void {
    this.#failures += 1;
    this.#enter(form, 'waiting');
    this.#signing.waiting(form);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.sendAgain(), Math.min(pauseMs.first * 2 ** (this.#failures - 1), pauseMs.longest));
  }

  #pendingOf({ id }: LinkForm): PendingSignature | undefined {
    return this.#host.drafts.draft.pendingSignatures[id];
  }

  #end(form: LinkForm): void {
    this.states.delete(form.id);
    this.#keep(form, null);
  }

  #keep({ id }: LinkForm, pending: PendingSignature | null): void {
    const { [id]: _, ...others } = this.#host.drafts.draft.pendingSignatures;
    this.#host.drafts.change({ pendingSignatures: pending ? { ...others, [id]: pending } : others });
  }

  #enter({ id }: LinkForm, state: Sending): void {
    this.states.set(id, state);
    this.#host.requestUpdate();
  }
}
