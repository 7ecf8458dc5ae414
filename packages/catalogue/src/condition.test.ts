import { describe, expect, test } from 'vitest';
import { holds } from './condition.ts';
import { factsOf } from './facts.ts';

const facts = factsOf({
  answers: { kind: 'hail', zones: ['roof', 'glass'], known: false, count: 0, blank: '  ', none: [] },
  vehicle: { vin: '', driveType: 'electric', leased: true, odometerKm: 0, makeModel: undefined },
  insurance: { coverage: 'partialCover' },
  reporter: { role: 'keeper' },
});

describe('a condition', () => {
  test('compares answers and base fields by value and type', () => {
    expect(holds({ fact: 'kind', is: 'hail' }, facts)).toBe(true);
    expect(holds({ fact: 'kind', is: 'flood' }, facts)).toBe(false);
    expect(holds({ fact: 'known', is: false }, facts)).toBe(true);
    expect(holds({ fact: 'count', is: '0' }, facts)).toBe(false);
    expect(holds({ fact: 'vehicle.driveType', is: 'electric' }, facts)).toBe(true);
    expect(holds({ fact: 'vehicle.leased', is: true }, facts)).toBe(true);
    expect(holds({ fact: 'insurance.coverage', is: 'partialCover' }, facts)).toBe(true);
    expect(holds({ fact: 'reporter.role', is: 'keeper' }, facts)).toBe(true);
  });

  test('looks into choices of several, and not into texts', () => {
    expect(holds({ fact: 'zones', includes: 'glass' }, facts)).toBe(true);
    expect(holds({ fact: 'zones', includes: 'bonnet' }, facts)).toBe(false);
    expect(holds({ fact: 'kind', includes: 'ha' }, facts)).toBe(false);
  });

  test('takes an unanswered fact for empty and equal to nothing', () => {
    expect(holds({ fact: 'neverAsked', is: false }, facts)).toBe(false);
    expect(holds({ fact: 'neverAsked', includes: 'x' }, facts)).toBe(false);
    for (const fact of ['neverAsked', 'blank', 'none', 'vehicle.vin', 'vehicle.makeModel', 'vehicle.hsn']) {
      expect(holds({ fact, empty: true }, facts), fact).toBe(true);
    }
    for (const fact of ['known', 'count', 'vehicle.odometerKm']) expect(holds({ fact, empty: false }, facts), fact).toBe(true);
  });

  test('combines with all, any and not', () => {
    const yes = { fact: 'kind', is: 'hail' };
    const no = { fact: 'kind', is: 'flood' };
    expect(holds({ all: [yes, { not: no }] }, facts)).toBe(true);
    expect(holds({ all: [yes, no] }, facts)).toBe(false);
    expect(holds({ any: [no, yes] }, facts)).toBe(true);
    expect(holds({ any: [] }, facts)).toBe(false);
    expect(holds({ all: [] }, facts)).toBe(true);
  });

  test('is not fooled by names every object has', () => {
    for (const fact of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(holds({ fact, empty: true }, facts), fact).toBe(true);
    }
    const evil = factsOf({ answers: JSON.parse('{"__proto__": "yes", "constructor": "yes"}') });
    expect(holds({ fact: 'constructor', is: 'yes' }, evil)).toBe(true);
    expect(({} as Record<string, unknown>).yes).toBeUndefined();
  });

  test('never takes an answer for a base field', () => {
    const posing = factsOf({ answers: { 'vehicle.vin': 'WVWZZZ1KZAW000001' } });
    expect(holds({ fact: 'vehicle.vin', empty: true }, posing)).toBe(true);
  });
});
