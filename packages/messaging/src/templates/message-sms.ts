import type { Language } from '@meldewerk/contract/language';
import { singleLine } from '../single-line.ts';
import { measureSms, toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

const shortestName = 12;

/** To a customer: the workshop has written. What it wrote stands behind the link only: anybody may see a phone's screen. */
export function messageSms({ language, workshop, url }: { language: Language; workshop: Pick<Workshop, 'name'>; url: string }): { text: string } {
  const say = texts[language];
  const name = toGsmText(singleLine(workshop.name));
  const compose = (shown: string) => `${shown}: ${say.wrote} ${url} ${say.key}`;
  for (let length = name.length; length >= shortestName; length -= 1) {
    const text = compose(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`);
    if (measureSms(text).fits) return { text };
  }
  return { text: compose(name) };
}

const texts = {
  de: { wrote: 'Wir haben Ihnen geschrieben:', key: 'Zum Lesen Kennzeichen bereithalten.' },
  en: { wrote: 'We have written to you:', key: 'Have your licence plate ready.' },
} satisfies Record<Language, unknown>;
