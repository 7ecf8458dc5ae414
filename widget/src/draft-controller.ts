import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '@meldewerk/contract/language';
import { DraftClaim } from './draft-claim.ts';
import { deviceRandomness, isBegun, isForgotten, newDraft, sections, type Draft, type Section, type StoredPhoto, type Typed } from './draft.ts';
import { openDraftStore, readOnly, type DraftStore } from './draft-store.ts';

/**
 * Keeps the draft: every change is on the device at once and drawn at once.
 * Fields are addressed by their path on the wire, `vehicle.licensePlate` or `answers.incidentDate`.
 * Of several tabs one works on it; the others write and send nothing.
 */
export class DraftController implements ReactiveController {
  draft: Draft = newDraft(deviceRandomness, null);
  /** False while the browser denies storage; the customer is told then. */
  lasting = true;
  /** Where the draft is being worked on; `nowhere` until somebody begins. */
  place: 'nowhere' | 'here' | 'elsewhere' = 'nowhere';
  /** Under which name it lies on this device: the workshop's origin, for an individual link with the draft's id behind it. */
  name = '';
  readonly #host: ReactiveControllerHost;
  readonly #onAdopted: () => void;
  #device!: DraftStore;
  #claim: DraftClaim | null = null;
  #present = false;
  #beginning: Promise<void> | null = null;
  #opening: Promise<void> | null = null;
  /** What becomes of a draft as it lies on the device when it is taken up. */
  #bring: (kept: Draft) => Draft = (kept) => kept;

  /** @param onAdopted the draft of another tab is now worked on here */
  constructor(host: ReactiveControllerHost, onAdopted: () => void) {
    this.#host = host;
    this.#onAdopted = onAdopted;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#depart);
    window.addEventListener('pageshow', this.#return);
    this.#return();
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#depart);
    window.removeEventListener('pageshow', this.#return);
    this.#depart();
  }

  /** What lies on the device. It can be changed from the tab alone that works on the draft. */
  get store(): DraftStore {
    return this.place === 'here' ? this.#device : readOnly(this.#device);
  }

  /**
   * Brings back what lies on the device under `name`: the workshop's origin, with the id of the draft behind it for an
   * individual link.
   * @param bring fills a draft with what the workshop prepared
   * @param after what comes before
   */
  open(name: string, ownPage: boolean, bring = this.#bring, after: Promise<void> | null = null): Promise<void> {
    this.#bring = bring;
    this.name = name;
    return (this.#opening = this.#open(name, ownPage, bring, after));
  }

  async #open(name: string, ownPage: boolean, bring: (kept: Draft) => Draft, after: Promise<void> | null): Promise<void> {
    if (after) await after;
    this.#device = await openDraftStore(name);
    this.lasting = this.#device.lasting;
    // What is kept in memory belongs to this tab alone.
    if (this.lasting) this.#claim = new DraftClaim(`meldewerk ${name}`, () => this.#enter('elsewhere'), () => void this.#win());
    else this.place = 'here';
    const isOld = (draft: Draft) => isForgotten(draft, ownPage, deviceRandomness.now());
    const found = await this.#readKept();
    if (isBegun(bring(found ?? this.draft)) || (found && isOld(found))) await this.#take(false);
    // The tab that had it until now may have written meanwhile.
    const kept = found && ((await this.#readKept()) ?? found);
    if (kept && isOld(kept)) await this.#forget();
    else this.draft = bring(kept ?? this.draft);
    this.#host.requestUpdate();
  }

  /** Fills the draft with what the workshop changed meanwhile. */
  follow(bring: (kept: Draft) => Draft): void {
    this.#bring = bring;
    this.change(bring(this.draft));
  }

  /** Takes the draft from the tab that has it, as it lies on the device. */
  takeOver(): Promise<void> {
    return this.#goOn(true);
  }

  get(path: string): Typed | undefined {
    const [section, field] = splitPath(path);
    return this.draft[section][field];
  }

  set(path: string, value: Typed | undefined): void {
    const [section, field] = splitPath(path);
    this.change({ [section]: { ...this.draft[section], [field]: value } });
  }

  change(part: Partial<Draft>): void {
    if (this.place === 'elsewhere') return;
    this.draft = { ...this.draft, ...part, changedAt: deviceRandomness.now() };
    this.#host.requestUpdate();
    if (this.place === 'here') void this.keep(this.store.writeDraft(this.draft));
    else void this.#begin();
  }

  /** Settles when the draft is this tab's and on the device, or another tab's. */
  async settle(): Promise<void> {
    await this.#beginning;
  }

  /** A new key: the server judged the last sending, so the next one is another. */
  renewIdempotencyKey(): void {
    this.change({ idempotencyKey: deviceRandomness.newId(), sending: false });
  }

  /** The server no longer knows the draft: the same report under a new id. */
  renewIdentity(): void {
    const { newId, newToken } = deviceRandomness;
    this.change({ id: newId(), token: newToken(), idempotencyKey: newId(), sync: null, handoff: null });
  }

  /** The report is received: everything typed leaves the device, the receipt stays. */
  async finish(received: Draft): Promise<void> {
    this.change(received);
    await this.keep(this.store.deletePhotos());
    this.#leave();
  }

  startNew(language: Language | null): void {
    this.change(newDraft(deviceRandomness, language));
  }

  /** Photos that lie beside the draft. Those of a draft that was dropped meanwhile are gone. */
  async readPhotos(): Promise<StoredPhoto[]> {
    return this.store.readPhotos().catch(() => []);
  }

  /** Waits for a write; as long as the device refuses (full, private mode), work goes on in memory and the customer is told. */
  async keep(write: Promise<void>): Promise<void> {
    const lasting = await write.then(
      () => this.#device.lasting,
      () => false,
    );
    if (lasting === this.lasting) return;
    this.lasting = lasting;
    this.#host.requestUpdate();
  }

  async #forget(): Promise<void> {
    await this.keep(this.store.deletePhotos());
    await this.keep(this.store.writeDraft(this.draft));
    this.#leave();
  }

  /** The first change makes it this tab's, unless another one was faster: then its draft goes on. */
  #begin(): Promise<void> {
    return (this.#beginning ??= this.#takeUp().finally(() => (this.#beginning = null)));
  }

  async #takeUp(): Promise<void> {
    // Where the first step is drawn before the device has answered.
    await this.#opening;
    if (!(await this.#take(false))) return;
    const kept = await this.#readKept();
    if (kept && isAhead(kept, this.draft)) return this.#adopt(kept);
    await this.keep(this.store.writeDraft(this.draft));
    if (!isBegun(this.draft)) this.#leave();
  }

  async #goOn(insist: boolean): Promise<void> {
    if (await this.#take(insist)) this.#adopt((await this.#readKept()) ?? this.draft);
  }

  #adopt(kept: Draft): void {
    this.draft = this.#bring(kept);
    if (!isBegun(kept)) this.#leave();
    this.#onAdopted();
  }

  async #take(insist: boolean): Promise<boolean> {
    const taken = (await this.#claim?.take(insist)) ?? true;
    if (!this.#present) {
      this.#leave();
      return false;
    }
    this.#enter(taken ? 'here' : 'elsewhere');
    return taken;
  }

  /** The tab that had it is closed, or the service worker has stopped sending: it goes on here by itself. */
  async #win(): Promise<void> {
    if (!this.#present) return this.#leave();
    this.#enter('here');
    this.#adopt((await this.#readKept()) ?? this.draft);
  }

  #leave(): void {
    this.#claim?.release();
    if (this.#claim && this.place === 'here') this.place = 'nowhere';
  }

  /** Out of the page, or the page into the browser's history. */
  readonly #depart = () => {
    this.#present = false;
    this.#leave();
  };

  readonly #return = () => {
    this.#present = true;
    if (this.#claim && this.place === 'nowhere' && isBegun(this.draft)) void this.#goOn(false);
  };

  /** What an older version of the widget left on the device gets what it did not know yet. */
  async #readKept(): Promise<Draft | undefined> {
    const kept = await this.#device.readDraft().catch(() => undefined);
    return kept && { ...newDraft(deviceRandomness, null), ...kept };
  }

  #enter(place: 'here' | 'elsewhere'): void {
    this.place = place;
    this.#host.requestUpdate();
  }
}

/** Of two tabs' drafts: the same one further on, or another one that is not finished. */
function isAhead(kept: Draft, own: Draft): boolean {
  return kept.id === own.id ? kept.changedAt > own.changedAt : isBegun(kept) || kept.changedAt > own.changedAt;
}

function splitPath(path: string): [Section, string] {
  const dot = path.indexOf('.');
  const section = sections.find((name) => name === path.slice(0, dot));
  if (!section) throw new Error(`no such field: ${path}`);
  return [section, path.slice(dot + 1)];
}
