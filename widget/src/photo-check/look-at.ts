import { pause } from './pause.ts';
import type { PhotoAnswer, PhotoLook } from './photo-worker.ts';

const looks = new WeakMap<Blob, Promise<PhotoLook | null>>();
let worker: Promise<PhotoWorker | null> | null = null;

/** Decodes and measures a photo beside the page. Null where this browser cannot decode it (HEIC in Chromium). Never rejects. */
export function lookAt(file: Blob): Promise<PhotoLook | null> {
  const known = looks.get(file);
  if (known) return known;
  const look = begin(file).catch(() => null);
  looks.set(file, look);
  return look;
}

/** Has the worker ready before the first photo is there. Rejects where its code cannot be loaded. */
export async function prepareToLook(): Promise<void> {
  const { workerAddress } = await import('./photo-worker.ts');
  await (worker ??= startWorker(workerAddress));
}

async function begin(file: Blob): Promise<PhotoLook | null> {
  const { lookAtPhoto, workerAddress } = await import('./photo-worker.ts');
  const beside = await (worker ??= startWorker(workerAddress));
  const answered = await beside?.ask(file);
  if (answered !== undefined) return answered;
  worker = null;
  return lookAtPhoto(file, pause);
}

type PhotoWorker = {
  /** Undefined when the worker is no longer there. */
  ask(file: Blob): Promise<PhotoLook | null | undefined>;
};

const patienceMs = { start: 5_000, photo: 20_000, idle: 180_000 };

/**
 * A worker may only come from the page's own origin. Ways round that need a policy that few websites have, and refused ones
 * are reported to them as attacks; there the work is done on the page, in pieces. Null also where the browser knows no such worker.
 */
async function startWorker(address: string): Promise<PhotoWorker | null> {
  return new URL(address).origin === location.origin ? connect(address) : null;
}

async function connect(address: string): Promise<PhotoWorker | null> {
  try {
    const started = new Worker(address, { type: 'module' });
    const waiting = new Map<number, (look: PhotoLook | null | undefined) => void>();
    const end = () => {
      started.terminate();
      worker = null;
      for (const answer of waiting.values()) answer(undefined);
    };
    const ready = await new Promise<boolean>((resolve) => {
      started.addEventListener('message', () => resolve(true), { once: true });
      started.addEventListener('error', () => resolve(false));
      setTimeout(() => resolve(false), patienceMs.start);
    });
    if (!ready) {
      started.terminate();
      return null;
    }
    let idle = setTimeout(end, patienceMs.idle);
    let asked = 0;
    started.addEventListener('error', end);
    started.addEventListener('message', ({ data }: MessageEvent<PhotoAnswer>) => {
      if (typeof data === 'object') waiting.get(data.number)?.(data.look);
    });
    return {
      ask: (file) =>
        new Promise((resolve) => {
          const number = (asked += 1);
          clearTimeout(idle);
          const giveUp = setTimeout(() => waiting.get(number)?.(null), patienceMs.photo);
          waiting.set(number, (look) => {
            waiting.delete(number);
            clearTimeout(giveUp);
            if (waiting.size === 0) idle = setTimeout(end, patienceMs.idle);
            resolve(look);
          });
          started.postMessage({ number, file });
        }),
    };
  } catch {
    return null;
  }
}
