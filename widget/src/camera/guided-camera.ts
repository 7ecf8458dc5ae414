import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { photoLimits, type PhotoFinding } from '@meldewerk/contract/photo';
import type { VehicleType } from '@meldewerk/contract/damage-parts';
import type { PhotoSource } from '../draft.ts';
import { inspectPhoto } from '../photos/inspect-photo.ts';
import { uploadsOf } from '../photos/draft-shots.ts';
import { isPassedOver, isTaken, keyOf, passOver, photosOf, shotsToTake, titleOf, type ShotToTake } from '../photos/shots-to-take.ts';
import type { StepHost } from '../step.ts';
import { cameraStyles } from './camera-styles.ts';
import { catchBack } from './catch-back.ts';
import { footStyles } from './foot-styles.ts';
import { Level } from './level.ts';
import { isAllowed, LiveCamera, troubleOf, type CameraTrouble } from './live-camera.ts';
import type { Box } from './outlines/project-vehicle.ts';
import { renderCamera } from './render-camera.ts';
import { boxOf, screenRatio } from './picture-box.ts';
import { pictureFile } from './picture-file.ts';
import { nextOpen } from './walk.ts';

/** `files`: there is no live picture, the same walk goes by files. `kept`: a shot that has all the photos it takes. */
export type Mode = 'opening' | 'live' | 'files' | 'review' | 'kept' | 'done';
/** A picture that is being looked at. `findings` is null while the device still checks it; `broken`: nobody will be able to open it. */
export type Taken = { id: string; file: File; findings: PhotoFinding[] | null; broken?: boolean };

/** Nobody is asked again and again: what kept the camera closed, until the page is left. */
let remembered: CameraTrouble | null = null;

/**
 * The live camera over the whole screen, with the outline of what belongs into the picture: takes one shot after the other,
 * each is looked at and used or taken again. Where there is no camera, the same walk goes by files.
 *
 * - Properties: `report` (whose photos they are), `key` (the shot to begin with).
 * - Fires `camera-closed`.
 */
export class GuidedCamera extends LitElement {
  static override styles = [footStyles, cameraStyles];
  static override properties = {
    report: { attribute: false }, key: { attribute: false }, mode: { state: true }, trouble: { state: true }, taken: { state: true },
    box: { state: true }, torch: { state: true }, zoom: { state: true }, spoken: { state: true }, notice: { state: true }, busy: { state: true },
  };
  declare report: StepHost;
  declare key: string | null;
  declare mode: Mode;
  declare trouble: CameraTrouble | null;
  declare taken: Taken | null;
  /** The proportions of the picture. */
  declare box: Box;
  declare torch: boolean;
  declare zoom: number;
  declare spoken: string;
  /** Why the last picture or file was not taken. */
  declare notice: string | null;
  /** The picture is being taken: some devices need seconds for a large one. */
  declare busy: boolean;
  readonly level = new Level(this);
  camera: LiveCamera | null = null;
  /** Why there is no live picture is said once. */
  tellsTrouble = true;
  #opening = false;
  #over = false;
  #passed = new Set<string>();
  #replaces: string | null = null;
  #giveBack = () => {};

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { key: null, mode: 'opening', trouble: null, taken: null, box: boxOf(screenRatio()), torch: false, zoom: 1, spoken: '', notice: null, busy: false });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.closed();
  }

  get shots(): ShotToTake[] {
    return shotsToTake(this.report);
  }

  get current(): ShotToTake | undefined {
    return this.shots.find((shot) => keyOf(shot) === this.key);
  }

  get vehicleType(): VehicleType {
    return (this.report.drafts.draft.vehicle['type'] as VehicleType | undefined) ?? 'car';
  }

  isSkipped(shot: ShotToTake): boolean {
    return this.#passed.has(keyOf(shot)) || isPassedOver(this.report, shot);
  }

  isOpen = (shot: ShotToTake): boolean => !isTaken(this.report, shot) && !this.isSkipped(shot);

  /** Leads to one shot; one that takes no more photos shows what it has. A photo that was not accepted is taken anew. */
  select(shot: ShotToTake): void {
    this.key = keyOf(shot);
    this.#replaces = photosOf(this.report, shot).findLast(({ state }) => state === 'refused')?.id ?? null;
    this.notice = null;
    if (!this.#replaces && photosOf(this.report, shot).length >= shot.shot.maxPhotos) this.mode = 'kept';
    else this.#aim();
  }

  async take(): Promise<void> {
    const { camera } = this;
    const video = this.renderRoot.querySelector('video');
    if (!camera || !video || this.mode !== 'live' || this.busy) return;
    this.busy = true;
    const roll = this.level.roll ?? undefined;
    this.renderRoot.querySelector('.flash')?.animate({ opacity: [0.9, 0] }, { duration: calm() ? 0 : 260 });
    // What is seen stands still until the picture itself is there.
    video.pause();
    try {
      this.look(await pictureFile(await camera.take(video), new Date()), 'camera', roll);
    } catch {
      this.notice = msg('Das hat nicht geklappt. Bitte lösen Sie noch einmal aus.', { id: 'camera.failed' });
    }
    this.busy = false;
    if (this.mode === 'live') this.#aim();
  }

  /** A file instead of the live picture, from the device's own camera or from its photos. */
  async pick(input: HTMLInputElement, source: PhotoSource): Promise<void> {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    this.notice = await inspectPhoto(file);
    if (this.notice) this.spoken = this.notice;
    else this.look(file, source);
  }

  /** Keeps a picture on the device at once and lets the customer look at it; the one hint of the check comes when it is there. */
  look(file: File, source: PhotoSource, roll?: number): void {
    const { current, report } = this;
    const uploads = uploadsOf(report);
    if (!current) return;
    if (uploads.photos.length >= photoLimits.maxPerDraft) {
      this.notice = msg(str`Mehr als ${photoLimits.maxPerDraft} Fotos gehen nicht.`, { id: 'camera.tooMany' });
      this.spoken = this.notice;
      return;
    }
    const id = uploads.hold(file, current.shot.id, source, current.spot?.id ?? null);
    this.taken = { id, file, findings: null };
    this.notice = null;
    this.mode = 'review';
    this.spoken = msg(str`Foto aufgenommen, ${titleOf(report, current)}.`, { id: 'camera.taken' });
    void this.#check(id, file, current, roll);
  }

  readonly markBroken = (): void => {
    if (this.taken) this.taken = { ...this.taken, broken: true };
  };

  use(): void {
    const { taken, current } = this;
    if (!taken || !current) return;
    this.#keep(taken);
    this.taken = null;
    this.#goOn(msg('Übernommen.', { id: 'camera.kept' }));
  }

  again(): void {
    if (this.taken) uploadsOf(this.report).discard(this.taken.id);
    this.taken = null;
    this.#aim();
  }

  /** Takes the last photo of this shot anew; the one there is stays until then. */
  replace(): void {
    this.#replaces = this.current ? (photosOf(this.report, this.current).at(-1)?.id ?? null) : null;
    this.#aim();
  }

  pass(): void {
    const { current, report } = this;
    if (!current) return;
    this.#passed.add(keyOf(current));
    const open = !isTaken(report, current) && current.shot.rule === 'expected' && !isPassedOver(report, current);
    if (open) passOver(report, current, true);
    this.#goOn(open ? msg('Ausgelassen.', { id: 'camera.passed' }) : '');
  }

  goOn(): void {
    this.#goOn('');
  }

  close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  async light(): Promise<void> {
    this.torch = !this.torch;
    await this.camera?.wish({ torch: this.torch });
  }

  async zoomTo(zoom: number): Promise<void> {
    this.zoom = zoom;
    await this.camera?.wish({ zoom });
  }

  /** Asks for the camera; once it was refused, only when the customer wishes so. */
  async start(insist = false): Promise<void> {
    if (this.#opening || this.camera) return;
    this.#opening = true;
    if (this.mode !== 'review') this.mode = 'opening';
    try {
      if (!insist && remembered && !(await isAllowed())) throw remembered;
      const camera = await LiveCamera.open();
      // Closed or hidden while the browser was asking.
      if (!this.isConnected || document.visibilityState === 'hidden') return camera.stop();
      this.camera = camera;
      camera.onEnded = () => this.#lose('busy');
      remembered = this.trouble = null;
      this.torch = false;
      this.zoom = 1;
      this.requestUpdate();
    } catch (error) {
      this.#lose(typeof error === 'string' ? (error as CameraTrouble) : troubleOf(error));
    } finally {
      this.#opening = false;
    }
  }

  /** The live picture is there, or has turned with the device. */
  measure({ videoWidth, videoHeight }: HTMLVideoElement): void {
    if (!videoWidth) return;
    this.box = boxOf(videoWidth / videoHeight);
    if (this.mode === 'opening' && this.camera) this.#aim();
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    if (this.report.ownPage) this.#giveBack = catchBack(() => this.close());
    const first = this.current ?? nextOpen(this.shots, null, this.isOpen) ?? this.shots[0];
    if (!first) return this.close();
    this.select(first);
    void import('../photo-check/check-photo.ts').catch(() => {});
  }

  protected override willUpdate(): void {
    this.style.setProperty('--ratio', String(this.box.width / this.box.height));
    this.style.setProperty('--roll', `${this.level.roll ?? 0}deg`);
  }

  protected override updated(changed: PropertyValues): void {
    const video = this.renderRoot.querySelector('video');
    const stream = this.camera?.stream ?? null;
    if (video && video.srcObject !== stream) video.srcObject = stream;
    if (video && stream && (this.mode === 'live' || this.mode === 'opening') && video.paused && !this.busy) void video.play().catch(() => {});
    if (changed.has('mode') && this.mode !== 'opening') [...this.renderRoot.querySelectorAll<HTMLElement>('[data-first]')].find((first) => first.checkVisibility())?.focus({ preventScroll: true });
    if (changed.has('key')) this.#showInStrip();
  }

  protected override render(): TemplateResult {
    return renderCamera(this);
  }

  #showInStrip(): void {
    const strip = this.renderRoot.querySelector('.strip');
    const current = strip?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (!strip || !current) return;
    const { left, width } = strip.getBoundingClientRect();
    strip.scrollBy({ left: current.left + current.width / 2 - left - width / 2 });
  }

  /** The dialog has closed, by whatever means: what is being looked at counts as used. */
  closed(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.taken) this.#keep(this.taken);
    this.taken = null;
    this.#giveBack();
    this.#stop();
    this.remove();
    this.dispatchEvent(new Event('camera-closed'));
  }

  async #check(id: string, file: Blob, { shot }: ShotToTake, roll?: number): Promise<void> {
    const uploads = uploadsOf(this.report);
    const others = uploads.photos.filter((photo) => photo.id !== id && photo.id !== this.#replaces);
    // Offline before it was here: a photo is used unchecked.
    const { checkPhoto } = await import('../photo-check/check-photo.ts').catch(() => ({ checkPhoto: null }));
    const findings = (await checkPhoto?.(file, shot, others, roll)) ?? [];
    if (this.taken?.id === id) this.taken = { ...this.taken, findings };
    // Used before the check was done: its card says what was found.
    else if (findings.length > 0) uploads.doubt(id, findings);
  }

  #keep({ id, findings }: Taken): void {
    const { report, current } = this;
    const uploads = uploadsOf(report);
    void uploads.decide(id, findings ?? []).then(() => this.requestUpdate());
    if (this.#replaces) uploads.remove(this.#replaces);
    this.#replaces = null;
    if (current && isPassedOver(report, current)) passOver(report, current, false);
  }

  #goOn(sentence: string): void {
    this.tellsTrouble = false;
    const next = nextOpen(this.shots, this.key, this.isOpen);
    if (next) {
      this.select(next);
      this.spoken = [sentence, msg(str`Als Nächstes: ${titleOf(this.report, next)}.`, { id: 'camera.next' })].filter(Boolean).join(' ');
    } else {
      this.mode = 'done';
      this.spoken = sentence;
    }
  }

  #aim(): void {
    if (this.camera) this.mode = this.renderRoot.querySelector('video')?.videoWidth ? 'live' : 'opening';
    else if (this.trouble) this.mode = 'files';
    else void this.start();
    this.requestUpdate();
  }

  #lose(trouble: CameraTrouble): void {
    this.#stop();
    if (trouble !== 'busy') remembered = trouble;
    this.trouble = trouble;
    this.box = boxOf(4 / 3);
    if (this.mode === 'opening' || this.mode === 'live') this.mode = 'files';
    this.requestUpdate();
  }

  #stop(): void {
    this.camera?.stop();
    this.camera = null;
  }

  readonly #onVisibility = () => {
    if (document.visibilityState === 'hidden') this.#stop();
    else if (!this.trouble && (this.mode === 'live' || this.mode === 'opening')) void this.start();
  };
}

function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
