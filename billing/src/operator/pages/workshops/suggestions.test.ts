import { expect, test } from 'vitest';
import { suggestPrefix, suggestSlug } from './suggestions.ts';

test('a workshop’s web address and the letters of its numbers follow from its name', () => {
  expect(suggestSlug('Lackwerk Süd GmbH & Co. KG')).toBe('lackwerk-sued');
  expect(suggestSlug('  Čermák & Söhne – Karosserie-Fachbetrieb, Inh. Ötzi Groß ')).toBe('cermak-soehne-karosserie-fachbetrieb-oet');
  expect(suggestSlug('GmbH')).toBe('');
  expect([suggestPrefix('Lackwerk Süd GmbH'), suggestPrefix('Beulendoktor'), suggestPrefix('1a Autoservice')]).toEqual(['LS', 'BE', 'AA']);
});
