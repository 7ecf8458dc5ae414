import type { MessagePreview } from '@meldewerk/contract/preparation';
import { expect, test } from 'vitest';
import { emptyTyped } from './typed-preparation.ts';
import { actualWay, smsDoubt } from './way.ts';

const phone = (changes: Partial<NonNullable<MessagePreview['phone']>>): MessagePreview => ({
  phone: { valid: true, e164: '+491713920010', display: '+49 171 3920010', line: 'mobile', optedOut: false, ...changes },
  sms: { text: '', segments: 1, characters: 0, encoding: 'gsm7' },
  email: { subject: '', text: '' },
});
const typed = { ...emptyTyped(), phone: '0171 3920010' };
const withEmail = { ...typed, email: 'petra@beispiel.example' };

test('a mobile number gets an SMS', () => {
  expect(actualWay(null, typed, undefined)).toBe('sms');
  expect(actualWay(null, withEmail, phone({}))).toBe('sms');
});

test.each([['landline', phone({ line: 'landline' })], ['notMobile', phone({ line: 'unknown' })], ['unservedCountry', phone({ line: 'unservedCountry' })], ['optedOut', phone({ optedOut: true })], ['invalid', phone({ valid: false })]])(
  'where an SMS would be lost (%s), the e-mail is taken, or the link is handed on by hand',
  (doubt, preview) => {
    expect(smsDoubt(typed, preview)).toBe(doubt);
    expect(actualWay(null, withEmail, preview)).toBe('email');
    expect(actualWay(null, typed, preview)).toBe('none');
  },
);

test('a choice by hand stays, unless it cannot be done', () => {
  expect(actualWay('email', withEmail, phone({}))).toBe('email');
  expect(actualWay('email', typed, phone({}))).toBe('sms');
  expect(actualWay('sms', withEmail, phone({ optedOut: true }))).toBe('email');
  expect(actualWay('none', withEmail, phone({}))).toBe('none');
});
