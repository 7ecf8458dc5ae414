import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templates } from './en.ts';

const source = join(import.meta.dirname, '..');
const message = /msg\(\s*(str`(?:[^`])*`|'(?:[^'\\]|\\.)*')\s*,\s*\{\s*id: '([^']+)',?\s*\}\s*,?\s*\)/g;
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const german = files.flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(message)].map(([, text, id]) => ({ id: id!, text: text! })));

test('every German text has an English one, and none is left over', () => {
  expect(Object.keys(templates).toSorted()).toEqual([...new Set(german.map(({ id }) => id))].toSorted());
});

test('one id stands for one German text', () => {
  const texts = Map.groupBy(german, ({ id }) => id);
  for (const [id, uses] of texts) expect(new Set(uses.map(({ text }) => text)).size, id).toBe(1);
});

test('a German text with values has an English one with the same values', () => {
  for (const { id, text } of german) {
    const english = templates[id as keyof typeof templates];
    const values = typeof english === 'string' ? 0 : new Set(english.values).size;
    expect(values, id).toBe([...text.matchAll(/\$\{/g)].length);
  }
});
