import { expect, test } from 'vitest';
import { billingSender } from './billing-sender.ts';
import { billingEmailConfirmationMail, billingEmailReplacedMail, billingInvitationMail, billingSignInMail } from './billing-sign-in-mails.ts';

const sender = billingSender({ name: 'Meldewerk GmbH', email: 'betrieb@meldewerk.example' });
const link = 'https://billing.meldewerk.example/sign-in#secret';
const mailsIn = (language: 'de' | 'en') => [
  billingSignInMail({ language, sender, link, code: '012345' }),
  billingInvitationMail({ language, sender, workshopName: 'Karosserie Muster', link }),
  billingEmailConfirmationMail({ language, sender, workshopName: 'Karosserie Muster', link }),
  billingEmailReplacedMail({ language, sender, workshopName: 'Karosserie Muster' }),
];

test('mails that sign in carry their link and how long it works, and end with whom the money goes to', () => {
  const [signIn, invitation, confirmation, replaced] = mailsIn('de').map(({ text }) => text);
  expect(signIn).toMatch(/012 345[\s\S]*15 Minuten/);
  expect(invitation).toMatch(/Karosserie Muster[\s\S]*14 Tage/);
  expect(confirmation).toContain('24 Stunden');
  for (const text of [signIn, invitation, confirmation]) expect(text).toContain(link);
  expect(replaced).toContain('betrieb@meldewerk.example');
  for (const { text, html } of mailsIn('de')) expect([text.endsWith('-- \nMeldewerk GmbH\nbetrieb@meldewerk.example\n'), html.includes('undefined'), html.includes('tel:')]).toEqual([true, false, false]);
});

test('in English nothing German is left', () => {
  for (const { subject, text } of mailsIn('en')) expect(`${subject} ${text}`).not.toMatch(/\b(der|die|das|und|Sie|Ihre?)\b/);
});
