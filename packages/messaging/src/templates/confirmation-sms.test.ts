import { countSegments } from '@meldewerk/simulators/twilio/segments';
import { expect, test } from 'vitest';
import { confirmationSms } from './confirmation-sms.ts';

const workshop = { name: 'Karosserie Muster GmbH', phone: '+49 721 5550100' };
const reference = 'SM-2026-000123';

test('names the reference, the workshop and its phone number in one SMS', () => {
  const { text } = confirmationSms({ language: 'de', workshop, reference });
  expect(text).toBe('Ihre Schadenmeldung SM-2026-000123 ist angekommen. Wir melden uns bei Ihnen. Karosserie Muster GmbH, Tel. +49 721 5550100');
  expect(countSegments(text)).toBe(1);
  expect(confirmationSms({ language: 'en', workshop, reference }).text).toMatch(/damage report SM-2026-000123.*Karosserie Muster GmbH/);
});

test('stays one SMS however the workshop is called', () => {
  const names = ['Karosserie- & Lackierzentrum Außerhalb-Überlingen Müller, Schäfer und Söhne GmbH & Co. KG', '„Lack & Blech“ – Café René', 'Škoda-Partner Dvořák', '{[€]}'.repeat(12)];
  for (const name of names) {
    for (const language of ['de', 'en'] as const) {
      const { text } = confirmationSms({ language, workshop: { ...workshop, name }, reference });
      expect(countSegments(text), text).toBe(1);
      expect(text).toContain(reference);
      expect(text).toContain(workshop.phone);
    }
  }
});

test('keeps a name in another script readable', () => {
  expect(confirmationSms({ language: 'de', workshop: { ...workshop, name: 'Автосервис' }, reference }).text).toContain('Автосервис');
});

test('a name cannot add lines to the message', () => {
  expect(confirmationSms({ language: 'de', workshop: { ...workshop, name: 'A\nB' }, reference }).text).toContain('A B');
});

test('brings the address of the status page in one SMS, whole, however the workshop is called', () => {
  const statusUrl = 'https://karosserie-muster.meldewerk.example/s/statuspage-link-000001';
  const names = ['Muster', 'Karosserie Muster GmbH', 'Karosserie- & Lackierzentrum Außerhalb-Überlingen Müller, Schäfer und Söhne GmbH & Co. KG'];
  for (const name of names) {
    for (const language of ['de', 'en'] as const) {
      const { text } = confirmationSms({ language, workshop: { ...workshop, name }, reference, statusUrl });
      expect(countSegments(text), text).toBe(1);
      expect(text).toContain(`${statusUrl} `);
      expect(text).toContain(reference);
    }
  }
});
