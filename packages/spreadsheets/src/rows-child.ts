import { once } from 'node:events';
import type { Cell } from './cell.ts';
import { writeRows, type StreamedSheet } from './write-rows.ts';

/** First where and what, then a batch whenever more is asked for. */
export type ToWriter = { path: string; sheet: StreamedSheet } | Cell[][] | 'end';
export type FromWriter = 'more' | 'written' | { failed: string };

// A signal to the whole process group (Ctrl-C) is the parent's to act on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
// Nobody is left to write for.
process.on('disconnect', () => process.exit());

const [{ path, sheet }] = (await once(process, 'message')) as [Extract<ToWriter, { path: string }>];
try {
  await writeRows(path, { ...sheet, rows: batches() });
  say('written');
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) });
}

async function* batches(): AsyncGenerator<Cell[][]> {
  let next = askForMore();
  for (;;) {
    const batch = await next;
    if (batch === 'end') return;
    next = askForMore();
    yield batch;
  }
}

async function askForMore(): Promise<Cell[][] | 'end'> {
  const answer = once(process, 'message') as Promise<[Cell[][] | 'end']>;
  say('more');
  return (await answer)[0];
}

function say(message: FromWriter): void {
  process.send?.(message);
}
