import { expect, test } from 'vitest';
import { harmless, toValue } from './cell.ts';

const german = { language: 'de', timeZone: 'Europe/Berlin' } as const;

test.each([
  ['=HYPERLINK("http://evil.example")', '\'=HYPERLINK("http://evil.example")'], ['@SUM(A1)', "'@SUM(A1)"], ['+cmd|\' /C calc\'!A0', "'+cmd|' /C calc'!A0"], ['-2+3+cmd', "'-2+3+cmd"],
  ['\t=1+1', "'\t=1+1"], ['\r=1', "'\r=1"], ['＝1+1', "'＝1+1"],
])('%j begins like a formula and is none for any program', (text, written) => {
  expect(harmless(text)).toBe(written);
});

test.each(['+49 171 2345678', '-12', 'KA-PA 777', "O'Brien", '2+2', '+'])('%j calculates nothing and stays as it is', (text) => {
  expect(harmless(text)).toBe(text);
});

test('instants are the clock on the workshop’s wall, in summer and in winter', () => {
  expect(toValue({ instant: '2026-07-01T22:30:00Z' }, german)).toEqual(new Date('2026-07-02T00:30:00Z'));
  expect(toValue({ instant: '2026-12-31T23:30:00.123456Z' }, german)).toEqual(new Date('2027-01-01T00:30:00.123Z'));
});

test('amounts are numbers, days are dates, what is no day is text', () => {
  expect(toValue({ cents: 123_450 }, german)).toBe(1234.5);
  expect(toValue({ day: '2019-05-14' }, german)).toEqual(new Date('2019-05-14T00:00:00Z'));
  expect(toValue({ day: '=1+1' }, german)).toBe("'=1+1");
  expect(toValue({ day: '0001-01-01' }, german)).toBe('0001-01-01');
});

test('letters that a workbook cannot hold are left out', () => {
  expect(harmless('a\u0000b\u0008c\uFFFEd\nf')).toBe('abcd\nf');
  expect(harmless('x'.repeat(40_000))).toHaveLength(32_767);
});
