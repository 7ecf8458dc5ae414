import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPassing, ProblemError } from '../../api.ts';
import type { StatusApi } from '../status-api.ts';
import type { Gift, GiftStore } from './gift-store.ts';
import { uploadItemPhoto } from './upload-item-photo.ts';

const pauseMs = { first: 2_000, longest: 60_000 };

type Host = ReactiveControllerHost & {
  readonly api: StatusApi;
  /** The workshop has it. */
  given(gift: Gift): void;
  /** The server said no, and trying again changes nothing. */
  refused(gift: Gift, error: ProblemError): void;
};

/**
 * Brings what the customer gave to the workshop, one after the other and each exactly once: it lies on the device until the
 * server has answered, and goes on by itself when the line is back, after a reload too.
 */
export class GiftSender implements ReactiveController {
  #gifts: Gift[] = [];
  #store: GiftStore | null = null;
  readonly #percents = new Map<string, number>();
  readonly #host: Host;
  #running = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #interrupt = new AbortController();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the last attempt did not get through. */
  get isStuck(): boolean {
    return this.#failures > 0;
  }

  get gifts(): readonly Gift[] {
    return this.#gifts;
  }

  giftFor(itemId: string): Gift | undefined {
    return this.#gifts.find((gift) => gift.itemId === itemId);
  }

  percentOf(itemId: string): number {
    return this.#percents.get(itemId) ?? 0;
  }

  /** Takes up what an earlier visit left. Of other reports only what belongs to these items is sent. */
  async open(store: GiftStore, itemIds: readonly string[]): Promise<void> {
    const kept = (await store.readGifts()).filter(({ itemId }) => itemIds.includes(itemId) && !this.giftFor(itemId));
    this.#store = store;
    this.#gifts = [...kept, ...this.#gifts].toSorted((one, other) => one.at - other.at);
    this.#host.requestUpdate();
    void this.#run();
  }

  give(gift: Gift): void {
    if (this.giftFor(gift.itemId)) return;
    this.#gifts = [...this.#gifts, gift];
    void this.#store?.writeGift(gift).catch(() => {});
    this.#host.requestUpdate();
    void this.#run();
  }

  hostConnected(): void {
    this.#interrupt = new AbortController();
    window.addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    void this.#run();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
    clearTimeout(this.#timer);
    this.#interrupt.abort();
  }

  readonly #wake = () => {
    if (document.visibilityState !== 'hidden') void this.#run();
  };

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) return;
    this.#running = true;
    let going = true;
    for (let gift = this.#gifts[0]; gift && going; gift = this.#gifts[0]) going = await this.#bring(gift);
    this.#running = false;
    if (going || this.#interrupt.signal.aborted) return;
    this.#failures += 1;
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.#run(), Math.min(pauseMs.first * 2 ** (this.#failures - 1), pauseMs.longest));
  }

  /** Whether the next one can be begun. */
  async #bring(gift: Gift): Promise<boolean> {
    try {
      await this.#send(gift);
      this.#failures = 0;
      this.#drop(gift);
      this.#host.given(gift);
      return true;
    } catch (error) {
      // Without access it waits for the customer to come in again.
      if (!(error instanceof ProblemError) || isPassing(error.problem) || error.problem.code === 'unauthenticated') return false;
      this.#failures = 0;
      this.#drop(gift);
      if (error.problem.code === 'itemNotWanted') this.#host.given(gift);
      else this.#host.refused(gift, error);
      return true;
    }
  }

  async #send(gift: Gift): Promise<void> {
    const { api } = this.#host;
    const path = `/items/${gift.itemId}`;
    switch (gift.kind) {
      case 'values': return api.send('PUT', path, { values: gift.values });
      case 'answer': return api.send('PUT', path, { answer: gift.answer });
      case 'signature': return api.send('POST', `${path}/signatures`, gift.input);
      case 'photo':
        return uploadItemPhoto(api, gift, {
          signal: this.#interrupt.signal,
          onProgress: (percent) => {
            this.#percents.set(gift.itemId, percent);
            this.#host.requestUpdate();
          },
          onAddress: (uploadUrl) => {
            gift.uploadUrl = uploadUrl;
            void this.#store?.writeGift(gift).catch(() => {});
          },
        });
    }
  }

  #drop({ itemId }: Gift): void {
    this.#gifts = this.#gifts.filter((gift) => gift.itemId !== itemId);
    this.#percents.delete(itemId);
    void this.#store?.deleteGift(itemId).catch(() => {});
    this.#host.requestUpdate();
  }
}
