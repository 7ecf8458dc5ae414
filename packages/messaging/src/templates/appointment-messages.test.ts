import { describe, expect, test } from 'vitest';
import { appointmentNewsMail, cancelledMail, confirmedMail, proposalMail } from './appointment-mails.ts';
import { appointmentSms } from './appointment-sms.ts';
import { workshop } from './examples.fixture.ts';
import { measureSms } from './gsm-text.ts';

const startsAt = '2026-12-01T09:00:00.000Z';
const url = 'https://karosserie-muster.meldewerk.example/s/aB3dE5fG7hJ9kL1mN3pQ5r';
const addressed = { workshop, reference: 'SM-2026-000123', customerName: 'Jana Köhler', note: null };

describe.each(['de', 'en'] as const)('in %s', (language) => {
  test('every SMS about a date is one message, also of a workshop with a long name', () => {
    const long = { ...workshop, name: 'Karosserie- und Lackierzentrum Großmann & Söhne GmbH & Co. KG' };
    for (const kind of ['proposal', 'reminder'] as const) {
      const { text } = appointmentSms({ language, workshop: long, news: { kind, url } });
      expect([text, measureSms(text).fits, text.includes(url)]).toEqual([text, true, true]);
    }
    for (const kind of ['confirmed', 'moved', 'cancelled'] as const) {
      const { text } = appointmentSms({ language, workshop: long, news: { kind, startsAt } });
      expect([text, measureSms(text).fits, text.includes('10:00'), text.includes('01')]).toEqual([text, true, true, true]);
    }
  });

  test('every mail says when, in words, by the workshop’s clock', () => {
    const when = language === 'de' ? 'Dienstag, 1. Dezember 2026, 10:00 Uhr' : 'Tuesday, 1 December 2026, 10:00';
    const say = (text: string) => text.replace(/Tuesday 1/, 'Tuesday, 1');
    const mails = [
      proposalMail({ ...addressed, language, slots: [startsAt], url, reminder: false }),
      confirmedMail({ ...addressed, language, startsAt, movedFrom: '2026-11-30T09:00:00.000Z', url }),
      cancelledMail({ ...addressed, language, startsAt }),
      appointmentNewsMail({ workshop, language, news: 'acceptedByCustomer', reference: 'SM-2026-000123', licensePlate: 'KA-PA 777', customerName: 'Jana Köhler', note: null, startsAt, wishes: [], url }),
    ];
    for (const mail of mails) expect(say(mail.text)).toContain(when);
  });
});
