import { expect, test } from 'vitest';
import { doubtsAbout } from './doubts.ts';

const form = { cases: ['thirdPartyLiability', 'partner'] as ('thirdPartyLiability' | 'partner')[], validFrom: null, validTo: null, retiredAt: null, nextVersionAt: null };
const liability = { coverage: 'thirdPartyLiability', hasPartner: false } as const;
const now = { at: new Date('2026-11-20T10:00:00Z'), day: '2026-11-20' };

test('a form that is meant for the case and in force raises no doubt', () => {
  expect(doubtsAbout(form, liability, now)).toEqual([]);
  expect(doubtsAbout({ ...form, validFrom: '2026-11-20', validTo: '2026-11-20' }, liability, now)).toEqual([]);
  expect(doubtsAbout({ ...form, cases: [] }, { coverage: 'selfPay', hasPartner: false }, now)).toEqual([]);
});

test.each([
  ['ran out yesterday', { validTo: '2026-11-19' }, ['outdated']],
  ['has a newer version', { nextVersionAt: new Date('2026-11-20T09:59:00Z') }, ['outdated']],
  ['begins tomorrow', { validFrom: '2026-11-21' }, ['notYetValid']],
  ['was taken out of use', { retiredAt: new Date('2026-11-19T00:00:00Z') }, ['retired']],
  ['was taken out of use only later', { retiredAt: new Date('2026-11-21T00:00:00Z') }, []],
] as const)('a form that %s', (_, changes, doubts) => {
  expect(doubtsAbout({ ...form, ...changes }, liability, now)).toEqual(doubts);
});

test.each([
  ['fullyComprehensive', false, ['otherCase']],
  ['fullyComprehensive', true, []],
  ['unknown', false, []],
] as const)('a form for liability and partners, on a report with cover %s and partner %s', (coverage, hasPartner, doubts) => {
  expect(doubtsAbout(form, { coverage, hasPartner }, now)).toEqual(doubts);
});

test('a form for partners alone does not go on a report without one, whatever its cover', () => {
  expect(doubtsAbout({ ...form, cases: ['partner'] }, { coverage: 'unknown', hasPartner: false }, now)).toEqual(['otherCase']);
});
