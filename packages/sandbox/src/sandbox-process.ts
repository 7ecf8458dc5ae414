import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export type SandboxSettings = {
  /** The file that the process runs: it answers `warmUp` with `ready` and every request with one message. */
  program: string;
  /** All that it may read: folders of code. */
  readableFolders: string[];
  /** Native add-ons, for decoders that are not written in JavaScript. */
  addons: boolean;
  heapLimitMb: number;
  timeoutMs: number;
  memoryLimitBytes: number;
  /** Memory that stays behind after a request (WebAssembly never gives any back) and still counts as healthy. */
  restingLimitBytes: number;
  /** A process without work ends after this time, so that a quiet installation stays small. */
  idleMs: number;
};

export type Outcome<Answer> = { kind: 'answered'; answer: Answer } | { kind: 'crashed' | 'tooSlow' | 'tooMuchMemory' };

export type SandboxProcess<Request, Answer> = {
  /** One request at a time. Throws when the process could not be started at all. */
  ask(request: Request): Promise<Outcome<Answer>>;
  /** Whether the last request left it small enough for the next. */
  reusable(): boolean;
  end(): void;
  ended: Promise<void>;
};

const watchEveryMs = 100;
const pageBytes = 4096;

/**
 * Starts a process with an empty environment, no writable file system and nothing to read but its own code: files of
 * strangers come and go over the IPC channel. Node's permission model binds the JavaScript; what bounds the rest is the killing.
 */
export function spawnSandbox<Request extends object, Answer>(settings: SandboxSettings): SandboxProcess<Request, Answer> {
  const child = fork(settings.program, {
    execArgv: [
      '--permission', ...(settings.addons ? ['--allow-addons'] : []), ...settings.readableFolders.map((folder) => `--allow-fs-read=${folder}/*`),
      `--max-old-space-size=${settings.heapLimitMb}`, '--disable-warning=SecurityWarning', '--disable-warning=ExperimentalWarning',
    ],
    // Few arenas keep glibc from hoarding what native code has freed.
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
    reusable: () => child.connected && restingBytes < settings.restingLimitBytes,
    async ask(request) {
      clearTimeout(idleTimer);
      child.ref();
      child.channel?.ref();
      if ((await ready) === null) throw new Error('the process did not start');
      const outcome = await converse<Answer>(child, ended, request, settings);
      restingBytes = await residentBytes(child);
      detach(child);
      idleTimer = setTimeout(end, settings.idleMs);
      idleTimer.unref();
      return outcome;
    },
  };
}

async function converse<Answer>(child: ChildProcess, ended: Promise<void>, request: object, settings: SandboxSettings): Promise<Outcome<Answer>> {
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
    return answer === null ? { kind: verdict } : { kind: 'answered', answer: answer as Answer };
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

/** An idle process keeps no other alive. */
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
