import type { Language } from '@meldewerk/contract/language';
import { singleLine } from '../single-line.ts';
import { measureSms, toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

type Confirmation = { language: Language; workshop: Pick<Workshop, 'name' | 'phone'>; reference: string };

const shortestName = 12;

/** To the customer: reference, workshop and its phone number, in one SMS. A long workshop name is cut before the rest suffers. */
export function confirmationSms({ language, workshop, reference }: Confirmation): { text: string } {
  const say = texts[language];
  const name = toGsmText(singleLine(workshop.name));
  const phone = toGsmText(singleLine(workshop.phone));
  for (let length = name.length; length >= shortestName; length -= 1) {
    const text = say(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`, reference, phone);
    if (measureSms(text).fits) return { text };
  }
  return { text: say(name, reference, phone) };
}

const texts = {
  de: (workshop: string, reference: string, phone: string) =>
    `Ihre Schadenmeldung ${reference} ist angekommen. Wir melden uns bei Ihnen. ${workshop}, Tel. ${phone}`,
  en: (workshop: string, reference: string, phone: string) =>
    `Your damage report ${reference} has arrived. We will get back to you. ${workshop}, phone ${phone}`,
} satisfies Record<Language, unknown>;
