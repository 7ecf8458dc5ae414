import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { greetedName } from './greeted-name.ts';
import type { Workshop } from './workshop.ts';

type Input = { language: Language; workshop: Workshop; customerName: string; reference: string; url: string };

/** To the customer, when staff send it: where to see how the case stands. */
export function statusLinkMail({ language, workshop, customerName, reference, url }: Input): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject(reference),
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: say.page(workshop.name) },
      { kind: 'button', label: say.open, url },
      { kind: 'paragraph', text: say.factor },
      { kind: 'facts', facts: [{ label: say.reference, value: reference, strong: true }] },
      { kind: 'note', text: say.secret },
    ],
  });
}

const german = {
  subject: (reference: string) => `Der Stand Ihres Schadenfalls ${reference}`,
  preview: 'Sehen Sie jederzeit, wie es um Ihr Fahrzeug steht.',
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  page: (workshop: string) => `auf dieser Seite sehen Sie jederzeit, wie es bei ${workshop} um Ihr Fahrzeug steht. Fragen wir Sie etwas, antworten Sie auch dort.`,
  open: 'Stand ansehen',
  factor: 'Beim ersten Öffnen fragen wir nach Ihrem Kennzeichen oder Nachnamen.',
  reference: 'Vorgangsnummer',
  secret: 'Der Link ist nur für Sie. Bitte geben Sie ihn nicht weiter.',
};

const english: typeof german = {
  subject: (reference: string) => `How your damage case ${reference} stands`,
  preview: 'See at any time how your vehicle is getting on.',
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  page: (workshop: string) => `on this page you see at any time how your vehicle is getting on at ${workshop}. If we ask you something, you answer there as well.`,
  open: 'See how it stands',
  factor: 'When you first open it, we ask for your number plate or last name.',
  reference: 'Reference',
  secret: 'The link is for you only. Please do not pass it on.',
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('statusLinkMail') };
