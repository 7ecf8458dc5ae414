import type { Language } from '@meldewerk/contract/language';
import { localeOf } from '@meldewerk/contract/text-in';
import { inOtherLanguages } from './customer-texts.ts';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

/** `url` opens the draft; `expiresAt` is when it stops to. */
export type LinkMessage = { language: Language; workshop: Workshop; url: string; expiresAt: string };

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
function lastDay(expiresAt: string, language: Language, timeZone: string): string {
  const month = language === 'en' ? 'short' : '2-digit';
  return new Intl.DateTimeFormat(localeOf(language), { day: month === 'short' ? 'numeric' : '2-digit', month, timeZone }).format(new Date(expiresAt));
}

const german = (workshop: string, day: string, url: string) => `${workshop}: Bitte ergänzen Sie hier Ihre Schadenmeldung (gültig bis ${day}): ${url}`;

const english: typeof german = (workshop: string, day: string, url: string) => `${workshop}: Please complete your damage report here (valid until ${day}): ${url}`;

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('linkSms') };
