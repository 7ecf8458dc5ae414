import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Draft as ServerDraft } from '@meldewerk/contract/draft';
import type { DraftContent } from '@meldewerk/contract/draft-content';
import type { Link } from '@meldewerk/contract/preparation';
import type { Site } from '@meldewerk/contract/tenant';
import { ProblemError } from '../api.ts';
import { deviceRandomness, type Draft } from '../draft.ts';
import { receivedDraft, withoutPerson } from '../received-draft.ts';
import type { LinkDoor, StepHost } from '../step.ts';
import { bringLink } from './bring-link.ts';
import { findKeptDraft } from './find-kept-draft.ts';
import { LinkApi } from './link-api.ts';
import { renderLinkNote } from './link-note.ts';
import { renderTrouble, type Renewal } from './link-trouble.ts';
import { troubleOf } from './trouble-of.ts';

const pauseMs = { betweenProgress: 3_000, betweenLooks: 20_000, forFirstMerge: 3_000 };

/**
 * An individual link: opens what the workshop prepared, tells it how far the customer is, follows what staff change
 * meanwhile, and says so when the link does not work any more. Nothing of this ever holds up the customer.
 */
export class LinkController implements ReactiveController, LinkDoor {
  trouble: LinkDoor['trouble'] = null;
  renewal: Renewal = { state: 'idle' };
  serverDraft: Promise<ServerDraft | null> = Promise.resolve(null);
  readonly #host: StepHost & ReactiveControllerHost;
  readonly #token: string;
  readonly #api: LinkApi;
  #lookedAt = 0;
  /** Signatures as another device's last answer told them. */
  #heardSigned = '';
  /** When the draft was last changed by somebody else than the customer; null until it is open. */
  #seenChange: number | null = null;
  #toldStep: string | null = null;
  #toldAt = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StepHost & ReactiveControllerHost, token: string) {
    this.#host = host;
    this.#token = token;
    this.#api = new LinkApi(host.api, token);
    host.addController(this);
  }

  async open(site: Promise<Site>): Promise<void> {
    const { api, drafts, language } = this.#host;
    const link = await this.#read().catch((error: unknown) => this.#openKept(error));
    if (!link) return;
    this.serverDraft = link.receipt ? Promise.resolve(null) : this.#api.readDraft(link.draftId, language).catch(() => null);
    const { categories } = await site;
    await drafts.open(`${api.origin} ${link.draftId}`, true, this.#bring(link, categories));
    if (!link.receipt) await this.#openSync();
    this.#seenChange = drafts.draft.changedAt;
    this.#lookedAt = Date.now();
    await this.#noteSent(link);
    if (!link.receipt) void this.#api.noteOpening().catch(() => {});
  }

  /** Without an answer the draft goes on as it lies on this device; what changed meanwhile comes with the net. */
  async #openKept(error: unknown): Promise<null> {
    const { api, drafts } = this.#host;
    const id = error instanceof ProblemError ? null : await findKeptDraft(api.origin, this.#token);
    if (id === null) throw error;
    await drafts.open(`${api.origin} ${id}`, true, (kept) => kept);
    this.#seenChange = drafts.draft.changedAt;
    if (!drafts.draft.receipt) void this.#openSync();
    return null;
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onReturn);
    document.addEventListener('visibilitychange', this.#onReturn);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onReturn);
    document.removeEventListener('visibilitychange', this.#onReturn);
    clearTimeout(this.#telling);
    this.#telling = undefined;
  }

  hostUpdated(): void {
    const { draft, place } = this.#host.drafts;
    if (!draft.link || draft.receipt || this.trouble || place === 'elsewhere' || this.#seenChange === null || draft.changedAt === this.#seenChange) return;
    if (draft.step === this.#toldStep) return;
    this.#telling ??= setTimeout(() => this.#tellProgress(), Math.max(0, this.#toldAt + pauseMs.betweenProgress - Date.now()));
  }

  async look(): Promise<boolean> {
    const { drafts, site } = this.#host;
    this.#lookedAt = Date.now();
    const link = await this.#read().catch(() => null);
    if (!link) return this.trouble === null;
    if (await this.#noteSent(link)) this.#host.received(link.reference);
    this.#follow(link, site.categories);
    return !drafts.draft.receipt;
  }

  async renew(): Promise<void> {
    this.#renewing({ state: 'asking' });
    try {
      await this.#api.renew(this.#host.language);
      this.#renewing({ state: 'asked' });
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble && trouble !== this.trouble) this.#enter(trouble);
      this.#renewing({ state: 'failed', why: error instanceof ProblemError ? error.problem.code : null });
    }
  }

  renderTrouble() {
    return renderTrouble(this, this.#host);
  }

  renderNote() {
    return renderLinkNote(this.#host);
  }

  async #read(): Promise<Link | null> {
    try {
      return await this.#api.read(this.#host.language);
    } catch (error) {
      const trouble = troubleOf(error);
      if (!trouble) throw error;
      this.#enter(trouble);
      return null;
    }
  }

  #bring(link: Link, categories: Site['categories']): (kept: Draft) => Draft {
    return (kept) => bringLink(kept, link, this.#token, categories);
  }

  /** The same draft on every device that the link is opened on. Without a line it goes on alone, and merges later. */
  async #openSync(): Promise<void> {
    const { drafts } = this.#host;
    if (drafts.place === 'elsewhere') return;
    const isNewHere = drafts.draft.sync === null;
    const merging = import('../sync/draft-sync.ts').then(async ({ openSync }) => {
      const sync = openSync(this.#host, 'whole');
      sync.listeners.add({ heard: (content) => this.#noteElsewhere(content), ended: () => void this.look() });
      await sync.start();
    });
    await Promise.race([merging.catch(() => {}), new Promise((wait) => setTimeout(wait, pauseMs.forFirstMerge))]);
    // Another device has come further: it goes on there.
    const { furthest, step, receipt } = drafts.draft;
    if (isNewHere && !receipt && furthest !== step) drafts.change({ step: furthest });
  }

  /** Sent from another device, or signed there. */
  #noteElsewhere({ receipt, signatures }: DraftContent): void {
    const { draft } = this.#host.drafts;
    if (draft.receipt || !draft.link) return;
    const signed = signatures.map(({ signatureId }) => signatureId).toSorted().join();
    const known = draft.link.forms.flatMap(({ signatureId }) => signatureId ?? []).toSorted().join();
    if (receipt || (signed !== known && signed !== this.#heardSigned)) void this.look();
    this.#heardSigned = signed;
  }

  /** What staff changed since the link was opened. */
  #follow(link: Link, categories: Site['categories']): void {
    const { drafts } = this.#host;
    if (isSame(drafts.draft.receipt ? withoutPerson(link) : link, drafts.draft.link)) return;
    drafts.follow(this.#bring(link, categories));
    this.#seenChange = drafts.draft.changedAt;
    this.#host.recheck();
  }

  /** Sent from here before, or from another device; in that case what was typed here and not sent leaves this device. */
  async #noteSent({ receipt }: Link): Promise<boolean> {
    const { drafts, photos } = this.#host;
    if (drafts.draft.receipt || !receipt) return false;
    photos?.clear();
    await drafts.finish(receivedDraft(drafts.draft, { ...receipt, elsewhere: true }, deviceRandomness));
    return true;
  }

  readonly #onReturn = () => {
    const { drafts } = this.#host;
    if (document.visibilityState === 'hidden' || !drafts.draft.link || drafts.draft.receipt || this.trouble) return;
    if (Date.now() - this.#lookedAt > pauseMs.betweenLooks) void this.look();
  };

  #tellProgress(): void {
    this.#telling = undefined;
    const { draft } = this.#host.drafts;
    if (draft.receipt || this.trouble) return;
    this.#toldStep = draft.step;
    this.#toldAt = Date.now();
    void this.#api.noteProgress(draft.step).catch(() => {});
  }

  #enter(trouble: LinkDoor['trouble']): void {
    this.trouble = trouble;
    this.#host.requestUpdate();
  }

  #renewing(renewal: Renewal): void {
    this.renewal = renewal;
    this.#host.requestUpdate();
  }
}

function isSame(one: Link, other: Link | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
