import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

/** `count`: how many things are still open. `url` leads to the status page. */
export type ItemsSms = { language: Language; workshop: Pick<Workshop, 'name'>; kind: 'request' | 'reminder'; count: number; reference: string; url: string };

/** To the customer of a sent report: how much is missing, and where to give it, in one SMS. A long workshop name is cut for it. */
export function itemsSms({ language, workshop, kind, count, reference, url }: ItemsSms): { text: string } {
  const say = texts[language];
  return fitOneSms(workshop.name, (shown) => `${shown}: ${kind === 'reminder' ? say.reminder : ''}${say.missing(count, reference)} ${url}`);
}

const german = {
  reminder: 'Erinnerung: ',
  missing: (count: number, reference: string) => (count === 1 ? `Zu ${reference} fehlt noch eine Angabe:` : `Zu ${reference} fehlen noch ${count} Angaben:`),
};

const english: typeof german = {
  reminder: 'Reminder: ',
  missing: (count: number, reference: string) => (count === 1 ? `One detail is still missing for ${reference}:` : `${count} details are still missing for ${reference}:`),
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('itemsSms') };
