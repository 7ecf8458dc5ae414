import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

export type ApprovalKind = 'extraWork' | 'delay';
type Input = { language: Language; workshop: Pick<Workshop, 'name'>; kind: ApprovalKind; again: boolean; reference: string; url: string };

/** To the customer: the workshop needs a yes or no. A long workshop name is cut to fit one SMS. */
export function approvalSms({ language, workshop, kind, again, reference, url }: Input): { text: string } {
  const say = texts[language];
  return fitOneSms(workshop.name, (shown) => `${shown}: ${again ? say.again : ''}${say[kind](reference)} ${url}`);
}

const german = {
  again: 'Erinnerung: ',
  extraWork: (reference: string) => `Zu ${reference} brauchen wir Ihr Ja oder Nein:`,
  delay: (reference: string) => `${reference} dauert länger. Bitte antworten Sie:`,
};

const english: typeof german = {
  again: 'Reminder: ',
  extraWork: (reference: string) => `We need your yes or no for ${reference}:`,
  delay: (reference: string) => `${reference} takes longer. Please answer:`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('approvalSms') };
