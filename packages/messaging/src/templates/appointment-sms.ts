import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { singleLine } from '../single-line.ts';
import { formatAppointmentShortly } from './appointment-times.ts';
import { fitOneSms } from './fit-one-sms.ts';
import { toGsmText } from './gsm-text.ts';
import type { Workshop } from './workshop.ts';

type AppointmentSms = {
  language: Language;
  workshop: Pick<Workshop, 'name' | 'phone' | 'timeZone'>;
  news: { kind: 'proposal' | 'reminder'; url: string } | { kind: 'confirmed' | 'moved' | 'cancelled'; startsAt: string };
};

/** To a customer about a date, in one SMS. A long workshop name is cut before the rest suffers. */
export function appointmentSms({ language, workshop, news }: AppointmentSms): { text: string } {
  const say = texts[language];
  const phone = toGsmText(singleLine(workshop.phone));
  const said = 'url' in news ? `${say[news.kind]} ${news.url} ${say.key}` : `${say[news.kind](formatAppointmentShortly(news.startsAt, language, workshop.timeZone))} ${say.call(phone)}`;
  return fitOneSms(workshop.name, (shown) => `${shown}: ${said}`);
}

const german = {
  proposal: 'Terminvorschlag für Sie. Bitte antworten:',
  reminder: 'Unser Terminvorschlag wartet auf Ihre Antwort:',
  confirmed: (when: string) => `Ihr Termin steht: ${when}.`,
  moved: (when: string) => `Ihr neuer Termin: ${when}.`,
  cancelled: (when: string) => `Ihr Termin am ${when} ist abgesagt.`,
  key: 'Kennzeichen bereithalten.',
  call: (phone: string) => `Fragen? Tel. ${phone}`,
};

const english: typeof german = {
  proposal: 'an appointment for you. Please answer:',
  reminder: 'our proposed appointment waits for your answer:',
  confirmed: (when: string) => `your appointment is on ${when}.`,
  moved: (when: string) => `your new appointment: ${when}.`,
  cancelled: (when: string) => `your appointment on ${when} is cancelled.`,
  key: 'Have your plate ready.',
  call: (phone: string) => `Questions? Phone ${phone}`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('appointmentSms') };
