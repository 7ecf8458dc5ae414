import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { singleLine } from '../single-line.ts';
import { fitOneSms } from './fit-one-sms.ts';
import { toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

/** `statusUrl`: where the customer sees how it stands; null when staff took that back. */
type Confirmation = { language: Language; workshop: Pick<Workshop, 'name' | 'phone'>; reference: string; statusUrl?: string | null };

/**
 * To the customer: reference, workshop and where to see how it stands, in one SMS. A long workshop name is cut before the
 * phone number goes, which the page has as well.
 */
export function confirmationSms({ language, workshop, reference, statusUrl = null }: Confirmation): { text: string } {
  const say = texts[language];
  const phone = toGsmText(singleLine(workshop.phone));
  const withPhone = (shown: string) => (statusUrl === null ? say.plain(shown, reference, phone) : say.withPage(`${shown}, Tel. ${phone}`, reference, statusUrl));
  const last = (shown: string) => (statusUrl === null ? withPhone(shown) : say.withPage(shown, reference, statusUrl));
  return fitOneSms(workshop.name, withPhone, last);
}

const german = {
  plain: (workshop: string, reference: string, phone: string) => `Ihre Schadenmeldung ${reference} ist angekommen. Wir melden uns bei Ihnen. ${workshop}, Tel. ${phone}`,
  withPage: (workshop: string, reference: string, url: string) => `Ihre Meldung ${reference} ist da. Stand ansehen: ${url} ${workshop}`,
};

const english: typeof german = {
  plain: (workshop: string, reference: string, phone: string) => `Your damage report ${reference} has arrived. We will get back to you. ${workshop}, phone ${phone}`,
  withPage: (workshop: string, reference: string, url: string) => `Your report ${reference} has arrived. How it stands: ${url} ${workshop}`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('confirmationSms') };
