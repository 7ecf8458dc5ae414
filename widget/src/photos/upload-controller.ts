import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PhotoFinding } from '@meldewerk/contract/photo';
import type { ProblemCode } from '@meldewerk/contract/problem';
import { ProblemError } from '../api.ts';
import { createDraft, deletePhoto, readDraft } from '../draft-api.ts';
import { deviceRandomness, type PhotoSource, type StoredPhoto } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { withoutLost } from './lost-photos.ts';
import type { Draft as ServerDraft } from '@meldewerk/contract/draft';
import type { PhotoFacts } from '../sync/draft-fields.ts';
import { followPhotos } from './follow-photos.ts';
import { makePreview } from './make-preview.ts';
import { RoomOnDevice } from './room-on-device.ts';
import { placeOf } from './photo-place.ts';
import { withServerPhotos } from './server-photos.ts';
import { unreadable } from './unreadable.ts';

const pauseMs = { first: 1_000, longest: 60_000, look: 4_000 };

/**
 * The photos of the draft: kept on the device, brought up one after the other while the customer goes on,
 * taken up again after an interruption, and watched until the server could open them.
 */
export class UploadController implements ReactiveController {
  #photos: StoredPhoto[] = [];
  readonly #percents = new Map<string, number>();
  readonly #opened = new Set<string>();
  readonly #host: StepHost & ReactiveControllerHost;
  #running = false;
  #interrupt: AbortController | null = null;
  #uploadingId: string | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #created = '';
  /** Which ones the server has listed, and which were taken away here. */
  #listed: ReadonlySet<string> = new Set();
  readonly #takenBack = new Set<string>();
  readonly #deleting = new Set<Promise<void>>();
  /** Photos whose file is in the memory of this page alone. */
  readonly #unkept = new Set<string>();
  readonly #kept = new Set<string>();
  readonly #room = new RoomOnDevice();
  #lifetime: unknown = null;

  constructor(host: StepHost & ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What the customer has chosen and not taken away, in the order of choosing. */
  get photos(): StoredPhoto[] {
    return this.#photos.filter((photo) => !photo.removed && !photo.undecided);
  }

  get removed(): StoredPhoto[] {
    return this.#photos.filter((photo) => photo.removed);
  }

  /** Photos that are still on their way. */
  get pending(): StoredPhoto[] {
    return this.photos.filter((photo) => photo.state === 'waiting' || photo.state === 'uploading');
  }

  /** Photos that the device had no room for, and that the server does not have yet: they are gone with this page. */
  get unkept(): StoredPhoto[] {
    return this.photos.filter((photo) => photo.file && this.#unkept.has(photo.id));
  }

  /** Whether all of it is on this device, so that it outlives this page. */
  isKept(id: string): boolean {
    return this.#kept.has(id);
  }

  /** Whether the last attempt to bring one up did not get through. */
  get isStuck(): boolean {
    return this.#failures > 0 && this.pending.length > 0;
  }

  percentOf(id: string): number {
    return this.#percents.get(id) ?? 0;
  }

  async open(): Promise<void> {
    // Here before the net may be gone.
    void import('./upload-photo.ts').catch(() => {});
    const stored = await withoutLost(this.#host, await this.#host.drafts.readPhotos());
    const seen = await this.#host.link?.serverDraft;
    for (const { id, file } of stored) if (file) this.#kept.add(id);
    void this.#room.measure();
    this.#photos = (seen ? withServerPhotos(stored, seen) : stored)
      .map((photo): StoredPhoto => ({ ...photo, undecided: false, state: photo.state === 'uploading' ? 'waiting' : photo.state }))
      .sort((one, other) => one.addedAt - other.addedAt);
    this.#host.requestUpdate();
    void this.#run();
  }

  hostConnected(): void {
    window.addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    void this.#run();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
    clearTimeout(this.#looking);
    this.#looking = undefined;
    this.#interrupt?.abort();
  }

  hostUpdated(): void {
    const { draft, place } = this.#host.drafts;
    // Another tab has the draft, and its photos with it.
    if (place === 'elsewhere') return this.#interrupt?.abort();
    this.#keepAgain();
    const { step, receipt } = draft;
    if (step !== 'photos') this.#dropRemoved();
    const watching = !receipt && (step === 'photos' || step === 'review');
    const unopened = this.photos.some((photo) => photo.state === 'safe' && !this.#opened.has(photo.id));
    if (watching && unopened) this.#looking ??= setTimeout(() => void this.#look(), pauseMs.look);
  }

  /** Takes a photo, and answers its id when its preview is there. */
  async add(file: File, shotId: string, source: PhotoSource, spotId: string | null = null): Promise<string> {
    const id = this.hold(file, shotId, source, spotId);
    await this.decide(id, []);
    return id;
  }

  /** The device found something wrong with a photo that is used already. */
  doubt(id: string, findings: PhotoFinding[]): void {
    this.#change(id, { findings, inDoubt: true });
  }

  /** The customer uses a photo in spite of what was found. */
  settle(id: string): void {
    this.#change(id, { inDoubt: false });
  }

  /**
   * Keeps a photo that the customer has yet to look at: safe on this device, neither listed nor sent. Answers its id.
   * Who never comes to decide has used it.
   */
  hold(file: File, shotId: string, source: PhotoSource, spotId: string | null): string {
    const id = deviceRandomness.newId();
    const photo: StoredPhoto = {
      id,
      shotId,
      spotId,
      findings: [],
      source,
      fileName: file.name.slice(0, 200),
      addedAt: deviceRandomness.now() + this.#photos.length / 1000,
      state: 'waiting',
      file,
      preview: null,
      uploadUrl: null,
      refusal: null,
      removed: false,
      undecided: true,
      ...(this.#host.drafts.draft.handoff?.role === 'phone' ? { handoffId: this.#host.drafts.draft.handoff.id } : {}),
    };
    this.#photos = [...this.#photos, photo];
    // On the device before anything is made of it: the tab may be gone a moment later.
    this.#change(id, {});
    this.#room.askForLasting(this.#host.ownPage);
    return id;
  }

  /** Uses a photo that was held, with what the device found wrong with it. Settles when its preview is there. */
  async decide(id: string, findings: PhotoFinding[]): Promise<void> {
    this.#change(id, { undecided: false, findings });
    const file = this.#photos.find((photo) => photo.id === id)?.file;
    if (file) void placeOf(file).then((place) => place && this.#change(id, { place }));
    if (file) this.#change(id, { preview: await makePreview(file) });
    void this.#run();
  }

  /** Takes back a photo that was held, for good. */
  discard(id: string): void {
    this.#photos = this.#photos.filter((photo) => photo.id !== id);
    void this.#host.drafts.keep(this.#host.drafts.store.deletePhoto(id));
    this.#host.requestUpdate();
  }

  /** Follows what other devices brought up, took back or said of their photos. */
  follow(listed: ServerDraft['photos'], factsOf: (id: string) => PhotoFacts | undefined): void {
    const { photos, changed, goneIds } = followPhotos(this.#photos, listed, factsOf, this.#listed, this.#takenBack);
    this.#listed = new Set(listed.map(({ id }) => id));
    this.#photos = photos;
    const { drafts } = this.#host;
    for (const id of goneIds) void drafts.keep(drafts.store.deletePhoto(id));
    for (const photo of changed) this.#change(photo.id, {});
    if (goneIds.length > 0) this.#host.requestUpdate();
  }

  showPreview(id: string, preview: Blob): void {
    this.#change(id, { preview });
  }

  assign(id: string, shotId: string, spotId: string | null): void {
    this.#change(id, { shotId, spotId });
  }

  remove(id: string): void {
    this.#change(id, { removed: true });
    if (this.#uploadingId === id) this.#interrupt?.abort();
  }

  restore(id: string): void {
    this.#change(id, { removed: false });
    void this.#run();
  }

  retry(id: string): void {
    this.#change(id, { state: 'waiting', refusal: null, uploadUrl: null });
    this.#wake();
  }

  /** The draft is gone from the device: nothing goes up any more. */
  clear(): void {
    this.#photos = [];
    clearTimeout(this.#looking);
    this.#looking = undefined;
    this.#interrupt?.abort();
    clearTimeout(this.#timer);
  }

  /** The server forgot the draft: what still lies here goes up again, the rest has to be taken again. */
  startOver(): void {
    this.#created = '';
    for (const photo of this.#photos) {
      if (photo.file) this.#change(photo.id, { state: 'waiting', uploadUrl: null });
      else this.#change(photo.id, { state: 'refused', refusal: msg('Dieses Foto ist zu lange her und nicht mehr da. Bitte nehmen Sie es noch einmal auf.', { id: 'photo.gone' }) });
    }
    void this.#run();
  }

  readonly #wake = () => {
    if (document.visibilityState === 'hidden') return;
    this.#failures = 0;
    void withoutLost(this.#host, this.#photos).then((photos) => {
      for (const { id, state, refusal } of photos) if (state !== this.#photos.find((photo) => photo.id === id)?.state) this.#change(id, { state, refusal });
    });
    void this.#run();
  };

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) return;
    this.#running = true;
    let going = true;
    for (let photo = this.#nextWaiting(); going && photo; photo = this.#nextWaiting()) {
      going = (await this.#createDraft()) && (await this.#upload(photo, photo.file));
    }
    this.#running = false;
    if (going) return;
    this.#failures += 1;
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.#run(), Math.min(pauseMs.first * 2 ** this.#failures, pauseMs.longest));
  }

  #nextWaiting() {
    if (this.#host.drafts.place !== 'here' || this.#host.link?.trouble) return undefined;
    return this.photos.find((photo): photo is StoredPhoto & { file: Blob } => photo.state === 'waiting' && photo.file !== null);
  }

  async #createDraft(): Promise<boolean> {
    const { draft } = this.#host.drafts;
    if (this.#created === draft.id || draft.link) return true;
    try {
      await createDraft(this.#host.api, draft, this.#host.language);
      this.#created = draft.id;
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError) || !forgotten.includes(error.problem.code)) return false;
      this.#host.drafts.renewIdentity();
      this.startOver();
      return this.#createDraft();
    }
  }

  /** Whether the next photo can be begun. */
  async #upload(photo: StoredPhoto, file: Blob): Promise<boolean> {
    this.#interrupt = new AbortController();
    this.#uploadingId = photo.id;
    this.#draw(photo.id, { state: 'uploading' });
    const loaded = await import('./upload-photo.ts').catch(() => null);
    if (!loaded) {
      this.#uploadingId = null;
      this.#change(photo.id, { state: 'waiting' });
      return false;
    }
    const outcome = await loaded.uploadPhoto(photo, file, {
      origin: this.#host.api.origin,
      draft: this.#host.drafts.draft,
      language: this.#host.language,
      signal: this.#interrupt.signal,
      onProgress: (percent) => {
        this.#percents.set(photo.id, percent);
        this.#host.requestUpdate();
      },
      onAddress: (uploadUrl) => this.#change(photo.id, { uploadUrl }),
    });
    this.#uploadingId = null;
    if (outcome.kind === 'safe') {
      this.#failures = 0;
      this.#change(photo.id, { state: 'safe', file: null });
      // It has left the device: there may be room for the next one now.
      await this.#room.measure();
      for (const { id } of this.unkept) this.#change(id, {});
    } else if (outcome.kind === 'refused' && this.#host.link && forgotten.includes(outcome.problem.code)) {
      this.#change(photo.id, { state: 'waiting' });
      await this.#host.link.look();
      return false;
    } else if (outcome.kind === 'refused' && forgotten.includes(outcome.problem.code)) {
      this.#host.drafts.renewIdentity();
      this.startOver();
    } else if (outcome.kind === 'refused') {
      this.#refuse(photo.id, outcome.problem.detail);
    } else {
      this.#draw(photo.id, { state: 'waiting' });
    }
    return outcome.kind !== 'interrupted' || this.#interrupt.signal.aborted;
  }

  /** Asks what became of the photos: some turn out unreadable only when the server opens them. */
  async #look(): Promise<void> {
    const { api, drafts, language } = this.#host;
    const seen = await readDraft(api, drafts.draft, language).catch(() => null);
    this.#looking = undefined;
    for (const { id, state, problem } of seen?.photos ?? []) {
      if (state === 'ready') this.#opened.add(id);
      const known = this.#photos.find((photo) => photo.id === id);
      if (state === 'refused' && known?.state === 'safe') this.#refuse(id, refusalOf(problem));
    }
    this.#host.requestUpdate();
  }

  #refuse(id: string, refusal: string): void {
    this.#change(id, { state: 'refused', refusal });
    this.#host.announce(refusal);
  }

  /** Settles when the server knows what was taken away. */
  async forgetRemoved(): Promise<void> {
    this.#dropRemoved();
    await Promise.all(this.#deleting);
  }

  #dropRemoved(): void {
    const { api, drafts } = this.#host;
    for (const { id, uploadUrl, state } of this.removed) {
      this.#takenBack.add(id);
      this.#photos = this.#photos.filter((photo) => photo.id !== id);
      void drafts.keep(drafts.store.deletePhoto(id));
      if (!uploadUrl && state !== 'safe') continue;
      const deleting = deletePhoto(api, drafts.draft, id).catch(() => {}).finally(() => void this.#deleting.delete(deleting));
      this.#deleting.add(deleting);
    }
  }

  #change(id: string, part: Partial<StoredPhoto>): void {
    this.#draw(id, part);
    const changed = this.#photos.find((photo) => photo.id === id);
    if (changed) void this.#keep(changed);
  }

  #draw(id: string, part: Partial<StoredPhoto>): void {
    if (!this.#photos.some((photo) => photo.id === id)) return;
    this.#photos = this.#photos.map((photo) => (photo.id === id ? { ...photo, ...part } : photo));
    this.#host.recheck();
    this.#host.requestUpdate();
  }

  /** All of it on the device; where there is no room for the file, at least that there is this photo. */
  async #keep(photo: StoredPhoto): Promise<void> {
    const { store } = this.#host.drafts;
    const kept = this.#room.fits(photo.file) && (await store.writePhoto(photo).then(() => true, () => false));
    if (kept) {
      this.#unkept.delete(photo.id);
      this.#kept.add(photo.id);
      if (photo.file) void this.#room.measure();
    } else {
      const now = this.#photos.find(({ id }) => id === photo.id);
      // Before it is said: whoever leaves at that word finds at least that there was this photo.
      if (now?.file) await store.writePhoto({ ...now, file: null }).catch(() => {});
      this.#unkept.add(photo.id);
    }
    this.#host.requestUpdate();
  }

  /** The device's storage was emptied underneath: what this page has lies there again. */
  #keepAgain(): void {
    const lifetime = this.#host.drafts.store.lifetime();
    if (!lifetime || lifetime === this.#lifetime) return;
    const first = this.#lifetime === null;
    this.#lifetime = lifetime;
    if (!first) for (const photo of this.#photos) void this.#keep(photo);
  }
}

const forgotten: ProblemCode[] = ['draftExpired', 'notFound', 'linkExpired', 'linkWithdrawn'];

function refusalOf(problem: ProblemCode | null): string {
  switch (problem) {
    case 'photoTooManyPixels':
      return msg('Dieses Foto hat mehr als 100 Megapixel. Bitte nehmen Sie es mit kleinerer Auflösung auf.', { id: 'photo.tooManyPixels' });
    case 'photoTypeUnsupported':
      return msg('Dieses Format können wir nicht annehmen. Bitte wählen Sie ein Bild im Format JPEG, PNG, WebP, HEIC oder AVIF.', { id: 'photo.typeUnsupported' });
    default:
      return unreadable();
  }
}
