import { PictureEncoder } from './picture-encoder.ts';

/** Why there is no live picture. `unsupported`: this browser has no camera for pages, as inside the apps of social networks. */
export type CameraTrouble = 'refused' | 'missing' | 'busy' | 'unsupported';

// What the browsers know beyond the types that come with TypeScript.
type Abilities = MediaTrackCapabilities & { torch?: boolean; zoom?: { min: number; max: number } };
type PhotoAbilities = { imageWidth?: { max: number }; imageHeight?: { max: number } };
type StillCamera = { getPhotoCapabilities(): Promise<PhotoAbilities>; takePhoto(settings?: { imageWidth: number; imageHeight: number }): Promise<Blob> };
type Wish = MediaTrackConstraintSet & { torch?: boolean; zoom?: number };

const largest = { width: { ideal: 4032 }, height: { ideal: 3024 } };
const smooth = { width: { ideal: 1920 }, height: { ideal: 1440 } };
const zoomSteps = [0.5, 1, 2, 4];
const patienceMs = { abilities: 3_000, still: 6_000 };

/** The device's rear camera, from opening to stopping. */
export class LiveCamera {
  readonly stream: MediaStream;
  readonly #track: MediaStreamTrack;
  /** Takes pictures that are larger than those of the stream. */
  #still: StillCamera | null = null;
  #stillSize = { imageWidth: 0, imageHeight: 0 };
  #size: MediaTrackConstraints = largest;
  #wish: Wish = {};
  readonly #encoder = new PictureEncoder();

  private constructor(stream: MediaStream, track: MediaStreamTrack) {
    this.stream = stream;
    this.#track = track;
  }

  /** Rejects with what `troubleOf` understands. */
  static async open(): Promise<LiveCamera> {
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('no camera for pages here', 'NotSupportedError');
    const takesStills = 'ImageCapture' in globalThis;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, ...(takesStills ? smooth : largest) } });
    const [track] = stream.getVideoTracks();
    if (!track) throw new DOMException('a stream without a picture', 'NotFoundError');
    const camera = new LiveCamera(stream, track);
    void camera.#encoder.start();
    if (takesStills) await camera.#prepareStills();
    return camera;
  }

  get hasTorch(): boolean {
    return this.#abilities.torch === true;
  }

  get zooms(): number[] {
    const { min, max } = this.#abilities.zoom ?? { min: 1, max: 1 };
    return zoomSteps.filter((step) => step >= min && step <= max);
  }

  /** The device took the camera away: another app, a call, a closed lid. */
  set onEnded(heard: () => void) {
    this.#track.onended = heard;
  }

  async wish(wish: Wish): Promise<void> {
    this.#wish = { ...this.#wish, ...wish };
    await this.#track.applyConstraints({ ...this.#size, advanced: [this.#wish] }).catch(() => {});
  }

  /** The picture as the camera sees it now, as large as the camera can. */
  async take(video: HTMLVideoElement): Promise<Blob> {
    return (await this.#takeStill()) ?? this.#encoder.ofVideo(video);
  }

  stop(): void {
    this.#track.onended = null;
    this.#encoder.stop();
    for (const track of this.stream.getTracks()) track.stop();
  }

  get #abilities(): Abilities {
    return this.#track.getCapabilities?.() ?? {};
  }

  /** Where a still would be no larger, the stream itself is made as large as it goes. */
  async #prepareStills(): Promise<void> {
    const still = new (globalThis as unknown as { ImageCapture: new (track: MediaStreamTrack) => StillCamera }).ImageCapture(this.#track);
    const { imageWidth, imageHeight } = await within(patienceMs.abilities, still.getPhotoCapabilities()).catch((): PhotoAbilities => ({}));
    const { width = 0, height = 0 } = this.#track.getSettings();
    const size = { imageWidth: imageWidth?.max ?? 0, imageHeight: imageHeight?.max ?? 0 };
    if (size.imageWidth * size.imageHeight > width * height) [this.#still, this.#stillSize, this.#size] = [still, size, smooth];
    else await this.#enlarge();
  }

  async #enlarge(): Promise<void> {
    this.#still = null;
    this.#size = largest;
    await this.wish({});
  }

  async #takeStill(): Promise<Blob | null> {
    if (!this.#still) return null;
    try {
      const picture = await within(patienceMs.still, this.#still.takePhoto(this.#stillSize));
      // Some devices switch the light off with it.
      if (this.#wish.torch) void this.wish({});
      if (picture.type === 'image/jpeg') return picture;
      void this.#enlarge();
      return await this.#encoder.ofPicture(picture);
    } catch {
      // From now on the stream itself has to do.
      void this.#enlarge();
      return null;
    }
  }
}

/** Whether the camera can be had without asking. */
export async function isAllowed(): Promise<boolean> {
  const permission = await navigator.permissions?.query({ name: 'camera' }).catch(() => null);
  return permission?.state === 'granted';
}

export function troubleOf(error: unknown): CameraTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotSupportedError':
      return 'unsupported';
    default:
      return 'busy';
  }
}

function within<Value>(timeMs: number, work: Promise<Value>): Promise<Value> {
  return Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error('took too long')), timeMs))]);
}
