import type { MessagePreview } from '@meldewerk/contract/preparation';
import type { Way } from './kept-draft.ts';
import type { TypedPreparation } from './typed-preparation.ts';

/** Why no SMS goes to this number; null when nothing speaks against it, or nothing is known yet. */
export type SmsDoubt = 'noNumber' | 'invalid' | 'landline' | 'unservedCountry' | 'notMobile' | 'optedOut';

export function smsDoubt({ phone }: TypedPreparation, preview: MessagePreview | undefined): SmsDoubt | null {
  if (!phone.trim()) return 'noNumber';
  const read = preview?.phone;
  if (!read) return null;
  if (!read.valid) return 'invalid';
  if (read.optedOut) return 'optedOut';
  if (read.line === 'mobile') return null;
  return read.line === 'unknown' ? 'notMobile' : read.line;
}

/** How the link goes out: what was chosen by hand as long as it can be done, else what is likeliest to reach the customer. */
export function actualWay(chosen: Way | null, typed: TypedPreparation, preview: MessagePreview | undefined): Way {
  const smsArrives = smsDoubt(typed, preview) === null;
  const hasEmail = typed.email.trim() !== '';
  if (chosen === 'none' || chosen === 'internal' || (chosen === 'email' && hasEmail) || (chosen === 'sms' && smsArrives)) return chosen;
  if (smsArrives) return 'sms';
  if (hasEmail) return 'email';
  return typed.phone.trim() ? 'none' : 'sms';
}
