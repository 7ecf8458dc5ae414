import { expect, test } from 'vitest';
import { confirmationMail } from './confirmation-mail.ts';
import { report, workshop } from './examples.fixture.ts';
import { newReportMail } from './new-report-mail.ts';
import { readableTextOn } from './readable-color.ts';
import { invitationMail, passwordResetMail } from './staff-mails.ts';

const reportUrl = 'https://karosserie-muster.example/portal/reports/0190';
const arrived = {
  reference: 'SM-2026-000123', licensePlate: 'KA-PA 777', makeModel: 'VW Golf', customerName: 'Jana Köhler',
  submittedAt: report.submittedAt, photoCount: 3, categoryLabel: report.categoryLabel, safety: null,
};

test('the customer gets a copy of everything that was sent, in both versions of the mail', () => {
  const mail = confirmationMail({ language: 'de', workshop, report });
  const sent = [
    'SM-2026-000123', '21.11.2026, 14:03', 'Parkschaden', '20.11.2026', 'Parkhaus Stephanplatz', 'gestreift.', 'Ein Zettel war nicht am Auto.', 'Ja',
    'KA-PA 777', 'Kombi / SUV', 'VW Golf Variant', '15.03.2021', 'WVWZZZ1KZAW000123', '0603 / BPX', '48.250 km', 'Benzin', 'Nein',
    'Vollkasko', 'Muster Versicherung AG', 'KH 12-345.678', 'Jana Köhler', 'Halter', '+4915112345678', 'jana.koehler@example.org',
    'Amselweg 4', '76131 Karlsruhe', 'SMS', 'Detail mit Maßstab', 'Ich willige ein',
    'Karosserie Muster GmbH', 'Industriestraße 12, 76185 Karlsruhe', '+49 721 5550100', 'Mo–Do 07:30–12:00, 13:00–17:00', 'Fr 07:30–14:00',
  ];
  for (const value of sent) {
    expect(mail.text).toContain(value);
    expect(mail.html).toContain(value);
  }
  expect(mail.text).toContain('Gesendete Fotos: 3');
});

test('the workshop reads in the mail that a vehicle must not be driven on, and nothing where nothing speaks against it', () => {
  const mailOf = (advice: 'tow' | 'drive') => newReportMail({ language: 'de', workshop, report: { ...arrived, safety: { answers: {}, advice } }, reportUrl });
  expect(mailOf('tow').text).toContain('Abschleppen');
  expect(mailOf('drive').text).not.toContain('Weiterfahren');
});

test('the workshop sees what came in and a link that opens exactly this report', () => {
  const mail = newReportMail({ language: 'de', workshop, report: arrived, reportUrl });
  expect(mail.subject).toBe('Neue Schadenmeldung SM-2026-000123: KA-PA 777, Parkschaden');
  expect(mail.html).toContain(`href="${reportUrl}"`);
  expect(mail.text).toContain(reportUrl);
});

test('links for staff say how long they work', () => {
  const link = 'https://x.example/portal/reset-password#secret';
  expect(passwordResetMail({ language: 'de', workshop, staffName: 'Petra', link }).text).toContain('30 Minuten');
  expect(passwordResetMail({ language: 'en', workshop, staffName: 'Petra', link }).html).toContain('30 minutes');
  expect(invitationMail({ language: 'de', workshop, staffName: 'Petra', link }).text).toContain('7 Tage');
  expect(invitationMail({ language: 'en', workshop, staffName: 'Petra', link }).html).toContain(`href="${link}"`);
});

test('English mails have no German left in them', () => {
  const link = 'https://x.example/#a';
  const mails = [
    newReportMail({ language: 'en', workshop, report: arrived, reportUrl }),
    passwordResetMail({ language: 'en', workshop, staffName: 'Petra', link }),
    invitationMail({ language: 'en', workshop, staffName: 'Petra', link }),
  ];
  for (const { subject, text, html } of mails) {
    expect(`${subject} ${text}`).not.toMatch(/\b(der|die|das|und|Sie|Ihre?)\b/);
    expect(html).toContain('<html lang="en" dir="ltr">');
  }
  expect(confirmationMail({ language: 'en', workshop, report }).text).toMatch(/Keeper[\s\S]*Photos sent: 3/);
});

test('whatever a customer types stays text', () => {
  const evil = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;
  const mail = confirmationMail({
    language: 'de',
    workshop: { ...workshop, name: evil },
    report: {
      ...report,
      reporter: { ...report.reporter, firstName: evil, company: evil },
      vehicle: { ...report.vehicle, licensePlate: evil, location: evil },
      answers: report.answers.map((answer) => ({ ...answer, display: { de: evil, en: evil } })),
    },
  });
  const staff = newReportMail({ language: 'de', workshop, report: { ...arrived, customerName: evil, licensePlate: evil }, reportUrl });
  for (const { html } of [mail, staff]) {
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;');
  }
});

test('a name with a line break cannot start a header', () => {
  const broken = 'KA\r\nBcc: fremd@example.org\u2028X-Evil: 1\u0000';
  const { subject } = newReportMail({ language: 'de', workshop, report: { ...arrived, licensePlate: broken }, reportUrl });
  expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  expect(confirmationMail({ language: 'de', workshop: { ...workshop, name: 'x'.repeat(900) }, report }).subject.length).toBeLessThanOrEqual(200);
});

test('a mail loads nothing from anywhere', () => {
  const { html } = confirmationMail({ language: 'de', workshop, report });
  expect(html).not.toMatch(/\ssrc=|<link|url\(|@import/);
});

test('text on the brand colour can be read, be it light or dark', () => {
  expect(readableTextOn('#0f4c81')).toBe('#ffffff');
  expect(readableTextOn('#ffd400')).toBe('#111827');
});
