import type { StaffLanguage } from '@meldewerk/contract/language';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

/** To a customer: the workshop has written. What it wrote stands behind the link only: anybody may see a phone's screen. */
export function messageSms({ language, workshop, url }: { language: StaffLanguage; workshop: Pick<Workshop, 'name'>; url: string }): { text: string } {
  const say = texts[language];
  return fitOneSms(workshop.name, (shown) => `${shown}: ${say.wrote} ${url} ${say.key}`);
}

const texts = {
  de: { wrote: 'Wir haben Ihnen geschrieben:', key: 'Zum Lesen Kennzeichen bereithalten.' },
  en: { wrote: 'We have written to you:', key: 'Have your licence plate ready.' },
} satisfies Record<StaffLanguage, unknown>;
