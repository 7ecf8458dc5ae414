import type { StaffLanguage } from '@meldewerk/contract/language';
import type { LinkChannel, Preparation } from '@meldewerk/contract/preparation';
import type { Transaction } from '@meldewerk/db/client';
import { smsOptOuts } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { readPhoneLine, type PhoneLine } from './phone-line.ts';

type Reporter = Pick<Preparation['reporter'], 'phone' | 'email'>;

/** Where a message by this channel goes; throws noWayToReach or phoneOptedOut with the reason in words. */
export async function recipientOf(scope: Scope, tx: Transaction, { phone, email }: Reporter, channel: LinkChannel): Promise<string> {
  if (channel === 'email') {
    if (!email) throw new ProblemError('noWayToReach');
    return email;
  }
  if (!phone) throw new ProblemError('noWayToReach');
  const line = readPhoneLine(phone)?.line ?? 'unknown';
  if (line !== 'mobile') throw new ProblemError('noWayToReach', { issues: [{ path: 'reporter.phone', code: line, message: noSms[line][scope.language] }] });
  if (await isOptedOut(scope, tx, phone)) throw new ProblemError('phoneOptedOut');
  return phone;
}

/** Whether STOP came from this number. */
export async function isOptedOut({ tenant }: Scope, tx: Transaction, phoneE164: string): Promise<boolean> {
  const [stopped] = await tx.select({ phone: smsOptOuts.phone }).from(smsOptOuts).where(and(eq(smsOptOuts.tenantId, tenant.id), eq(smsOptOuts.phone, phoneE164)));
  return stopped !== undefined;
}

const noSms: Record<Exclude<PhoneLine['line'], 'mobile'>, Record<StaffLanguage, string>> = {
  landline: {
    de: 'Das ist eine Festnetznummer: Dort kommt keine SMS an. Bitte geben Sie eine Handynummer ein, oder senden Sie den Link per E-Mail.',
    en: 'This is a landline: no SMS arrives there. Please enter a mobile number, or send the link by e-mail.',
  },
  unservedCountry: {
    de: 'In dieses Land senden wir keine SMS. Bitte senden Sie den Link per E-Mail, oder geben Sie ihn selbst weiter.',
    en: 'We do not send SMS to this country. Please send the link by e-mail, or pass it on yourself.',
  },
  unknown: {
    de: 'An diese Nummer lässt sich keine SMS senden. Bitte geben Sie eine Handynummer ein, oder senden Sie den Link per E-Mail.',
    en: 'No SMS can be sent to this number. Please enter a mobile number, or send the link by e-mail.',
  },
};
