import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { templates as shared } from '../src/browser/translations/en.ts';
import { templates as own } from '../src/operator/translations/en.ts';

async function idsIn(folder: string): Promise<Set<string>> {
  const source = new URL(`../src/${folder}/`, import.meta.url).pathname;
  const used = new Set<string>();
  for await (const file of glob('**/*.ts', { cwd: source, exclude: ['translations/**'] })) {
    for (const match of readFileSync(source + file, 'utf8').matchAll(/\{ id: '([^']+)' \}/g)) used.add(match[1] ?? '');
  }
  return used;
}

test('every German text of the billing portal has its English one, and no English text is left over', async () => {
  expect(Object.keys(shared).sort()).toEqual([...(await idsIn('browser'))].sort());
});

test('every German text of the console has its English one, its own or that of the billing portal', async () => {
  const used = await idsIn('operator');
  expect(Object.keys(own).sort()).toEqual([...used].filter((id) => !(id in shared)).sort());
});
