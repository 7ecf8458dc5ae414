import { countSegments } from '@meldewerk/simulators/twilio/segments';
import { expect, test } from 'vitest';
import { reminderSms } from './reminder-sms.ts';

const url = 'https://karosserie-muster.meldewerk.de/m/abcdefghijklmnopqrstuv';
const workshop = { name: 'Karosserie Muster GmbH', phone: '+49 721 5550100' };

test('brings the address, the workshop, and how to end it, in one SMS', () => {
  for (const kind of ['linkUnopened', 'halfFinished'] as const) {
    for (const language of ['de', 'en'] as const) {
      const { text } = reminderSms({ language, workshop, kind, url, answerable: true });
      expect(text).toContain(url);
      expect(text).toMatch(/STOP$/);
      expect(text).toContain(workshop.name);
      expect(countSegments(text), text).toBe(1);
    }
  }
});

test('names the phone number where the sender cannot be answered, and shortens a long name first', () => {
  const { text } = reminderSms({ language: 'de', workshop: { ...workshop, name: 'Karosserie- und Lackierzentrum Überlingen Müller und Söhne' }, kind: 'linkUnopened', url, answerable: false });
  expect(text).not.toMatch(/STOP/);
  expect(text).toContain(workshop.phone);
  expect(text).toMatch(/^Karosserie-/);
});
