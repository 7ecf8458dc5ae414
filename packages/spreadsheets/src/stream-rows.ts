import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import type { Cell } from './cell.ts';
import type { FromWriter, ToWriter } from './rows-child.ts';
import type { StreamedSheet } from './write-rows.ts';

/**
 * Writes one sheet of any length into a new file at `path`, in a process of its own: what it takes in memory and time is not
 * taken from whoever else this process serves. Whatever `rows` throws ends it; then the file is worth nothing and the caller's to remove.
 */
export async function streamRows(path: string, { rows, ...sheet }: StreamedSheet & { rows: AsyncIterable<Cell[][]> }): Promise<void> {
  const child = fork(join(import.meta.dirname, 'rows-child.ts'), {
    // Little room for the young makes the collector come often: most of what a row takes is rubbish at once.
    execArgv: ['--max-semi-space-size=4', '--max-old-space-size=160', '--disable-warning=ExperimentalWarning'],
    env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit').catch(() => {});
  const send = (message: ToWriter) => child.send(message, () => {});
  try {
    send({ path, sheet });
    const batches = rows[Symbol.asyncIterator]();
    let next = fetchNext(batches);
    for await (const [said] of on(child, 'message', { close: ['exit'] }) as AsyncIterable<[FromWriter]>) {
      if (said === 'written') return;
      if (said !== 'more') throw new Error(said.failed);
      const { value, done } = await next;
      send(done ? 'end' : value);
      if (!done) next = fetchNext(batches);
    }
    throw new Error('the process that writes the rows has ended');
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** The next batch, looked for while the last is written. */
function fetchNext(batches: AsyncIterator<Cell[][]>): Promise<IteratorResult<Cell[][]>> {
  const next = batches.next();
  next.catch(() => {});
  return next;
}
