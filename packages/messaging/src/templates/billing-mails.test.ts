import { debitFailureWords } from '@meldewerk/contract/debit-failure';
import { staffLanguages } from '@meldewerk/contract/language';
import { describe, expect, test } from 'vitest';
import { billingMail, type BillingMailContent } from './billing-mails.ts';
import { billingSender } from './billing-sender.ts';

const mandate = { maskedIban: 'DE•• •••• 3000', reference: 'NXDSYREGC9PSMKWY' };
const amount = { cents: 123_456, currency: 'EUR' };
const at = '2026-12-20T10:00:00Z';
const debit = { invoiceIds: ['2026-00017'], amount, at, maskedIban: '•••• 3000' };

const contents: BillingMailContent[] = [
  { kind: 'mandateGiven', ...mandate, holder: 'Muster GmbH', withDocument: true },
  { kind: 'mandateChanged', ...mandate, holder: null, withDocument: false },
  { kind: 'mandateLapsing', ...mandate, lapsesAt: at },
  { kind: 'mandateLapsing', ...mandate, lapsesAt: null },
  { kind: 'preNotification', ...mandate, amount, debitAt: at, planName: 'Tarif M' },
  { kind: 'invoiceIssued', invoiceId: '2026-00017', amount, due: amount, issuedAt: at, paid: false, mandate },
  { kind: 'invoiceIssued', invoiceId: '2026-00017', amount, due: amount, issuedAt: at, paid: false, mandate: null },
  { kind: 'invoiceIssued', invoiceId: '2026-00017', amount, due: amount, issuedAt: at, paid: true, mandate },
  { kind: 'debitExecuted', ...debit },
  { kind: 'debitFailed', ...debit, failureCode: 'insufficient_funds', suspendsAt: at },
  { kind: 'debitReturned', ...debit, failureCode: null, suspendsAt: null },
  { kind: 'suspensionAhead', open: amount, suspendsAt: at },
  { kind: 'suspended', open: amount },
  { kind: 'reactivated' },
  { kind: 'cancelled', at, isOver: false },
  { kind: 'cancelled', at, isOver: true },
  { kind: 'trialEnding', endsAt: at, planName: 'Tarif M', amount, mandate },
  { kind: 'trialEnding', endsAt: at, planName: 'Tarif M', amount, mandate: null },
];

const compose = (language: 'de' | 'en', content: BillingMailContent) =>
  billingMail({ language, sender: billingSender({ name: 'Betreiber GmbH', email: 'geld@betreiber.example' }), workshopName: 'Werkstatt <Kern>', timeZone: 'Europe/Berlin', portalUrl: 'https://billing.example.de', creditorId: 'DE98ZZZ09999999999' }, content);

describe.each(contents)('$kind', (content) => {
  test.each(staffLanguages)('says in %s what happened, in whole words, from whom the money goes to', (language) => {
    const { subject, text, html } = compose(language, content);
    expect(subject.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
    expect(html).not.toMatch(/undefined|NaN|Invalid Date|\[object|<Kern>/);
    expect(text).toContain('Werkstatt <Kern>');
    expect(text).toContain('geld@betreiber.example');
    if (language === 'en') expect(`${subject} ${text}`).not.toMatch(/[äöüß]|\b(Sie|die|und|bitte|Rechnung|Konto)\b/);
  });
});

test('what is debited is announced with amount, day, account, mandate and creditor', () => {
  const { text } = compose('de', contents[4]!);
  for (const fact of ['1.234,56 €', '20.12.2026', 'DE•• •••• 3000', 'NXDSYREGC9PSMKWY', 'DE98ZZZ09999999999']) expect(text.replaceAll('\u00a0', ' ')).toContain(fact);
});

test('an invoice of which a credit was set off says what is debited', () => {
  const { text } = compose('de', { kind: 'invoiceIssued', invoiceId: '2026-00018', amount, due: { cents: 5949, currency: 'EUR' }, issuedAt: at, paid: false, mandate });
  for (const fact of ['1.234,56 €', '59,49 € werden']) expect(text.replaceAll('\u00a0', ' ')).toContain(fact);
});

test('every reason of a bank is said in words, also one nobody knows', () => {
  for (const code of ['insufficient_funds', 'account_closed', 'debit_disputed', 'stripe_insufficient_funds', 'something_new', null]) {
    for (const language of staffLanguages) expect(debitFailureWords(code, language).reason).toMatch(/^[A-ZÄÖÜ].{10,}\.$/);
  }
  expect(debitFailureWords('INSUFFICIENT_FUNDS', 'de')).toEqual(debitFailureWords('insufficient_funds', 'de'));
  // Nobody promises to try anew what the bank has given back.
  expect(compose('de', contents[10]!).text).not.toContain('noch einmal');
});
