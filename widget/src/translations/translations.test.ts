import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templates as ar } from './ar.ts';
import { templates as en } from './en.ts';
import { templates as pl } from './pl.ts';
import { templates as tr } from './tr.ts';
import { templates as uk } from './uk.ts';

type Templates = Record<string, string | { values: unknown[] }>;

const source = join(import.meta.dirname, '..');
const message = /msg\(\s*(str`(?:[^`])*`|'(?:[^'\\]|\\.)*')\s*,\s*\{\s*id: '([^']+)',?\s*\}\s*,?\s*\)/g;
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const german = files.flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(message)].map(([, text, id]) => ({ id: id!, text: text! })));
const ids = [...new Set(german.map(({ id }) => id))].toSorted();

describe.each(Object.entries({ en, tr, pl, uk, ar } as unknown as Record<string, Templates>))('%s', (_, templates) => {
  test('every German text has a translation, and none is left over', () => {
    expect(Object.keys(templates).toSorted()).toEqual(ids);
  });

  test('a German text with values has a translation with the same values', () => {
    for (const { id, text } of german) {
      const translation = templates[id];
      const values = typeof translation === 'object' ? new Set(translation.values).size : 0;
      expect(values, id).toBe([...text.matchAll(/\$\{/g)].length);
    }
  });
});

test('one id stands for one German text', () => {
  const texts = Map.groupBy(german, ({ id }) => id);
  // Each place may have another name for the same value.
  for (const [id, uses] of texts) expect(new Set(uses.map(({ text }) => text.replace(/\$\{[^}]*\}/g, '$'))).size, id).toBe(1);
});
