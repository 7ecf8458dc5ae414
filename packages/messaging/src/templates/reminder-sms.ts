import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import type { LinkReminderKind } from '@meldewerk/contract/reminder';
import { singleLine } from '../single-line.ts';
import { fitOneSms } from './fit-one-sms.ts';
import { toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

/** `answerable`: the sender is a number, so STOP can be answered to it. */
type Reminder = { language: Language; workshop: Pick<Workshop, 'name' | 'phone'>; kind: LinkReminderKind; url: string; answerable: boolean };

/** To a customer who has not opened the link, or not finished: the address once more, and how to be left alone. */
export function reminderSms({ language, workshop, kind, url, answerable }: Reminder): { text: string } {
  const say = texts[language];
  const ending = answerable ? say.stop : say.call(toGsmText(singleLine(workshop.phone)));
  return fitOneSms(workshop.name, (shown) => `${shown}: ${say[kind]} ${url} ${ending}`);
}

const german = {
  linkUnopened: 'Ihre Schadenmeldung wartet noch auf Sie:',
  halfFinished: 'Ihre Schadenmeldung ist noch nicht abgeschickt:',
  stop: 'Abmelden mit STOP',
  call: (phone: string) => `Fragen? Tel. ${phone}`,
};

const english: typeof german = {
  linkUnopened: 'Your damage report is waiting for you:',
  halfFinished: 'Your damage report is not sent yet:',
  stop: 'Opt out with STOP',
  call: (phone: string) => `Questions? Phone ${phone}`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('reminderSms') };
