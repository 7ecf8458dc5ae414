import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '@meldewerk/contract/language';
import type { Receipt } from '@meldewerk/contract/report';
import { deviceRandomness, isForgotten, newDraft, receivedDraft, sections, type Draft, type Section, type StoredPhoto, type Typed } from './draft.ts';
import { openDraftStore, type DraftStore } from './draft-store.ts';

/**
 * Keeps the draft: every change is on the device at once and drawn at once.
 * Fields are addressed by their path on the wire, `vehicle.licensePlate` or `answers.incidentDate`.
 */
export class DraftController implements ReactiveController {
  draft: Draft = newDraft(deviceRandomness, null);
  /** False once the browser has denied storage; the customer is told then. */
  lasting = true;
  store!: DraftStore;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Brings back what lies on the device for the workshop at `origin`. */
  async open(origin: string, ownPage: boolean): Promise<void> {
    this.store = await openDraftStore(origin);
    this.lasting = this.store.lasting;
    const kept = await this.store.readDraft().catch(() => undefined);
    if (kept && isForgotten(kept, ownPage, deviceRandomness.now())) await this.#forget();
    else if (kept) this.draft = kept;
    this.#host.requestUpdate();
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
    this.draft = { ...this.draft, ...part, changedAt: deviceRandomness.now() };
    this.#host.requestUpdate();
    void this.keep(this.store.writeDraft(this.draft));
  }

  /** A new key: the server judged the last sending, so the next one is another. */
  renewIdempotencyKey(): void {
    this.change({ idempotencyKey: deviceRandomness.newId(), sending: false });
  }

  /** The server no longer knows the draft: the same report under a new id. */
  renewIdentity(): void {
    const { newId, newToken } = deviceRandomness;
    this.change({ id: newId(), token: newToken(), idempotencyKey: newId() });
  }

  /** The report is received: everything typed leaves the device, the receipt stays. */
  async finish(receipt: Receipt): Promise<void> {
    this.change(receivedDraft(this.draft, receipt, deviceRandomness));
    await this.keep(this.store.deletePhotos());
  }

  startNew(language: Language | null): void {
    this.change(newDraft(deviceRandomness, language));
  }

  /** Photos that lie beside the draft. Those of a draft that was dropped meanwhile are gone. */
  async readPhotos(): Promise<StoredPhoto[]> {
    return this.store.readPhotos().catch(() => []);
  }

  /** Waits for a write; if the device refuses (full, private mode), work goes on in memory and the customer is told. */
  async keep(write: Promise<void>): Promise<void> {
    try {
      await write;
    } catch {
      this.lasting = false;
      this.#host.requestUpdate();
    }
  }

  async #forget(): Promise<void> {
    await this.keep(this.store.deletePhotos());
    await this.keep(this.store.writeDraft(this.draft));
  }
}

function splitPath(path: string): [Section, string] {
  const dot = path.indexOf('.');
  const section = sections.find((name) => name === path.slice(0, dot));
  if (!section) throw new Error(`no such field: ${path}`);
  return [section, path.slice(dot + 1)];
}
