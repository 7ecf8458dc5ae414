import { expect, test } from 'vitest';
import { confirmationMail } from './confirmation-mail.ts';
import { report, workshop } from './examples.fixture.ts';
import { withdrawalConfirmationMail, withdrawalNoticeMail } from './withdrawal-mails.ts';

const declaration = { name: 'Jana Köhler', email: 'jana@example.org', contract: 'SM-2026-000123', statement: 'Ich habe es mir überlegt.', declaredAt: new Date('2026-11-21T13:03:00Z') };
const german = /\b(der|die|das|und|Sie|Ihre?)\b/;

test('whoever withdraws gets time and content of the declaration', () => {
  const { text, html } = withdrawalConfirmationMail({ language: 'de', workshop, declaration });
  for (const told of ['21.11.2026, 14:03', 'Hiermit widerrufe ich', 'SM-2026-000123', 'Jana Köhler', 'Ich habe es mir überlegt.']) {
    expect(text).toContain(told);
    expect(html).toContain(told);
  }
});

test('the workshop reads which report it is, or that none fits', () => {
  const url = 'https://karosserie-muster.example/portal';
  expect(withdrawalNoticeMail({ language: 'de', workshop, declaration, report: { reference: 'SM-2026-000123', url } }).subject).toBe('Widerruf: SM-2026-000123');
  expect(withdrawalNoticeMail({ language: 'de', workshop, declaration, report: { url } }).text).toContain('passen zu keiner Meldung');
});

test('in English no German is left', () => {
  const plain = { ...declaration, statement: null };
  for (const { subject, text } of [withdrawalConfirmationMail({ language: 'en', workshop, declaration: plain }), withdrawalNoticeMail({ language: 'en', workshop, declaration: plain, report: { url: 'https://x.example' } })]) {
    expect(`${subject} ${text}`).not.toMatch(german);
  }
});

test('whatever is typed stays text, and no name with a line break starts a header', () => {
  const evil = { ...declaration, name: '<script>alert(1)</script>', contract: 'KA\r\nBcc: fremd@example.org', statement: '<img src=x onerror=alert(1)>' };
  const staff = withdrawalNoticeMail({ language: 'de', workshop, declaration: evil, report: { url: 'https://x.example' } });
  expect(staff.subject).not.toMatch(/[\r\n]/);
  for (const { html } of [withdrawalConfirmationMail({ language: 'de', workshop, declaration: evil }), staff]) expect(html).not.toMatch(/<script|<img/);
});

test('the confirmation of a report with a contract names its papers with their checksums, and until when and where it can be withdrawn', () => {
  const papers = { files: [{ name: 'Auftrag.pdf', hash: 'ab'.repeat(32) }, { name: 'Widerrufsbelehrung.pdf', hash: null }], withdrawal: { endsAt: '2026-12-07T22:59:59Z', url: 'https://x.example/widerruf' } };
  const consents = [...report.consents, { kind: 'withdrawalNotice' as const, textVersion: 2, text: 'Langer Text der Belehrung', givenAt: '2026-11-21T13:02:41Z' }];
  const { text } = confirmationMail({ language: 'de', workshop, report: { ...report, consents }, papers });
  for (const told of ['Auftrag.pdf', `SHA-256: ${'ab'.repeat(32)}`, 'bis zum Ende des 07.12.2026', 'https://x.example/widerruf', 'Widerrufsbelehrung (Fassung 2)']) expect(text).toContain(told);
  expect(text).not.toContain('Langer Text der Belehrung');
  expect(confirmationMail({ language: 'de', workshop, report }).text).not.toMatch(/IHRE UNTERLAGEN|widerrufen kann/);
});

test('a name that is an advertisement is not greeted with', () => {
  const { text } = withdrawalConfirmationMail({ language: 'de', workshop, declaration: { ...declaration, name: 'Gewonnen: https://boese.example/preis' } });
  expect(text).toMatch(/^Guten Tag,\n/m);
});
