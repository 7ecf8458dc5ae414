import type { StaffLanguage } from '@meldewerk/contract/language';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

/** `url` opens the draft; `expiresAt` is when it stops to. */
export type LinkMessage = { language: StaffLanguage; workshop: Workshop; url: string; expiresAt: string };

/**
 * To the customer: who writes, what for, the link, and how long it works, in one SMS where the link's length allows; a
 * long workshop name is cut for it. No name of a customer is in it: it would cost room, and could bring a link of its own.
 */
export function linkSms({ language, workshop, url, expiresAt }: LinkMessage): { text: string } {
  const say = texts[language];
  const day = lastDay(expiresAt, language, workshop.timeZone);
  return fitOneSms(workshop.name, (shown) => say(shown, day, url));
}

/** `05.12.`, `5 Dec`: two weeks ahead the year goes without saying. */
function lastDay(expiresAt: string, language: StaffLanguage, timeZone: string): string {
  const [locale, month] = language === 'de' ? ['de-DE', '2-digit' as const] : ['en-GB', 'short' as const];
  return new Intl.DateTimeFormat(locale, { day: month === 'short' ? 'numeric' : '2-digit', month, timeZone }).format(new Date(expiresAt));
}

const texts = {
  de: (workshop: string, day: string, url: string) => `${workshop}: Bitte ergänzen Sie hier Ihre Schadenmeldung (gültig bis ${day}): ${url}`,
  en: (workshop: string, day: string, url: string) => `${workshop}: Please complete your damage report here (valid until ${day}): ${url}`,
} satisfies Record<StaffLanguage, unknown>;
