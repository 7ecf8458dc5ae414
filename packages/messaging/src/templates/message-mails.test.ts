import { expect, test } from 'vitest';
import { workshop } from './examples.fixture.ts';
import { measureSms } from './gsm-text.ts';
import { customerWroteMail, mentionMail, workshopWroteMail } from './message-mails.ts';
import { messageSms } from './message-sms.ts';

const url = 'https://karosserie-muster.example/s/statuspage-link-000001';
const facts = { workshop, reference: 'SM-2026-000123', licensePlate: 'KA-PA 777', customerName: 'Jana Köhler', url };
const message = { body: '<script>alert(1)</script>\nBis Montag', fileNames: ['Tür links.jpg'] };

test('words and names of files are in both versions of the mail, and whatever was typed stays text', () => {
  for (const mail of [customerWroteMail({ ...facts, language: 'de', messages: [message] }), workshopWroteMail({ ...facts, language: 'de', messages: [message] }), mentionMail({ ...facts, language: 'de', writtenBy: 'Mia', message })]) {
    for (const part of ['Bis Montag', 'Tür links.jpg', 'SM-2026-000123', url]) for (const version of [mail.text, mail.html]) expect(version).toContain(part);
    expect(mail.html).not.toContain('<script>');
  }
});

test('several messages are one mail that says how many', () => {
  expect(customerWroteMail({ ...facts, language: 'de', messages: [message, message, message] }).subject).toBe('3 Nachrichten von Jana Köhler (KA-PA 777)');
});

test('English ones have no German left in them', () => {
  const plain = { body: 'See you on Monday', fileNames: [] };
  const mails = [customerWroteMail({ ...facts, language: 'en', messages: [plain] }), workshopWroteMail({ ...facts, language: 'en', messages: [plain] }), mentionMail({ ...facts, language: 'en', writtenBy: 'Mia', message: plain })];
  for (const { subject, text } of mails) expect(`${subject} ${text}`).not.toMatch(/\b(der|die|das|und|Sie|Ihre?)\b/);
});

test('the SMS is one, however long the workshop’s name', () => {
  for (const name of ['Kfz', 'Karosserie- und Lackierfachbetrieb Müller & Söhne Gesellschaft mit beschränkter Haftung']) {
    const { text } = messageSms({ language: 'de', workshop: { name }, url });
    expect(measureSms(text).fits).toBe(true);
    expect(text).toContain(url);
  }
});
