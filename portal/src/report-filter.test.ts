import { expect, test } from 'vitest';
import { filterSearch, readFilter } from './report-filter.ts';

test('a filter survives the way into the address and back', () => {
  const filter = { q: 'KA-PA 777', status: 'open', category: 'glass', new: 'true', from: '2026-11-01', to: '2026-11-21' } as const;
  expect(readFilter(filterSearch(filter))).toEqual(filter);
});

test('the whole list has no query', () => {
  expect(filterSearch({})).toBe('');
});

test('nonsense in the address is left out, the rest still holds', () => {
  expect(readFilter('?status=nonsense&from=2026-02-31&q=muster&other=1')).toEqual({ q: 'muster' });
});
