import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import type { LinkReminderKind } from '@meldewerk/contract/reminder';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatInstant } from './dates.ts';
import { greetedName } from './greeted-name.ts';
import type { Workshop } from './workshop.ts';

type Reminder = { language: Language; workshop: Workshop; kind: LinkReminderKind; url: string; expiresAt: string; reference: string; customerName: string };

/** To a customer who has not opened the link, or not finished: the address once more, and until when it works. */
export function reminderMail({ language, workshop, kind, url, expiresAt, reference, customerName }: Reminder): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject(workshop.name),
    preview: say[kind],
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: say[kind] },
      { kind: 'button', label: say.open, url },
      { kind: 'paragraph', text: say.kept(formatInstant(expiresAt, language, workshop.timeZone)) },
      { kind: 'facts', facts: [{ label: say.reference, value: reference }] },
      { kind: 'note', text: say.done(workshop.phone) },
    ],
  });
}

const german = {
  subject: (workshop: string) => `Erinnerung: Ihre Schadenmeldung bei ${workshop}`,
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  linkUnopened: 'wir haben Ihre Schadenmeldung vorbereitet und warten noch auf Ihre Angaben und Fotos. Mit diesem Link geht es direkt dorthin:',
  halfFinished: 'Ihre Schadenmeldung ist begonnen, aber noch nicht abgeschickt. Mit diesem Link machen Sie weiter, wo Sie aufgehört haben:',
  open: 'Schadenmeldung öffnen',
  kept: (until: string) => `Der Link gilt bis ${until}. Was Sie schon eingegeben haben, bleibt erhalten.`,
  reference: 'Vorgangsnummer',
  done: (phone: string) => `Hat sich die Sache erledigt, oder möchten Sie keine Erinnerung mehr? Ein Anruf genügt: ${phone}.`,
};

const english: typeof german = {
  subject: (workshop: string) => `Reminder: your damage report with ${workshop}`,
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  linkUnopened: 'we have prepared your damage report and are waiting for your details and photos. This link leads straight to it:',
  halfFinished: 'your damage report is begun but not sent yet. With this link you go on where you stopped:',
  open: 'Open the damage report',
  kept: (until: string) => `The link works until ${until}. What you have entered so far is kept.`,
  reference: 'Reference',
  done: (phone: string) => `Is the matter settled, or would you rather not be reminded again? Just call us: ${phone}.`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('reminderMail') };
