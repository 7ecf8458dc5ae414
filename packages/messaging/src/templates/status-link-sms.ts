import type { Language } from '@meldewerk/contract/language';
import { singleLine } from '../single-line.ts';
import { measureSms, toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

const shortestName = 12;

/** To the customer, when staff send it: where to see how the case stands. A long workshop name is cut to fit one SMS. */
export function statusLinkSms({ language, workshop, url }: { language: Language; workshop: Pick<Workshop, 'name'>; url: string }): { text: string } {
  const say = texts[language];
  const name = toGsmText(singleLine(workshop.name));
  for (let length = name.length; length >= shortestName; length -= 1) {
    const text = say(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`, url);
    if (measureSms(text).fits) return { text };
  }
  return { text: say(name, url) };
}

const texts = {
  de: (workshop: string, url: string) => `${workshop}: Hier sehen Sie jederzeit, wie es um Ihr Fahrzeug steht: ${url}`,
  en: (workshop: string, url: string) => `${workshop}: See at any time how your vehicle is getting on: ${url}`,
} satisfies Record<Language, unknown>;
