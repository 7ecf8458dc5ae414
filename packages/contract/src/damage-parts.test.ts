import { expect, test } from 'vitest';
import { damageKindLabels, damageSizeLabels, partGroupLabel, partLabel } from './damage-labels.ts';
import { groupedPartsOf, hasPart, kindsOf, oppositePart, partsOf } from './damage-parts.ts';
import { damageKinds, damageSizes, vehicleParts } from './damage-vocabulary.ts';
import { vehicleTypes } from './report.ts';

test.each(vehicleTypes)('%s: every part is listed once, has a name of its own, and something that can happen to it', (type) => {
  const parts = partsOf(type);
  expect(new Set(parts).size).toBe(parts.length);
  for (const language of ['de', 'en'] as const) {
    const names = parts.map((part) => partLabel(part, type)[language]);
    expect(names.every(Boolean)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  }
  for (const part of parts) {
    expect(kindsOf(part).length).toBeGreaterThan(3);
    expect(kindsOf(part)).toContain('other');
    expect(hasPart(type, oppositePart(part))).toBe(true);
  }
  for (const { group } of groupedPartsOf(type)) expect(partGroupLabel(group, type).de).toBeTruthy();
});

test('every code of the vocabulary belongs to some vehicle and has a label', () => {
  const used = new Set(vehicleTypes.flatMap((type) => partsOf(type)));
  expect(vehicleParts.filter((part) => !used.has(part))).toEqual([]);
  expect(Object.keys(damageKindLabels).sort()).toEqual([...damageKinds].sort());
  expect(Object.keys(damageSizeLabels)).toEqual([...damageSizes]);
});

test('glass cannot be dented and a wheel has no paint', () => {
  for (const glass of ['windscreen', 'sideWindowLeft', 'rearWindow', 'glassRoof'] as const) {
    expect(kindsOf(glass)).toContain('chip');
    for (const kind of ['dent', 'hailDents', 'paintOff', 'deformed'] as const) expect(kindsOf(glass)).not.toContain(kind);
  }
  expect(kindsOf('doorFrontLeft')).toContain('dent');
  expect(kindsOf('wheelFrontLeft')).not.toContain('paintOff');
});
