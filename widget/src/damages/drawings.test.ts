import { groupedPartsOf, partsOf } from '@meldewerk/contract/damage-parts';
import { vehicleTypes } from '@meldewerk/contract/report';
import { partAt, placeOf } from '@meldewerk/vehicle-drawings/find-part';
import { loadDrawing } from '@meldewerk/vehicle-drawings/load-drawing';
import { seenSide, views } from '@meldewerk/vehicle-drawings/seen-side';
import { describe, expect, test } from 'vitest';

describe.each(vehicleTypes)('the drawing of %s', (type) => {
  test('shows parts of this vehicle alone, and every one that can be seen from outside', async () => {
    const drawing = await loadDrawing(type);
    const drawn = new Set(views.flatMap((view) => seenSide(drawing, view).shapes.flatMap(({ part }) => part || [])));
    const parts = new Set<string>(partsOf(type));
    expect([...drawn].filter((part) => !parts.has(part))).toEqual([]);
    const outside = groupedPartsOf(type).flatMap(({ group, parts: own }) => (group === 'inside' ? [] : own));
    expect(outside.filter((part) => !drawn.has(part))).toEqual([]);
  });

  test('has a place for the pin of every drawn part, and tapping there means that part', async () => {
    const drawing = await loadDrawing(type);
    for (const part of partsOf(type)) {
      const place = placeOf(drawing, part);
      if (!place) continue;
      const side = seenSide(drawing, place.view);
      expect([part, partAt(side, place.x * side.width, place.y * side.height)]).toEqual([part, part]);
    }
  });

  test('is made of paths that every reader of drawings understands', async () => {
    const drawing = await loadDrawing(type);
    for (const { path } of Object.values(drawing).flatMap(({ shapes }) => shapes.map(([, part, drawn]) => ({ part, path: drawn })))) {
      expect(path).toMatch(/^(?:[ML]\s?-?[\d.]+ -?[\d.]+ ?|C\s?(?:-?[\d.]+ ?){6}|Z ?)+$/);
    }
  });
});

test('left and right are told apart from every side, and a finger may miss a part by a little', async () => {
  const car = await loadDrawing('car');
  const at = (view: (typeof views)[number], x: number, y: number, reach = 0) => partAt(seenSide(car, view), x, y, reach);
  expect(at('left', 180, 110)).toBe('doorFrontLeft');
  expect(at('right', 420 - 180, 110)).toBe('doorFrontRight');
  // Whoever stands before the car has its left on the right.
  expect(at('front', 165, 98)).toBe('headlightLeft');
  expect(at('rear', 35, 92)).toBe('tailLightLeft');
  expect(at('top', 180, 175)).toBe('doorFrontLeft');
  expect(at('top', 180, 25)).toBe('doorFrontRight');
  expect(at('left', 6, 120)).toBeNull();
  expect(at('left', 6, 120, 12)).toBe('frontBumper');
  expect(at('left', 6, 5, 12)).toBeNull();
});
