import type { Language } from '@meldewerk/contract/language';
import { singleLine } from '../single-line.ts';
import { measureSms, toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

export type ApprovalKind = 'extraWork' | 'delay';
type Input = { language: Language; workshop: Pick<Workshop, 'name'>; kind: ApprovalKind; again: boolean; reference: string; url: string };

const shortestName = 12;

/** To the customer: the workshop needs a yes or no. A long workshop name is cut to fit one SMS. */
export function approvalSms({ language, workshop, kind, again, reference, url }: Input): { text: string } {
  const say = texts[language];
  const name = toGsmText(singleLine(workshop.name));
  const compose = (shown: string) => `${shown}: ${again ? say.again : ''}${say[kind](reference)} ${url}`;
  for (let length = name.length; length >= shortestName; length -= 1) {
    const text = compose(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`);
    if (measureSms(text).fits) return { text };
  }
  return { text: compose(name) };
}

const texts = {
  de: {
    again: 'Erinnerung: ',
    extraWork: (reference: string) => `Zu ${reference} brauchen wir Ihr Ja oder Nein:`,
    delay: (reference: string) => `${reference} dauert länger. Bitte antworten Sie:`,
  },
  en: {
    again: 'Reminder: ',
    extraWork: (reference: string) => `We need your yes or no for ${reference}:`,
    delay: (reference: string) => `${reference} takes longer. Please answer:`,
  },
} satisfies Record<Language, unknown>;
