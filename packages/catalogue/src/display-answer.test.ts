import type { AnswerValue, Question } from '@meldewerk/contract/catalogue';
import { expect, test } from 'vitest';
import { ask, option } from './default-vehicle/ask.ts';
import { displayAnswer } from './display-answer.ts';

const options = [option('roof', 'Dach', 'Roof'), option('boot', 'Heckklappe', 'Boot')];

test.each<[Question['type'], AnswerValue, string, string, Partial<Question>?]>([
  ['yesNo', true, 'Ja', 'Yes'],
  ['yesNo', false, 'Nein', 'No'],
  ['oneOf', 'roof', 'Dach', 'Roof', { options }],
  ['oneOf', 'gone', 'gone', 'gone', { options }],
  ['manyOf', ['roof', 'boot'], 'Dach, Heckklappe', 'Roof, Boot', { options }],
  ['date', '2026-11-21', '21.11.2026', '21 Nov 2026'],
  ['date', '2026-03-01', '01.03.2026', '1 Mar 2026'],
  ['time', '14:03', '14:03 Uhr', '14:03'],
  ['money', 123450, '1.234,50 €', '€1,234.50'],
  ['number', 12000, '12.000 km', '12,000 km', { unit: 'km' }],
  ['number', 3, '3', '3'],
  ['plate', 'ka-pa777', 'KA-PA 777', 'KA-PA 777'],
  ['longText', 'Zeile 1\nZeile 2', 'Zeile 1\nZeile 2', 'Zeile 1\nZeile 2'],
])('an answer to a %s question, %j, reads %s', (type, value, de, en, details) => {
  const shown = displayAnswer(ask('it', type, 'Was?', 'What?', details), value);
  const plain = (shownText: string) => shownText.replaceAll('\u00a0', ' ');
  expect({ de: plain(shown.de), en: plain(shown.en) }).toEqual({ de, en });
});
