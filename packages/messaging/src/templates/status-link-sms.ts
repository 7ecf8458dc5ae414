import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

/** To the customer, when staff send it: where to see how the case stands. A long workshop name is cut to fit one SMS. */
export function statusLinkSms({ language, workshop, url }: { language: Language; workshop: Pick<Workshop, 'name'>; url: string }): { text: string } {
  const say = texts[language];
  return fitOneSms(workshop.name, (shown) => say(shown, url));
}

const german = (workshop: string, url: string) => `${workshop}: Hier sehen Sie jederzeit, wie es um Ihr Fahrzeug steht: ${url}`;

const english: typeof german = (workshop: string, url: string) => `${workshop}: See at any time how your vehicle is getting on: ${url}`;

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('statusLinkSms') };
