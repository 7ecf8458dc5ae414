import { expect, test } from 'vitest';
import { blocksOf } from './text-form.ts';

test('headings, lists and paragraphs of a written form stay what they are', () => {
  const text = '# Reparaturauftrag\nIch beauftrage die Werkstatt.\n\nEs gilt:\n- Lackieren\n- Ausbeulen, auch\n  am Kotflügel\n\nDatum: 21.11.2026\nOrt: Karlsruhe';
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', text: 'Reparaturauftrag' },
    { kind: 'paragraph', text: 'Ich beauftrage die Werkstatt.' },
    { kind: 'paragraph', text: 'Es gilt:' },
    { kind: 'list', items: ['Lackieren', 'Ausbeulen, auch am Kotflügel'] },
    { kind: 'paragraph', text: 'Datum: 21.11.2026\nOrt: Karlsruhe' },
  ]);
});

test('nothing that was typed becomes markup', () => {
  expect(blocksOf('<b>fett</b>\n\n#kein Kopf')).toEqual([{ kind: 'paragraph', text: '<b>fett</b>' }, { kind: 'paragraph', text: '#kein Kopf' }]);
});
