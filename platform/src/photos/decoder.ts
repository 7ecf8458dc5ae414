import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PhotoMediaType } from '@meldewerk/contract/photo';
import type { RedactedArea } from '@meldewerk/contract/redaction';
import { createSandbox } from '@meldewerk/sandbox/sandbox';
import type { DecodeAnswer, DecodeRequest } from './decoder-child.ts';
import type { Derivatives, Redacted } from './derivatives.ts';

export type Decoder = {
  /** Throws `PhotoRefused` when the content cannot be shown, any other error when the decoder itself is not to be had. */
  decode(bytes: Uint8Array, mediaType: PhotoMediaType): Promise<Derivatives>;
  /** The same with areas of the picture covered for good. */
  redact(bytes: Uint8Array, mediaType: PhotoMediaType, areas: readonly RedactedArea[]): Promise<Redacted>;
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
  const sandbox = createSandbox<DecodeRequest, DecodeAnswer>({
    program: join(import.meta.dirname, 'decoder-child.ts'),
    readableFolders: codeFolders(),
    addons: true,
    heapLimitMb: 256,
    restingLimitBytes: 400_000_000,
    ...defaults,
    ...overrides,
  });
  async function ask(request: DecodeRequest): Promise<Exclude<DecodeAnswer, { refused: unknown }>> {
    const outcome = await sandbox.ask(request);
    if (outcome.kind !== 'answered') throw new PhotoRefused('photoUnreadable', outcome.kind);
    if ('refused' in outcome.answer) throw new PhotoRefused(outcome.answer.refused, outcome.answer.reason);
    return outcome.answer;
  }
  return {
    async decode(bytes, mediaType) {
      const answer = await ask({ bytes, mediaType });
      if (!('derivatives' in answer)) throw new Error('asked for derivatives, got something else');
      return answer.derivatives;
    },
    async redact(bytes, mediaType, areas) {
      const answer = await ask({ bytes, mediaType, areas });
      if (!('redacted' in answer)) throw new Error('asked for a redaction, got something else');
      return answer.redacted;
    },
    close: () => sandbox.close(),
  };
}

/** Our own sources, the packages of ours that the decoder imports, and the installed ones: as linked and as installed. */
function codeFolders(): string[] {
  const platform = resolve(import.meta.dirname, '../..');
  const ours = ['@meldewerk/contract/photo', '@meldewerk/sandbox/inside'].map((name) => resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..'));
  const installed = fileURLToPath(import.meta.resolve('sharp')).replace(/([\\/]node_modules)[\\/].*$/, '$1');
  return [...new Set([platform, ...ours, installed])];
}
