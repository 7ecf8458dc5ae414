import { availableParallelism } from 'node:os';
import type { PhotoMediaType } from '@meldewerk/contract/photo';
import { spawnDecoder, type DecoderProcess } from './decoder-process.ts';
import type { Derivatives } from './derivatives.ts';

export type Decoder = {
  /** Throws `PhotoRefused` when the content cannot be shown, any other error when the decoder itself is not to be had. */
  decode(bytes: Uint8Array, mediaType: PhotoMediaType): Promise<Derivatives>;
  /** Ends all processes; photos under way fail with an ordinary error and may be tried again. */
  close(): Promise<void>;
};

export class PhotoRefused extends Error {
  readonly problem: 'photoTooManyPixels' | 'photoUnreadable';
  constructor(problem: PhotoRefused['problem'], reason: string) {
    super(reason);
    this.name = 'PhotoRefused';
    this.problem = problem;
  }
}

export type DecoderSettings = {
  /** Photos decoded at once, each in a process of its own. */
  processes: number;
  timeoutMs: number;
  memoryLimitBytes: number;
  /** Processes without work end after this time, so that a quiet installation stays small. */
  idleMs: number;
};

const defaults: DecoderSettings = {
  processes: Math.min(4, availableParallelism()),
  timeoutMs: 20_000,
  // 100 megapixels in a progressive JPEG need 600 MB for their coefficients alone.
  memoryLimitBytes: 1_500_000_000,
  idleMs: 30_000,
};

/**
 * Decodes photos of strangers in processes that hold nothing worth taking. A photo that crashes, hangs or swells its process
 * is refused; the process is replaced and no other photo notices.
 */
export function createDecoder(overrides: Partial<DecoderSettings> = {}): Decoder {
  const settings = { ...defaults, ...overrides };
  const idle: DecoderProcess[] = [];
  const all = new Set<DecoderProcess>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closed = false;

  async function decodeOnce(bytes: Uint8Array, mediaType: PhotoMediaType) {
    if (closed) throw new Error('the decoder is closed');
    const child = idle.pop() ?? spawnDecoder(settings);
    if (!all.has(child)) {
      all.add(child);
      void child.ended.then(() => {
        all.delete(child);
        if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
      });
    }
    const outcome = await child.decode({ bytes, mediaType });
    if (outcome.kind === 'answered' && child.reusable()) idle.push(child);
    else child.end();
    return outcome;
  }

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (busy >= settings.processes) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next in line without becoming free in between.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  return {
    decode: (bytes, mediaType) =>
      inTurn(async () => {
        let outcome = await decodeOnce(bytes, mediaType);
        // A process can die of something else than its photo (the machine ran out of memory), so a second one decides.
        if (outcome.kind === 'crashed') outcome = await decodeOnce(bytes, mediaType);
        if (closed) throw new Error('the decoder is closed');
        if (outcome.kind !== 'answered') throw new PhotoRefused('photoUnreadable', outcome.kind);
        if ('refused' in outcome.answer) throw new PhotoRefused(outcome.answer.refused, outcome.answer.reason);
        return outcome.answer.derivatives;
      }),
    async close() {
      closed = true;
      const ended = [...all].map((child) => child.ended);
      for (const child of all) child.end();
      await Promise.all(ended);
    },
  };
}
