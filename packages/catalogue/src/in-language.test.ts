import { expect, test } from 'vitest';
import { defaultVehicleCatalogue } from './default-vehicle.ts';
import { inLanguage } from './in-language.ts';

test('who speaks Arabic gets Arabic beside German and English, and the rest of the catalogue as it is', () => {
  const [category] = inLanguage(defaultVehicleCatalogue, 'ar').categories;
  const [whole] = defaultVehicleCatalogue.categories;
  expect(category?.label).toEqual({ de: whole?.label.de, en: whole?.label.en, ar: whole?.label.ar });
  expect(category?.questions.map(({ id, when }) => ({ id, when }))).toEqual(whole?.questions.map(({ id, when }) => ({ id, when })));
});
