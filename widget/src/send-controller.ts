import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { Receipt, SubmissionInput } from '@meldewerk/contract/report';
import { isPassing, ProblemError } from './api.ts';
import { createDraft, readDraft, submitReport } from './draft-api.ts';
import { deviceRandomness, type StoredPhoto } from './draft.ts';
import type { Fault } from './flow.ts';
import { leaveToWorker } from './offline/leave-to-worker.ts';
import { receivedDraft } from './received-draft.ts';
import type { StepHost } from './step.ts';
import { submissionOf } from './submission.ts';
import { photosUnderway } from './sync/photos-underway.ts';

/** `uploading`: sends by itself once the last photo is safe. `retrying`: no answer came; tries again by itself. */
export type SendState = 'idle' | 'uploading' | 'sending' | 'retrying';

const pauseMs = { first: 2_000, longest: 60_000 };

/** Sends the report exactly once: one key for all repeats, and the server's memory for everything that stays unclear. */
export class SendController implements ReactiveController {
  state: SendState = 'idle';
  /** Why the report is not there yet: what the server said, or that it said nothing. */
  sentence: string | null = null;
  /** The service worker sends it, also when this page is closed. */
  closable = false;
  /** Photos of another device are not waited for any more. */
  #withoutOthers = false;
  readonly #host: StepHost & ReactiveControllerHost;
  readonly #check: () => Fault[];
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param check what keeps the report from being sent */
  constructor(host: StepHost & ReactiveControllerHost, check: () => Fault[]) {
    this.#host = host;
    this.#check = check;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retryNow);
    document.addEventListener('visibilitychange', this.#leave);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retryNow);
    document.removeEventListener('visibilitychange', this.#leave);
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    // Somebody who went back to change something has not decided any more.
    if (!this.#isReviewed()) this.stop();
    if (this.state === 'uploading' && !this.#isWaiting()) this.#goOn();
  }

  /** Pressing twice sends once. */
  send(): void {
    if (this.state === 'uploading' || this.state === 'sending') return;
    this.#goOn();
  }

  /** Photos that another device has told of and that the report waits for. */
  get awaited(): number {
    return this.#withoutOthers ? 0 : photosUnderway(this.#host);
  }

  /** That device may be switched off, or without a line for long. */
  sendWithoutOthers(): void {
    this.#withoutOthers = true;
    this.#goOn();
  }

  /** What is missing is named; what is on its way is waited for. */
  #goOn(): void {
    clearTimeout(this.#timer);
    this.sentence = null;
    const faults = this.#check();
    if (faults.length > 0) {
      this.#enter('idle');
      if (this.#host.drafts.draft.sending) this.#host.drafts.change({ sending: false, outbox: null });
      return this.#host.showFaults(faults);
    }
    // Closed, nobody would wait for what another device still has.
    this.#host.drafts.change({ sending: true, outbox: this.awaited > 0 ? null : outboxOf(this.#host) });
    void this.#leaveOpen();
    if (this.#isWaiting()) this.#enter('uploading');
    else void this.#submit();
  }

  /** The customer wants to change something first. An answer that is already under way still counts. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.state === 'idle' || this.state === 'sending') return;
    this.sentence = null;
    this.#host.drafts.change({ sending: false, outbox: null });
    this.#enter('idle');
  }

  #isWaiting(): boolean {
    const { drafts, photos } = this.#host;
    return this.awaited > 0 || Boolean(photos?.pending.length) || Object.keys(drafts.draft.pendingSignatures).length > 0;
  }

  /** Whoever looks away may be closing the page. */
  readonly #leave = () => {
    if (this.state !== 'idle' && document.visibilityState === 'hidden') void this.#leaveOpen();
  };

  async #leaveOpen(): Promise<void> {
    const closable = this.awaited === 0 && (await leaveToWorker(this.#host));
    if (closable === this.closable) return;
    this.closable = closable;
    this.#host.requestUpdate();
  }

  readonly #retryNow = () => {
    if (this.state === 'retrying') this.send();
  };

  async #submit(): Promise<void> {
    const { api, drafts, language, photos } = this.#host;
    this.#enter('sending');
    try {
      // Without photos nobody has told the server of this draft yet; that of a link is the server's own.
      if (!drafts.draft.link) await createDraft(api, drafts.draft, language);
      const submission = submissionOf(this.#host, photos?.photos ?? [], location.origin);
      const receipt = await submitReport(api, submission, drafts.draft.token, drafts.draft.idempotencyKey);
      await this.#finish(receipt);
    } catch (error) {
      if (error instanceof ProblemError && !isPassing(error.problem)) await this.#refused(error);
      else this.#retryLater(error instanceof ProblemError ? error.problem.detail : noAnswerSentence());
    }
  }

  async #finish(receipt: Receipt & { elsewhere?: boolean }): Promise<void> {
    const { drafts, photos } = this.#host;
    photos?.clear();
    await drafts.finish(receivedDraft(drafts.draft, receipt, deviceRandomness));
    this.#failures = 0;
    this.#enter('idle');
    this.#host.received(receipt.reference);
  }

  async #refused({ problem }: ProblemError): Promise<void> {
    const { api, drafts, language, photos, link } = this.#host;
    if (problem.code === 'draftSubmitted' || problem.code === 'idempotencyKeyReused') {
      const seen = await readDraft(api, drafts.draft, language).catch(() => null);
      if (seen?.receipt) return this.#finish({ ...seen.receipt, elsewhere: link !== null });
    }
    drafts.renewIdempotencyKey();
    if (link && isLost(problem.code)) {
      this.#enter('idle');
      if (!(await link.look())) return;
    } else if (isLost(problem.code)) {
      drafts.renewIdentity();
      photos?.startOver();
      if (photos?.pending.length) return this.#goOn();
    }
    if (problem.code === 'catalogueOutdated') await this.#host.reload().catch(() => {});
    this.#enter('idle');
    const faults = (problem.issues ?? []).map(({ path, message }): Fault => ({ path, message, fromServer: true }));
    if (faults.length > 0) return this.#host.showFaults(faults);
    this.sentence = problem.detail;
    this.#host.announce(problem.detail);
  }

  #retryLater(sentence: string): void {
    this.#failures += 1;
    this.sentence = sentence;
    this.#enter('retrying');
    this.#host.announce(sentence);
    this.#timer = setTimeout(this.#retryNow, Math.min(pauseMs.first * 2 ** this.#failures, pauseMs.longest));
  }

  #isReviewed(): boolean {
    const { draft, place } = this.#host.drafts;
    return draft.step === 'review' && !draft.receipt && place !== 'elsewhere';
  }

  #enter(state: SendState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** As it goes out once every photo and signature that is on its way has arrived. Elsewhere than on our own page nobody would send it. */
function outboxOf(host: StepHost): SubmissionInput | null {
  if (!host.ownPage) return null;
  const arrived = (host.photos?.photos ?? []).map((photo): StoredPhoto => (photo.state === 'refused' ? photo : { ...photo, state: 'safe' }));
  return submissionOf(host, arrived, location.origin);
}

/** The server does not know the draft any more. */
function isLost(code: ProblemCode): boolean {
  return code === 'draftExpired' || code === 'notFound' || code === 'linkExpired' || code === 'linkWithdrawn';
}

function noAnswerSentence(): string {
  return msg('Wir haben gerade keine Verbindung zur Werkstatt. Ihre Meldung ist auf diesem Gerät gesichert; wir versuchen es von selbst weiter.', {
    id: 'send.noAnswer',
  });
}
