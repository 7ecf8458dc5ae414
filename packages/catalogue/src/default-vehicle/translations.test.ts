import { describe, expect, test } from 'vitest';
import { defaultVehicleCatalogue } from '../default-vehicle.ts';
import { textsOf, translations } from './in-all-languages.ts';

const texts = textsOf(defaultVehicleCatalogue);
const german = [...new Set(texts.map(({ de }) => de))].toSorted();

describe.each(Object.entries(translations))('%s', (language, translated) => {
  test('every text of the default catalogue has a translation, and none is left over', () => {
    expect(Object.keys(translated).toSorted()).toEqual(german);
  });

  test('every text is in the catalogue itself', () => {
    for (const text of texts) expect(text[language as keyof typeof text], text.de).toBe(translated[text.de]);
  });
});

test('one German text has one English text, so that it can stand for one meaning', () => {
  for (const [de, same] of Map.groupBy(texts, (text) => text.de)) expect(new Set(same.map(({ en }) => en)).size, de).toBe(1);
});
