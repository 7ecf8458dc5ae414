import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DraftContent } from '@meldewerk/contract/draft-content';
import { phoneReads } from '@meldewerk/contract/draft-paths';
import type { ProblemCode } from '@meldewerk/contract/problem';
import { isPassing, ProblemError } from '../api.ts';
import { deviceRandomness, sections } from '../draft.ts';
import { speak } from '../language.ts';
import { prefillOf } from '../link/prefill.ts';
import type { StepHost } from '../step.ts';
import { changedHere, hear, nothingAgreed, toTell, type Agreed, type Change } from './agreed-fields.ts';
import { canonical, fieldsOf, travels, withFields, type Fields, type PhotoFacts, type Scope } from './draft-fields.ts';
import { bringPreviews } from './photo-previews.ts';
import { tellPhotosUnderway } from './photos-underway.ts';

const pauseMs = { beforeTelling: 700, lively: 2_000, quiet: 10_000, livelyFor: 120_000 };
const mostAtOnce = 300;

/** Who wants to hear of it. */
export type SyncListener = {
  /** Every answer of the server, also one that says nothing new of the fields. */
  heard?(content: DraftContent): void;
  /** What another device has changed just now; `lost` was changed here too, and earlier. */
  changed?(paths: readonly string[], lost: readonly string[]): void;
  /** The server has nothing more to say about this draft. */
  ended?(code: ProblemCode): void;
  /** More that travels beside what the customer typed. */
  extra?(): Fields;
};

/**
 * Keeps a draft the same on several devices: tells what is changed here a moment later, hears every two seconds what others
 * have changed, and makes up for both when there is a line again. Nothing of it ever holds up the customer.
 */
export class DraftSync implements ReactiveController {
  scope: Scope;
  /** The last try to reach the server failed. */
  offline = false;
  readonly listeners = new Set<SyncListener>();
  content: DraftContent | null = null;
  readonly #host: StepHost & ReactiveControllerHost;
  readonly #refused = new Map<string, string>();
  #seen = new Map<string, string>();
  #activeAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #stopped = true;

  constructor(host: StepHost & ReactiveControllerHost, scope: Scope) {
    this.#host = host;
    this.scope = scope;
  }

  /** Asks once, and goes on from there. Settles when the first answer is in, or is not to be had. */
  async start(): Promise<void> {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#activeAt = Date.now();
    this.#seen = this.#snapshot();
    this.#host.addController(this);
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener('online', this.#now);
    window.addEventListener('pagehide', this.#flush);
    await this.meet();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#host.removeController(this);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener('online', this.#now);
    window.removeEventListener('pagehide', this.#flush);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostConnected(): void {
    if (!this.#stopped && this.#activeAt > 0) this.#later(0);
  }

  /** Notices what was changed, and when. */
  hostUpdated(): void {
    if (this.#isIdle()) return;
    const now = this.#snapshot();
    const touched = [...new Set([...now.keys(), ...this.#seen.keys()])].filter((path) => now.get(path) !== this.#seen.get(path));
    if (touched.length === 0) return;
    this.#seen = now;
    this.#activeAt = Date.now();
    const agreed = this.#agreed;
    const touchedAt = { ...agreed.touchedAt, ...Object.fromEntries(touched.map((path) => [path, deviceRandomness.now()])) };
    this.#host.drafts.change({ sync: { ...agreed, touchedAt } });
    this.#later(pauseMs.beforeTelling);
  }

  /** Tells and hears at once. */
  async meet(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    if (this.#isIdle()) return;
    this.#running = this.#meet().finally(() => (this.#running = null));
    await this.#running;
    if (!this.#stopped) this.#later(this.#pause());
  }

  /** Whether everything that was changed here is told. */
  get isTold(): boolean {
    return this.#open().length === 0;
  }

  /** What another device says of a photo. */
  factsOf(photoId: string): PhotoFacts | undefined {
    return (this.#agreed.fields[`photos.${photoId}`]?.value ?? undefined) as PhotoFacts | undefined;
  }

  /** Photos that another device has told of and that have not arrived. */
  get photosUnderway(): number {
    const known = new Set([...(this.content?.photos ?? []), ...(this.#host.photos?.photos ?? [])].map(({ id }) => id));
    return Object.entries(this.#agreed.fields).filter(([path, { value }]) => path.startsWith('photos.') && value !== null && !known.has(path.slice('photos.'.length))).length;
  }

  /** What stands in a field by the last answer, also in one that is no part of the draft here. */
  valueOf(path: string): unknown {
    return this.#agreed.fields[path]?.value ?? null;
  }

  get #agreed(): Agreed {
    return this.#host.drafts.draft.sync ?? nothingAgreed;
  }

  async #meet(): Promise<void> {
    if (!navigator.onLine) {
      this.offline = true;
      return this.#host.requestUpdate();
    }
    const own = this.#own();
    // Whoever comes anew hears first, so as not to tell what others know better.
    const isNew = this.content === null && this.#agreed.revision === 0;
    const changes = isNew ? [] : toTell(this.#agreed, own, this.#open().slice(0, mostAtOnce), deviceRandomness.now());
    try {
      const content = changes.length > 0 ? await this.#tell(changes) : await this.#ask();
      this.offline = false;
      if (content) this.#hear(content, new Map(changes.map(({ path, value }) => [path, canonical(value)])));
    } catch (error) {
      this.#failed(error, changes);
    }
  }

  #ask(): Promise<DraftContent | undefined> {
    const { api, drafts } = this.#host;
    const { id, token } = drafts.draft;
    return api.call(`/api/drafts/${id}/content?since=${this.#agreed.revision}${this.content ? `&seen=${this.content.version}` : ''}`, { token });
  }

  #tell(changes: Change[]): Promise<DraftContent> {
    const { api, drafts } = this.#host;
    const { id, token } = drafts.draft;
    return api.call(`/api/drafts/${id}/content`, { method: 'PATCH', token, headers: { 'Content-Type': 'application/json' }, body: { since: this.#agreed.revision, changes } });
  }

  #hear(content: DraftContent, told: ReadonlyMap<string, string>): void {
    const { drafts } = this.#host;
    const first = this.content === null;
    // The server has forgotten: everything is told again.
    if (content.revision < this.#agreed.revision) {
      drafts.change({ sync: { ...nothingAgreed, touchedAt: this.#agreed.touchedAt } });
      this.content = null;
      return;
    }
    this.content = content;
    const { agreed, changes, lost } = hear(this.#agreed, this.#prepared(), this.#own(), content, told, this.#tells);
    const draft = withFields(drafts.draft, changes);
    if (changes.size > 0 || canonical(agreed) !== canonical(drafts.draft.sync ?? nothingAgreed)) drafts.change({ ...draft, sync: agreed });
    this.#host.photos?.follow(content.photos, (id) => this.factsOf(id));
    this.#seen = this.#snapshot();
    if (this.scope !== 'phone') bringPreviews(this.#host, content.photos);
    if (changes.has('language') && draft.language) void speak(draft.language);
    const visible = [...changes.keys()].filter((path) => !/^(furthest|language|photos\.|handoff\.)/.test(path));
    if (changes.size > 0) this.#activeAt = Date.now();
    if (!first && visible.length > 0) for (const listener of this.listeners) listener.changed?.(visible, lost);
    for (const listener of this.listeners) listener.heard?.(content);
    this.#host.recheck();
    this.#host.requestUpdate();
  }

  #failed(error: unknown, changes: readonly Change[]): void {
    if (!(error instanceof ProblemError) || isPassing(error.problem)) {
      this.offline = !(error instanceof ProblemError);
      return this.#host.requestUpdate();
    }
    const { code, issues } = error.problem;
    // What the server cannot take stays on this device; the rest goes on.
    const named = (issues ?? []).flatMap(({ path }) => changes[Number(/^changes\.(\d+)/.exec(path)?.[1] ?? NaN)] ?? []);
    if (code === 'validationFailed' && named.length > 0) return named.forEach(({ path, value }) => void this.#refused.set(path, canonical(value)));
    this.stop();
    for (const listener of this.listeners) listener.ended?.(code);
  }

  #own(): Fields {
    const { drafts, photos } = this.#host;
    const fields = fieldsOf(drafts.draft, photos?.photos ?? [], this.scope);
    // Told of and taken back: nobody waits for it.
    for (const { id } of photos?.removed ?? []) fields.set(`photos.${id}`, null);
    for (const listener of this.listeners) for (const [path, value] of listener.extra?.() ?? []) fields.set(path, value);
    return fields;
  }

  /** What every device knows without being told: the workshop's preparation, and photos as the server lists them. */
  #prepared(): Fields {
    const { draft } = this.#host.drafts;
    const fields: Fields = new Map();
    if (draft.link && this.scope === 'whole') {
      const prefill = prefillOf(draft.link);
      for (const section of sections) for (const [field, value] of Object.entries(prefill[section])) if (value !== undefined) fields.set(`${section}.${field}`, value);
      if (prefill.category !== null) fields.set('category', prefill.category);
      // A phone that helps knows no preparation: it has to be told.
      if (draft.handoff) for (const path of [...fields.keys()].filter(phoneReads)) fields.delete(path);
    }
    for (const photo of this.#host.photos?.photos ?? []) if (photo.elsewhere) fields.set(`photos.${photo.id}`, photo.elsewhere);
    return fields;
  }

  #open(): string[] {
    const own = this.#own();
    return changedHere(this.#agreed, this.#prepared(), own, this.#tells).filter((path) => this.#refused.get(path) !== canonical(own.get(path)));
  }

  readonly #tells = (path: string) => travels(path, this.scope) || (this.scope !== 'phone' && path.startsWith('handoff.'));

  #snapshot(): Map<string, string> {
    return new Map([...this.#own()].map(([path, value]) => [path, canonical(value)]));
  }

  #isIdle(): boolean {
    const { draft, place } = this.#host.drafts;
    return this.#stopped || place === 'elsewhere' || draft.receipt !== null;
  }

  #pause(): number {
    if (!this.isTold && !this.offline) return pauseMs.beforeTelling;
    const isHelped = this.scope === 'phone' || ['waiting', 'connected', 'away'].includes(this.content?.handoff?.state ?? '');
    return isHelped || Date.now() - this.#activeAt < pauseMs.livelyFor ? pauseMs.lively : pauseMs.quiet;
  }

  #later(inMs: number): void {
    clearTimeout(this.#timer);
    if (document.visibilityState !== 'hidden' || !this.isTold) this.#timer = setTimeout(() => void this.meet(), inMs);
  }

  readonly #now = () => void this.meet();

  readonly #onVisibility = () => {
    if (document.visibilityState === 'hidden') this.#flush();
    else {
      this.#activeAt = Date.now();
      this.#now();
    }
  };

  /** The page may be gone a moment later: what was typed last goes out without waiting for an answer. */
  readonly #flush = () => {
    if (this.#isIdle()) return;
    const changes = toTell(this.#agreed, this.#own(), this.#open().slice(0, mostAtOnce), deviceRandomness.now());
    if (changes.length === 0) return;
    const { api, drafts } = this.#host;
    const { id, token } = drafts.draft;
    void fetch(`${api.origin}/api/drafts/${id}/content`, {
      method: 'PATCH',
      keepalive: true,
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ since: this.#agreed.revision, changes }),
    }).catch(() => {});
  };
}

const syncs = new WeakMap<StepHost, DraftSync>();

/** The one of this element, if there is one. */
export function syncOf(host: StepHost): DraftSync | undefined {
  return syncs.get(host);
}

/** Has a draft be the same on several devices from now on. A wider scope replaces a narrower one. */
export function openSync(host: StepHost & ReactiveControllerHost, scope: Scope): DraftSync {
  const known = syncs.get(host);
  if (known) {
    if (scope === 'whole') known.scope = scope;
    return known;
  }
  const sync = new DraftSync(host, scope);
  syncs.set(host, sync);
  tellPhotosUnderway(host, () => sync.photosUnderway);
  return sync;
}
