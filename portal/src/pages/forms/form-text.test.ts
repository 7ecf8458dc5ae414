import { expect, test } from 'vitest';
import { readFormText, unknownPlaceholders } from './form-text.ts';

test('a text form reads as headings, paragraphs and lists', () => {
  const blocks = readFormText('# Auftrag\n\nErste Zeile\nzweite Zeile\n\n- eins\n- zwei');
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list']);
  expect(blocks[1]).toMatchObject({ lines: [[{ text: 'Erste Zeile' }], [{ text: 'zweite Zeile' }]] });
});

test('a placeholder stands apart from the words around it, and an unknown one is told from a known one', () => {
  expect(readFormText('Ich, {{ kunde.name }}, {{kunde.hund}}.')).toEqual([{
    kind: 'paragraph',
    lines: [[
      { kind: 'words', text: 'Ich, ' }, { kind: 'placeholder', name: 'kunde.name', known: true }, { kind: 'words', text: ', ' },
      { kind: 'placeholder', name: 'kunde.hund', known: false }, { kind: 'words', text: '.' },
    ]],
  }]);
  expect(unknownPlaceholders('{{kunde.hund}} {{kunde.hund}} {{heute}}')).toEqual(['kunde.hund']);
});

test('windows line ends and empty texts do no harm', () => {
  expect(readFormText('# A\r\n\r\nb')).toHaveLength(2);
  expect(readFormText(' \n\n ')).toEqual([]);
});
