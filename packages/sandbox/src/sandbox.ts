import { spawnSandbox, type Outcome, type SandboxProcess, type SandboxSettings } from './sandbox-process.ts';

export type Sandbox<Request, Answer> = {
  /** Answers that are not had (`crashed`, `tooSlow`, `tooMuchMemory`) are the request's fault; any error is not. */
  ask(request: Request): Promise<Outcome<Answer>>;
  /** Ends all processes; requests under way fail with an ordinary error and may be made again. */
  close(): Promise<void>;
};

/**
 * Works on files of strangers in processes that hold nothing worth taking, `processes` at once. A file that crashes, hangs
 * or swells its process takes only that down; it is replaced, and no other file notices.
 */
export function createSandbox<Request extends object, Answer>(settings: SandboxSettings & { processes: number }): Sandbox<Request, Answer> {
  const idle: SandboxProcess<Request, Answer>[] = [];
  const all = new Set<SandboxProcess<Request, Answer>>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closed = false;

  async function askOnce(request: Request): Promise<Outcome<Answer>> {
    if (closed) throw new Error('the sandbox is closed');
    const child = idle.pop() ?? spawnSandbox<Request, Answer>(settings);
    if (!all.has(child)) {
      all.add(child);
      void child.ended.then(() => {
        all.delete(child);
        if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
      });
    }
    const outcome = await child.ask(request).catch((error: unknown) => {
      // A request that cannot even be handed over must not leave a process behind that nobody uses or ends.
      child.end();
      throw error;
    });
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
    ask: (request) =>
      inTurn(async () => {
        let outcome = await askOnce(request);
        // A process can die of something else than its file (the machine ran out of memory), so a second one decides.
        if (outcome.kind === 'crashed') outcome = await askOnce(request);
        if (closed) throw new Error('the sandbox is closed');
        return outcome;
      }),
    async close() {
      closed = true;
      const ended = [...all].map((child) => child.ended);
      for (const child of all) child.end();
      await Promise.all(ended);
    },
  };
}
