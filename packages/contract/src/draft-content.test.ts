import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contentChangesSchema } from './draft-content.ts';

const typedAs = (value: string, path = 'answers.incidentDescription') => v.safeParse(contentChangesSchema, { since: 0, changes: [{ path, value, ageMs: 0, after: 0 }] });

test('what is typed keeps the blanks around it and loses what no text may hold', () => {
  const kept = (value: string) => (typedAs(value).output as { changes: { value: unknown }[] }).changes[0]?.value;
  expect(['', '   ', ' Delle  vorn \n', '\u2003Ab\u0000c\u202E '].map(kept)).toEqual(['', '   ', ' Delle  vorn \n', 'Abc ']);
});

test('no text takes longer to read than its length', () => {
  const texts = Array.from({ length: 50 }, (_, at) => ({ path: `answers.a${at}`, value: `a${' '.repeat(4_990)}b`, ageMs: 0, after: 0 }));
  const begun = process.cpuUsage();
  expect(v.is(contentChangesSchema, { since: 0, changes: texts })).toBe(true);
  // Of its own processor's time, in microseconds: a busy machine takes none of it.
  expect(process.cpuUsage(begun).user).toBeLessThan(500_000);
});

test('a path that could name anything but a field of a draft is refused', () => {
  for (const path of ['__proto__.x', 'answers.__proto__', 'answers.', 'answers.a.b', 'damages.x', 'formFields.x.y', 'vehicle', 'reporter.Name', 'handoff.other', 'answers.a\n', '../answers.a', `answers.${'a'.repeat(41)}`]) {
    expect([path, typedAs('x', path).success]).toEqual([path, false]);
  }
});
