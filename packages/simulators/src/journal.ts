import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Journal<Line> = {
  /** What the file held when it was opened. */
  lines: Line[];
  /** Returns once the line is on the file. */
  append(line: Line): void;
  clear(): void;
};

/** A file of JSON, a change per line, so that a killed process forgets nothing it acknowledged. Without a file nothing is kept. */
export function openJournal<Line>(file: string | undefined): Journal<Line> {
  if (file === undefined) return { lines: [], append() {}, clear() {} };
  return {
    lines: readLines<Line>(file),
    append: (line) => appendFileSync(file, `${JSON.stringify(line)}\n`),
    clear: () => writeFileSync(file, ''),
  };
}

function readLines<Line>(file: string): Line[] {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  // A kill can tear the last line; it was never acknowledged, and what follows must not be glued to it.
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(file, end);
  return bytes.subarray(0, end).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line);
}
