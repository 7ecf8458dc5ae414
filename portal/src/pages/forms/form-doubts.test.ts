import { expect, test } from 'vitest';
import { doubtsAbout } from './form-doubts.ts';

const form = { validity: 'valid', cases: ['thirdPartyLiability', 'partner'], retired: false } as const;
const about = (changes: object, reportCase: Parameters<typeof doubtsAbout>[1]) => doubtsAbout({ ...form, cases: [...form.cases], ...changes }, reportCase);

test('a form goes without a word where it is valid and meant for the case', () => {
  expect(about({}, { coverage: 'thirdPartyLiability', hasPartner: false })).toEqual([]);
  expect(about({}, { coverage: 'selfPay', hasPartner: true })).toEqual([]);
  expect(about({ cases: [] }, { coverage: 'selfPay', hasPartner: false })).toEqual([]);
});

test('what does not fit is named', () => {
  expect(about({ validity: 'outdated' }, { coverage: 'selfPay', hasPartner: false })).toEqual(['outdated', 'otherCase']);
  expect(about({ retired: true }, { coverage: 'thirdPartyLiability', hasPartner: false })).toEqual(['retired']);
});

test('while nobody knows the cover, only a form for partners alone is doubtful', () => {
  expect(about({}, { coverage: 'unknown', hasPartner: false })).toEqual([]);
  expect(about({ cases: ['partner'] }, { coverage: 'unknown', hasPartner: false })).toEqual(['otherCase']);
});
