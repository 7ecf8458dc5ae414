import { countSegments } from '@meldewerk/simulators/twilio/segments';
import { expect, test } from 'vitest';
import { workshop } from './examples.fixture.ts';
import { measureSms } from './gsm-text.ts';
import { linkMail } from './link-mail.ts';
import { linkSms } from './link-sms.ts';

const url = `https://karosserie-muster.meldungen.example.de/m/${'x'.repeat(22)}`;
const expiresAt = '2026-12-04T22:30:00.000Z';
const message = { language: 'de' as const, workshop, url, expiresAt };

test('the SMS says who writes, what for, how long, and ends with the link', () => {
  expect(linkSms(message).text).toBe(`Karosserie Muster GmbH: Bitte ergänzen Sie hier Ihre Schadenmeldung (gültig bis 04.12.): ${url}`);
  expect(linkSms({ ...message, language: 'en' }).text).toBe(`Karosserie Muster GmbH: Please complete your damage report here (valid until 4 Dec): ${url}`);
});

test('the day is the workshop’s, not that of the machine', () => {
  expect(linkSms({ ...message, expiresAt: '2026-12-04T23:30:00.000Z' }).text).toContain('gültig bis 05.12.');
});

test.each(['Karosserie- & Lackierzentrum Außerhalb-Überlingen Müller, Schäfer und Söhne GmbH & Co. KG', '„Lack & Blech“ – Café René', 'Škoda-Partner Dvořák'])('%s fits into one SMS with the link', (name) => {
  for (const language of ['de', 'en'] as const) {
    const { text } = linkSms({ ...message, language, workshop: { ...workshop, name } });
    expect(countSegments(text), text).toBe(1);
    expect(text.endsWith(url)).toBe(true);
  }
});

test('a link that is too long for one SMS is not cut, nor is the name then', () => {
  const long = `https://${'a'.repeat(120)}.example.de/m/${'x'.repeat(22)}`;
  const { text } = linkSms({ ...message, url: long });
  expect(text).toMatch(/^Karosserie Muster GmbH: .*x{22}$/);
  expect(measureSms(text)).toMatchObject({ segments: 2, encoding: 'gsm7' });
});

test.each([
  ['a'.repeat(160), 160, 1, 'gsm7'],
  ['a'.repeat(161), 161, 2, 'gsm7'],
  ['a'.repeat(306), 306, 2, 'gsm7'],
  ['a'.repeat(307), 307, 3, 'gsm7'],
  // The euro sign takes two places, and is not torn apart.
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 306, 3, 'gsm7'],
  ['я'.repeat(70), 70, 1, 'ucs2'],
  ['я'.repeat(71), 71, 2, 'ucs2'],
  [`${'я'.repeat(66)}😀${'я'.repeat(66)}`, 134, 3, 'ucs2'],
] as const)('the size of an SMS is what the network counts: %#', (text, characters, segments, encoding) => {
  expect(measureSms(text)).toMatchObject({ characters, segments, encoding });
});

test('the mail greets by name, and not by what looks like an address', () => {
  expect(linkMail({ ...message, firstName: 'Jana', lastName: 'Köhler' }).text).toContain('Guten Tag Jana Köhler,');
  expect(linkMail({ ...message, firstName: 'Dr. Jana', lastName: undefined }).text).toContain('Guten Tag Dr. Jana,');
  expect(linkMail({ ...message, firstName: 'www.gewinn.example', lastName: 'http://x' }).text).toContain('Guten Tag,');
  expect(linkMail({ ...message, language: 'en' }).text).toMatch(/Hello,[\s\S]*works until 4 Dec 2026, 23:30/);
});
