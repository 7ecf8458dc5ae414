import { expect, test } from 'vitest';
import { accidentPaths, circumstances, clockPositions, factsText, missingIn, numberTitles, roads, sketchSize, wordsOf, type AccidentContent } from './accident-fields.ts';
import { accidentChangesSchema } from './accident-statement.ts';
import { emptySketch, isDrawn, roadLines, vehicleLines } from './accident-sketch.ts';
import { languages } from './language.ts';
import * as v from 'valibot';

const complete: AccidentContent = { 'shared.date': '2026-11-20', 'shared.time': '17:40', 'shared.place': 'Karlsruhe', 'shared.injured': false, 'a.plate': 'KA-PA 777', 'a.driverName': 'Jana', 'b.plate': 'S-AB 1', 'b.driverName': 'Łukasz' };

test('the same facts give the same bytes, whatever the order they came in; any other fact gives others', () => {
  const turned = Object.fromEntries(Object.entries({ ...complete, 'shared.sketch': emptySketch }).toReversed());
  const sketched = { ...turned, 'shared.sketch': { strokes: [], vehicles: { b: { angle: 270, y: 290, x: 670 }, a: { angle: 90, x: 330, y: 410 } }, road: 'none' as const } };
  expect(factsText('id', turned)).toBe(factsText('id', sketched));
  for (const other of [factsText('other', turned), factsText('id', { ...turned, 'a.plate': 'KA-PA 778' }), factsText('id', { ...turned, 'a.impact': '1' }), factsText('id', complete)]) expect(other).not.toBe(factsText('id', turned));
});

test('what has to be there before anybody signs is named by its path; a no is an answer', () => {
  expect(missingIn(complete)).toEqual([]);
  const { 'shared.time': _time, 'b.plate': _plate, ...rest } = complete;
  expect([_time, _plate, missingIn(rest), missingIn(rest, ['a'])]).toEqual(['17:40', 'S-AB 1', ['shared.time', 'b.plate'], ['shared.time']]);
});

test('the form has its seventeen circumstances and the numbers one to fourteen, each side the same', () => {
  expect(circumstances).toHaveLength(17);
  expect(new Set([...accidentPaths.values()].map(({ number }) => number))).toEqual(new Set(Array.from({ length: 14 }, (_, at) => at + 1)));
  const of = (side: string) => [...accidentPaths.keys()].filter((path) => path.startsWith(side)).map((path) => path.slice(2));
  expect(of('a.')).toEqual(of('b.'));
});

test('keyed answers are read in words, typed ones as they are', () => {
  const words = (path: string, value: AccidentContent[string]) => wordsOf(accidentPaths.get(path)!, value, 'de');
  expect([words('shared.injured', false), words('shared.date', '2026-11-20'), words('a.impact', '2'), words('a.circumstances', ['reversing', 'parked']), words('a.remarks', 'Ich stand.'), words('shared.sketch', emptySketch)]).toEqual(['nein', '20.11.2026', '2 Uhr: Kotflügel rechts', 'parkte oder stand; fuhr rückwärts', 'Ich stand.', null]);
});

test('every road stays within the sheet, and a vehicle turns about its middle', () => {
  for (const road of roads) for (const { points } of roadLines(road)) for (const [x, y] of points) expect([road, x >= 0 && x <= sketchSize.width && y >= 0 && y <= sketchSize.height]).toEqual([road, true]);
  const [outline] = vehicleLines({ x: 500, y: 350, angle: 90 });
  expect(Math.max(...outline!.points.map(([x]) => x))).toBe(576);
  expect([isDrawn(emptySketch), isDrawn({ ...emptySketch, road: 'crossing' })]).toEqual([false, true]);
});

test('a change takes known fields with fitting values, and null to take one away', () => {
  expect(v.is(accidentChangesSchema, { 'a.plate': 'KA-PA 777', 'b.remarks': null, 'shared.sketch': emptySketch })).toBe(true);
  for (const wrong of [{ 'a.date': '2026-11-20' }, { 'a.plate': ' '.repeat(21) }, { 'a.plate': '' }, { 'a.remarks': '\ud800' }, { 'a.remarks': `${'\n'.repeat(30)}.` }, { 'shared.injured': 'ja' }]) expect([wrong, v.is(accidentChangesSchema, wrong)]).toEqual([wrong, false]);
});

test('every label can be had in every language of customers', () => {
  const labels = [...accidentPaths.values(), ...circumstances, ...clockPositions].map(({ label }) => label);
  for (const label of [...labels, ...Object.values(numberTitles)]) expect(Object.keys(label).toSorted()).toEqual([...languages].toSorted());
});
