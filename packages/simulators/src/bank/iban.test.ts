import { expect, test } from 'vitest';
import { readIban } from './iban.ts';
import { testIbans } from './test-ibans.ts';

test('every test IBAN is one that a bank could have given out', () => {
  for (const { iban } of testIbans) expect(readIban(iban), iban).toMatchObject({ account: { country: 'DE', last4: iban.slice(-4) } });
});

test('an IBAN is read however it is grouped, and a slip in it is noticed', () => {
  expect(readIban(' de89 3704 0044-0532 0130 00 ')).toMatchObject({ account: { iban: 'DE89370400440532013000', bankCode: '37040044', last4: '3000' } });
  expect(readIban('AT61 1904 3002 3457 3201')).toMatchObject({ account: { country: 'AT', bankCode: '19043' } });
  expect(readIban('')).toEqual({ fault: 'empty' });
  expect(readIban('DE89 3704')).toEqual({ fault: 'incomplete' });
  expect(readIban('DE89 3704 0044 0532 0130 01')).toEqual({ fault: 'invalid' });
  expect(readIban('DE89 3704 0044 0532 0130 001')).toEqual({ fault: 'invalid' });
  expect(readIban('8937')).toEqual({ fault: 'invalid' });
  expect(readIban('US64 1234')).toEqual({ fault: 'unsupportedCountry' });
});
