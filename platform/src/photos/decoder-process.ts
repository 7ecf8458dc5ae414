import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DecodeAnswer, DecodeRequest } from './decoder-child.ts';
import type { DecoderSettings } from './decoder.ts';

export type DecodeOutcome = { kind: 'answered'; answer: DecodeAnswer } | { kind: 'crashed' | 'tooSlow' | 'tooMuchMemory' };

export type DecoderProcess = {
  /** One photo at a time. Throws when the process could not be started at all. */
  decode(request: DecodeRequest): Promise<DecodeOutcome>;
  /** Whether the last photo left it small enough for the next. */
  reusable(): boolean;
  end(): void;
  ended: Promise<void>;
};

const watchEveryMs = 100;
const pageBytes = 4096;
/** Memory that stays behind after a photo (WebAssembly never gives any back) and still counts as healthy. */
const restingLimitBytes = 400_000_000;

/**
 * Starts a decoder with an empty environment, no writable file system and nothing to read but its own code: photos come and
 * go over the IPC channel. Node's permission model binds the JavaScript; what bounds the native decoders is the killing.
 */
export function spawnDecoder(settings: DecoderSettings): DecoderProcess {
  const child = fork(join(import.meta.dirname, 'decoder-child.ts'), {
    execArgv: [
      '--permission', '--allow-addons', ...codeFolders().map((folder) => `--allow-fs-read=${folder}/*`),
      '--max-old-space-size=256', '--disable-warning=SecurityWarning', '--disable-warning=ExperimentalWarning',
    ],
    // Few arenas keep glibc from hoarding what libvips has freed.
    env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let restingBytes = 0;
  let idleTimer: NodeJS.Timeout | undefined;
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const ready = firstMessage(child, ended);
  child.send('warmUp', () => {});
  detach(child);

  function end(): void {
    clearTimeout(idleTimer);
    // Whoever waits for the end has to live to see it.
    child.ref();
    child.kill('SIGKILL');
  }

  return {
    ended,
    end,
    reusable: () => child.connected && restingBytes < restingLimitBytes,
    async decode(request) {
      clearTimeout(idleTimer);
      child.ref();
      child.channel?.ref();
      if ((await ready) === null) throw new Error('the decoder process did not start');
      const outcome = await converse(child, ended, request, settings);
      restingBytes = await residentBytes(child);
      detach(child);
      idleTimer = setTimeout(end, settings.idleMs);
      idleTimer.unref();
      return outcome;
    },
  };
}

async function converse(child: ChildProcess, ended: Promise<void>, request: DecodeRequest, settings: DecoderSettings): Promise<DecodeOutcome> {
  let verdict: 'crashed' | 'tooSlow' | 'tooMuchMemory' = 'crashed';
  const condemn = (reason: typeof verdict) => {
    verdict = reason;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(condemn, settings.timeoutMs, 'tooSlow');
  const watch = setInterval(() => {
    void residentBytes(child).then((bytes) => bytes > settings.memoryLimitBytes && condemn('tooMuchMemory'));
  }, watchEveryMs);
  try {
    const message = firstMessage(child, ended);
    child.send(request, () => {});
    const answer = await message;
    return answer === null ? { kind: verdict } : { kind: 'answered', answer: answer as DecodeAnswer };
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

/** What the process says next, or null when it ends without a word. */
function firstMessage(child: ChildProcess, ended: Promise<void>): Promise<unknown> {
  const message = new Promise<unknown>((resolve) => child.once('message', resolve));
  return Promise.race([message, ended.then(() => null)]);
}

/** An idle decoder keeps no process alive. */
function detach(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** Linux only; elsewhere time is the only bound. */
async function residentBytes(child: ChildProcess): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const statm = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * pageBytes;
}

/** Our own sources, the contract, and the packages: as linked and as installed. */
function codeFolders(): string[] {
  const platform = resolve(import.meta.dirname, '../..');
  const contract = resolve(dirname(fileURLToPath(import.meta.resolve('@meldewerk/contract/photo'))), '..');
  const installed = fileURLToPath(import.meta.resolve('sharp')).replace(/([\\/]node_modules)[\\/].*$/, '$1');
  return [...new Set([platform, contract, installed])];
}
