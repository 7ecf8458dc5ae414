import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { afterEach, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { streamRows } from './stream-rows.ts';

const path = join(tmpdir(), `${randomUUID()}.xlsx`);
afterEach(() => rm(path, { force: true }));

const sheet = { name: 'Liste', language: 'de', timeZone: 'Europe/Berlin', columns: [{ heading: 'Nummer', width: 10, kind: 'number' }, { heading: 'Leer', width: 10, kind: 'day' }, { heading: 'Text', width: 20, kind: 'text' }] } as const;
const write = (rows: AsyncIterable<Cell[][]>) => streamRows(path, { ...sheet, columns: [...sheet.columns], rows });

test('every row of every batch is written in its order, and an empty cell moves no other', async () => {
  await write(batches(30));
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.readFile(path);
  const [table] = workbook.worksheets;
  expect(table?.rowCount).toBe(3_001);
  expect([2, 1_502, 3_001].map((row) => [1, 2, 3].map((column) => table?.getRow(row).getCell(column).value))).toEqual([[0, null, 'Zeile 0'], [1_500, null, 'Zeile 1500'], [2_999, null, 'Zeile 2999']]);
});

test('what the rows throw is heard by whoever wanted them written', async () => {
  await expect(write(batches(2, () => { throw new Error('called off'); }))).rejects.toThrow('called off');
});

test('a file that cannot be written is said', async () => {
  await expect(streamRows(join(path, 'nowhere.xlsx'), { ...sheet, columns: [...sheet.columns], rows: batches(1) })).rejects.toThrow('ENOENT');
});

test.runIf(process.platform === 'linux')('a writer that is killed half-way is said, and nothing waits for it', async () => {
  const killed = write(batches(50, async () => process.kill(await writerOf(process.pid), 'SIGKILL')));
  await expect(killed).rejects.toThrow('ended');
});

async function* batches(count: number, atSecond?: () => unknown): AsyncGenerator<Cell[][]> {
  for (let batch = 0; batch < count; batch++) {
    if (batch === 1) await atSecond?.();
    yield Array.from({ length: 100 }, (_, row) => [batch * 100 + row, null, `Zeile ${batch * 100 + row}`]);
  }
}

async function writerOf(pid: number): Promise<number> {
  for (const task of await readdir(`/proc/${pid}/task`)) {
    for (const child of (await readFile(`/proc/${pid}/task/${task}/children`, 'utf8')).split(' ').filter(Boolean)) {
      if ((await readFile(`/proc/${child}/cmdline`, 'utf8')).includes('rows-child')) return Number(child);
    }
  }
  throw new Error('nobody writes');
}
