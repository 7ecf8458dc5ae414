import type { ReactiveControllerHost } from 'lit';
import type { DraftContent, Handoff } from '@meldewerk/contract/draft-content';
import { isPassing, ProblemError } from '../api.ts';
import { createDraft } from '../draft-api.ts';
import { shotsOf } from '../photos/draft-shots.ts';
import { bringSteps } from '../step-files.ts';
import type { StepHost } from '../step.ts';
import { typedSections } from '../submission.ts';
import type { Fields } from '../sync/draft-fields.ts';
import { openSync, type DraftSync, type SyncListener } from '../sync/draft-sync.ts';
import { endHandoff, openHandoff } from './handoff-api.ts';

/** `none`: nobody asked for it. `opening`: the code is being fetched. `failed`: it could not be. Else as the server has it. */
export type HelpState = 'none' | 'opening' | 'failed' | Handoff['state'];

/** A phone that takes photos and signs for this computer: shows it the way, follows what it brings, and lets it go. */
export class PhoneHelp {
  state: HelpState = 'none';
  endedBy: Handoff['endedBy'] = null;
  /** The address in the code; known only to the page that asked for it. */
  url: string | null = null;
  /** What the server said when it could not be. */
  sentence: string | null = null;
  /** How many photos were there before the phone came. */
  #photosBefore = new Set<string>();
  #sync: DraftSync | null = null;
  readonly #host: StepHost & ReactiveControllerHost;
  readonly #listener: SyncListener;

  /** @param listener wants to hear what other devices change */
  constructor(host: StepHost & ReactiveControllerHost, listener: SyncListener) {
    this.#host = host;
    this.#listener = listener;
    if (host.drafts.draft.handoff?.role === 'computer') void this.#follow();
  }

  get offline(): boolean {
    return this.#sync?.offline ?? false;
  }

  get photosBrought(): number {
    return (this.#host.photos?.photos ?? []).filter(({ id, elsewhere }) => elsewhere && !this.#photosBefore.has(id)).length;
  }

  async show(): Promise<void> {
    const { api, drafts, language } = this.#host;
    this.#enter('opening');
    try {
      if (!drafts.draft.link) await createDraft(api, drafts.draft, language);
      const handoff = await openHandoff(api, drafts.draft);
      this.url = handoff.url;
      this.#photosBefore = new Set((this.#host.photos?.photos ?? []).map(({ id }) => id));
      drafts.change({ handoff: { id: handoff.id, role: 'computer' } });
      this.#enter(handoff.state);
      await this.#follow();
    } catch (error) {
      this.sentence = error instanceof ProblemError ? error.problem.detail : null;
      if (error instanceof ProblemError && !isPassing(error.problem)) void this.#host.link?.look();
      this.#enter('failed');
    }
  }

  /** Lets the phone go; what it brought stays. */
  async end(): Promise<void> {
    const { api, drafts } = this.#host;
    const { handoff } = drafts.draft;
    this.#close();
    if (handoff) await endHandoff(api, drafts.draft, handoff.id).catch(() => {});
    void this.#sync?.meet();
  }

  close(): void {
    this.#close();
  }

  async #follow(): Promise<void> {
    // Photos of the phone go among those of this computer, also before somebody has come to that step here.
    if (!this.#host.photos) await bringSteps(['photos']).then(({ photos }) => photos?.open?.(this.#host, 'photos'));
    this.#sync ??= openSync(this.#host, 'shared');
    this.#sync.listeners.add(this.#listener).add(this.#ears);
    await this.#sync.start();
    await this.#sync.meet();
  }

  readonly #ears: SyncListener = {
    heard: ({ handoff, photos }: DraftContent) => {
      const { drafts } = this.#host;
      // Pictures of the last photos may still be in the making.
      if (!drafts.draft.handoff && this.#sync?.scope === 'shared' && photos.every(({ state }) => state !== 'received')) this.#sync.stop();
      if (!handoff || handoff.id !== drafts.draft.handoff?.id) return;
      this.endedBy = handoff.endedBy;
      if (handoff.state !== this.state) this.#enter(handoff.state);
      if (handoff.state === 'connected') this.url = null;
      if (handoff.state === 'ended') this.#done();
    },
    ended: () => {
      if (!this.#host.link) this.#enter('none');
    },
    extra: () => (this.#host.drafts.draft.handoff ? this.#workedOut() : new Map()),
  };

  /** What the phone cannot know by itself: which photos are asked for, who signs, and what forms are filled with. */
  #workedOut(): Fields {
    const { drafts, category } = this.#host;
    const { draft } = drafts;
    const fields: Fields = new Map();
    if (category) fields.set('handoff.shots', shotsOf(this.#host).map(({ id }) => id));
    if (!draft.link?.forms.length) return fields;
    const { firstName, lastName } = draft.reporter;
    fields.set('handoff.signer', { firstName: String(firstName ?? ''), lastName: String(lastName ?? '') });
    const { incidentDate } = draft.answers;
    fields.set('handoff.signing', { category: draft.category, ...typedSections(draft), ...(typeof incidentDate === 'string' && incidentDate ? { incidentDate } : {}) });
    return fields;
  }

  /** The phone is done or was let go: this computer alone has the draft again. */
  #done(): void {
    this.url = null;
    this.#host.drafts.change({ handoff: null });
  }

  #close(): void {
    this.#done();
    this.#enter('none');
  }

  #enter(state: HelpState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
