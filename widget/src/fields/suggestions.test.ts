import { expect, test } from 'vitest';
import { suggestionsFor } from './suggestions.ts';

const options = ['Allianz', 'BGV / Badische Versicherungen', 'HUK-COBURG', 'HUK24', 'Nürnberger', 'R+V', 'Württembergische'];

test.each([
  ['huk', ['HUK-COBURG', 'HUK24']],
  ['huk coburg', ['HUK-COBURG']],
  ['badische', ['BGV / Badische Versicherungen']],
  ['nuernberger', ['Nürnberger']],
  ['WURTT', ['Württembergische']],
  ['r+v', ['R+V']],
  ['coburg', ['HUK-COBURG']],
  ['anz', ['Allianz']],
  ['xyz', []],
])('typing %s suggests %j', (typed, suggested) => {
  expect(suggestionsFor(typed, options)).toEqual(suggested);
});

test('before anything is typed the whole list can be looked through', () => {
  expect(suggestionsFor(' ', options)).toEqual(options);
});
