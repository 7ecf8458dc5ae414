import type { StaffLanguage } from '@meldewerk/contract/language';
import { fitOneSms } from './fit-one-sms.ts';
import type { Workshop } from './workshop.ts';

/** To the customer, when staff send it: where to see how the case stands. A long workshop name is cut to fit one SMS. */
export function statusLinkSms({ language, workshop, url }: { language: StaffLanguage; workshop: Pick<Workshop, 'name'>; url: string }): { text: string } {
  const say = texts[language];
  return fitOneSms(workshop.name, (shown) => say(shown, url));
}

const texts = {
  de: (workshop: string, url: string) => `${workshop}: Hier sehen Sie jederzeit, wie es um Ihr Fahrzeug steht: ${url}`,
  en: (workshop: string, url: string) => `${workshop}: See at any time how your vehicle is getting on: ${url}`,
} satisfies Record<StaffLanguage, unknown>;
