import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

/** To a customer: the workshop has written. What it wrote stands behind the link only: anybody may see a phone's screen. */
export function messageSms({ language, workshop, url }: { language: Language; workshop: Pick<Workshop, 'name'>; url: string }): { text: string } {
  const say = texts[language];
  return fitOneSms(workshop.name, (shown) => `${shown}: ${say.wrote} ${url} ${say.key}`);
}

const german = { wrote: 'Wir haben Ihnen geschrieben:', key: 'Zum Lesen Kennzeichen bereithalten.' };

const english: typeof german = { wrote: 'We have written to you:', key: 'Have your licence plate ready.' };

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('messageSms') };
