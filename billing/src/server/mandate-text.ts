import { createHash } from 'node:crypto';
import type { MandateText } from '@meldewerk/contract/billing';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { BillingConfig } from './billing.ts';

/**
 * Changes with every change of the words below: what somebody agreed to has to be found again by it. The words are our own and
 * wait for the approval of a lawyer (docs/billing.md); what they have to name is on docs.stripe.com/payments/sepa-debit.
 */
export const mandateTextVersion = '2026-11';

/** The words of a SEPA mandate with the creditor in them, and their hash. */
export function mandateText({ creditor }: Pick<BillingConfig, 'creditor'>, language: StaffLanguage): MandateText {
  const { heading, paragraphs } = texts[language](creditor);
  const sha256 = createHash('sha256').update(JSON.stringify([mandateTextVersion, language, heading, ...paragraphs])).digest('hex');
  return { version: mandateTextVersion, sha256, language, heading, paragraphs };
}

type Creditor = BillingConfig['creditor'];

const texts = {
  de: ({ name, id }: Creditor) => ({
    heading: 'SEPA-Lastschriftmandat',
    paragraphs: [
      `Zahlungsempfänger: ${name}, Gläubiger-Identifikationsnummer ${id}. Zahlungsdienstleister des Zahlungsempfängers: Stripe (Stripe Payments Europe, Limited). Die Mandatsreferenz erhalten Sie mit der Bestätigung dieses Mandats per E-Mail.`,
      `Sie ermächtigen (A) ${name} und Stripe als dessen Zahlungsdienstleister, Ihrer Bank Aufträge zur Belastung Ihres Kontos zu senden, und (B) Ihre Bank, Ihr Konto nach diesen Aufträgen zu belasten. Das Mandat gilt für wiederkehrende Zahlungen.`,
      'Sie können von Ihrer Bank die Erstattung eines abgebuchten Betrags verlangen. Dabei gelten die Bedingungen Ihres Vertrags mit Ihrer Bank. Sie müssen die Erstattung innerhalb von acht Wochen ab dem Tag der Belastung verlangen. Ihre Rechte erläutert ein Merkblatt, das Sie bei Ihrer Bank bekommen.',
      'Sie sind damit einverstanden, dass Ihnen Betrag und Tag jeder Abbuchung spätestens zwei Tage vorher per E-Mail an Ihre Buchhaltungsadresse angekündigt werden.',
      'Mit dem Klick auf die Schaltfläche unter diesem Text erteilen Sie dieses Mandat. Der Klick ersetzt Ihre Unterschrift; sein Tag ist das Datum des Mandats.',
    ],
  }),
  en: ({ name, id }: Creditor) => ({
    heading: 'SEPA direct debit mandate',
    paragraphs: [
      `Creditor: ${name}, creditor identifier ${id}. Payment service provider of the creditor: Stripe (Stripe Payments Europe, Limited). You will receive the mandate reference by e-mail with the confirmation of this mandate.`,
      `You authorise (A) ${name} and Stripe, its payment service provider, to send instructions to your bank to debit your account and (B) your bank to debit your account in accordance with those instructions. The mandate is for recurring payments.`,
      'You are entitled to a refund from your bank of an amount that was debited, under the terms and conditions of your agreement with your bank. A refund must be claimed within eight weeks starting from the date on which your account was debited. Your rights are explained in a statement that you can obtain from your bank.',
      'You agree to receive notice of the amount and date of every debit at least two days before it, by e-mail to your accounting address.',
      'By pressing the button below this text you give this mandate. Pressing it takes the place of your signature; its day is the date of the mandate.',
    ],
  }),
} satisfies Record<StaffLanguage, (creditor: Creditor) => Pick<MandateText, 'heading' | 'paragraphs'>>;
