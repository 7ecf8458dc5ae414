import type { Context } from 'hono';
import { readIban } from '../bank/iban.ts';
import type { StripeAccount, StripeAccounts } from '../stripe/accounts.ts';
import { type PagesLanguage, pagesTexts } from './texts.ts';

/** What somebody entered, and what is wrong with it in their language. */
export type AccountForm = { holder: string; iban: string; agreed: boolean; faults: { holder?: string; iban?: string; agreed?: string } };

export const emptyForm = (holder: string): AccountForm => ({ holder, iban: '', agreed: false, faults: {} });

/** Takes the form: an account with its mandate, or the form with what is wrong. */
export async function readAccountForm(c: Context, stripe: StripeAccounts, { language, email }: { language: PagesLanguage; email: string }): Promise<{ account: StripeAccount } | { form: AccountForm }> {
  const say = pagesTexts[language];
  const entered = await c.req.parseBody();
  const text = (name: string) => (typeof entered[name] === 'string' ? entered[name].trim().slice(0, 200) : '');
  const form: AccountForm = { holder: text('holder'), iban: text('iban'), agreed: entered.agreed === 'yes', faults: {} };
  if (form.holder === '') form.faults.holder = say.holderMissing;
  if (!form.agreed) form.faults.agreed = say.agreeMissing;
  const read = readIban(form.iban);
  if ('fault' in read) form.faults.iban = say.ibanFaults[read.fault];
  if (Object.keys(form.faults).length > 0) return { form };
  const given = stripe.giveMandate({ holder: form.holder, email, iban: form.iban, ipAddress: '127.0.0.1', userAgent: c.req.header('user-agent') ?? '' });
  if ('account' in given) return given;
  return { form: { ...form, faults: { iban: say.ibanFaults[given.fault] } } };
}
