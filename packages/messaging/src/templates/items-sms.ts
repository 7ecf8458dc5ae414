import type { Language } from '@meldewerk/contract/language';
import { singleLine } from '../single-line.ts';
import { measureSms, toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

/** `count`: how many things are still open. `url` leads to the status page. */
export type ItemsSms = { language: Language; workshop: Pick<Workshop, 'name'>; kind: 'request' | 'reminder'; count: number; reference: string; url: string };

const shortestName = 12;

/** To the customer of a sent report: how much is missing, and where to give it, in one SMS. A long workshop name is cut for it. */
export function itemsSms({ language, workshop, kind, count, reference, url }: ItemsSms): { text: string } {
  const say = texts[language];
  const name = toGsmText(singleLine(workshop.name));
  const compose = (shown: string) => `${shown}: ${kind === 'reminder' ? say.reminder : ''}${say.missing(count, reference)} ${url}`;
  for (let length = name.length; length >= shortestName; length -= 1) {
    const text = compose(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`);
    if (measureSms(text).fits) return { text };
  }
  return { text: compose(name) };
}

const texts = {
  de: {
    reminder: 'Erinnerung: ',
    missing: (count: number, reference: string) => (count === 1 ? `Zu ${reference} fehlt noch eine Angabe:` : `Zu ${reference} fehlen noch ${count} Angaben:`),
  },
  en: {
    reminder: 'Reminder: ',
    missing: (count: number, reference: string) => (count === 1 ? `One detail is still missing for ${reference}:` : `${count} details are still missing for ${reference}:`),
  },
} satisfies Record<Language, unknown>;
