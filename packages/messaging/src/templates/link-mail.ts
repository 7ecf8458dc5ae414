import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatInstant } from './dates.ts';
import { greetedName } from './greeted-name.ts';
import type { LinkMessage } from './link-sms.ts';

type LinkMail = LinkMessage & { firstName?: string | undefined; lastName?: string | undefined };

/** To the customer: the link to the report that the workshop has prepared. */
export function linkMail({ language, workshop, url, expiresAt, firstName, lastName }: LinkMail): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject(workshop.name),
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(firstName, lastName)) },
      { kind: 'paragraph', text: say.prepared(workshop.name) },
      { kind: 'button', label: say.open, url },
      { kind: 'paragraph', text: say.limits(formatInstant(expiresAt, language, workshop.timeZone)) },
      { kind: 'note', text: say.secret },
    ],
  });
}

const german = {
  subject: (workshop: string) => `Ihre Schadenmeldung bei ${workshop}`,
  preview: 'Bitte ergänzen Sie Ihre Angaben und die Fotos.',
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  prepared: (workshop: string) => `${workshop} hat Ihre Schadenmeldung vorbereitet. Bitte prüfen Sie Ihre Angaben und ergänzen Sie, was noch fehlt. Am einfachsten geht es mit dem Handy, weil Sie damit gleich die Fotos machen.`,
  open: 'Schadenmeldung öffnen',
  limits: (until: string) => `Der Link gilt bis ${until} Uhr. Sie können jederzeit unterbrechen und später weitermachen.`,
  secret: 'Der Link ist nur für Sie: Wer ihn hat, sieht Ihre Angaben. Haben Sie keinen Schaden gemeldet, können Sie diese Nachricht löschen.',
};

const english: typeof german = {
  subject: (workshop: string) => `Your damage report at ${workshop}`,
  preview: 'Please complete your details and the photos.',
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  prepared: (workshop: string) => `${workshop} has prepared your damage report. Please check your details and add what is missing. A phone is the easiest way, as you can take the photos with it.`,
  open: 'Open the damage report',
  limits: (until: string) => `The link works until ${until}. You can stop at any time and carry on later.`,
  secret: 'The link is for you only: whoever has it sees your details. If you have not reported a damage, you can delete this message.',
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('linkMail') };
