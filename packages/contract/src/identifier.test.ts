import * as v from 'valibot';
import { expect, test } from 'vitest';
import { daySchema, instantSchema } from './identifier.ts';

test('a day is one that the database can hold, and so is the day after it', () => {
  expect(['2026-11-20', '0001-01-01', '9998-12-31', '2024-02-29'].filter((day) => !v.is(daySchema, day))).toEqual([]);
  expect(['0000-01-01', '9999-12-31', '2026-02-29', '2026-13-01', '2026-1-1'].filter((day) => v.is(daySchema, day))).toEqual([]);
});

test('an instant is one of such a day', () => {
  expect(['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.123456Z'].filter((instant) => !v.is(instantSchema, instant))).toEqual([]);
  expect(['0000-01-01T00:00:00Z', '9999-12-31T23:59:00Z', '2026-02-31T10:00:00Z', '2026-11-20'].filter((instant) => v.is(instantSchema, instant))).toEqual([]);
});
