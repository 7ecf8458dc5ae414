import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { templates } from '../src/browser/translations/en.ts';

const source = new URL('../src/browser/', import.meta.url).pathname;

test('every German text of the billing portal has its English one, and no English text is left over', async () => {
  const used = new Set<string>();
  for await (const file of glob('**/*.ts', { cwd: source, exclude: ['translations/**'] })) {
    for (const match of readFileSync(source + file, 'utf8').matchAll(/\{ id: '([^']+)' \}/g)) used.add(match[1] ?? '');
  }
  expect(Object.keys(templates).sort()).toEqual([...used].sort());
});
