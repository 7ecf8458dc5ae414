import { languages, type Language } from '@meldewerk/contract/language';
import { describe, expect, test } from 'vitest';
import { appointmentSms } from './appointment-sms.ts';
import { approvalSms } from './approval-sms.ts';
import { confirmationMail } from './confirmation-mail.ts';
import { confirmationSms } from './confirmation-sms.ts';
import { report, workshop } from './examples.fixture.ts';
import { measureSms } from './gsm-text.ts';
import { itemsSms } from './items-sms.ts';
import { linkSms } from './link-sms.ts';
import { messageSms } from './message-sms.ts';
import { reminderSms } from './reminder-sms.ts';
import { statusLinkSms } from './status-link-sms.ts';

const url = 'https://karosserie-muster.example/s/x2Jb9Qe0Rk5TnVw7Yz1AcD';
const reference = 'SM-2026-000123';
const at = '2026-12-01T09:00:00Z';
const hasOwnScript = (language: Language) => language === 'uk' || language === 'ar';

describe.each(languages)('%s', (language) => {
  test('every SMS is one message, or two where the script has room for 70 characters only', () => {
    const all = [
      linkSms({ language, workshop, url, expiresAt: at }),
      confirmationSms({ language, workshop, reference, statusUrl: url }),
      confirmationSms({ language, workshop, reference }),
      reminderSms({ language, workshop, kind: 'linkUnopened', url, answerable: true }),
      reminderSms({ language, workshop, kind: 'halfFinished', url, answerable: false }),
      itemsSms({ language, workshop, kind: 'reminder', count: 3, reference, url }),
      messageSms({ language, workshop, url }),
      statusLinkSms({ language, workshop, url }),
      approvalSms({ language, workshop, kind: 'delay', again: true, reference, url }),
      appointmentSms({ language, workshop, news: { kind: 'reminder', url } }),
      appointmentSms({ language, workshop, news: { kind: 'cancelled', startsAt: at } }),
    ];
    for (const { text } of all) expect({ text, ...measureSms(text) }).toMatchObject(hasOwnScript(language) ? { encoding: 'ucs2', segments: expect.toSatisfy((count) => count <= 2) } : { encoding: 'gsm7', segments: 1 });
  });

  test('a mail says which language it is in and which way it runs, and greets in it', () => {
    const { html, text } = confirmationMail({ language, workshop, report });
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(text).not.toContain('undefined');
    if (language !== 'de') expect(text.split('\n')[0]).not.toContain('Guten Tag');
  });
});

test('dates for readers of Arabic have the digits of German papers', () => {
  expect(confirmationMail({ language: 'ar', workshop, report }).text).not.toMatch(/[\u0660-\u0669]/);
});
