import type { Language, StaffLanguage } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { greetedName } from './greeted-name.ts';
import type { MailBlock } from './mail-block.ts';
import type { Workshop } from './workshop.ts';

/** What was written since the last mail, oldest first. */
export type WrittenMessage = { body: string; fileNames: string[] };
type OfReport<L = StaffLanguage> = { language: L; workshop: Workshop; reference: string; licensePlate: string; customerName: string; url: string };

/** To the workshop: what the customer wrote, with the way to the answer. */
export function customerWroteMail({ language, workshop, reference, licensePlate, customerName, url, messages }: OfReport & { messages: WrittenMessage[] }): ComposedMail {
  const say = staffTexts[language];
  return composeMail({
    language,
    workshop,
    subject: say.customerWrote(customerName, licensePlate, messages.length),
    preview: (messages[0]?.body ?? '').slice(0, 150),
    blocks: [
      { kind: 'paragraph', text: say.customerWroteIntro(customerName) },
      ...messages.flatMap((message) => blocksOf(message, language)),
      { kind: 'button', label: say.answer, url },
      { kind: 'facts', facts: [{ label: say.reference, value: reference }, { label: say.vehicle, value: licensePlate || '–' }] },
      { kind: 'note', text: say.answerThere },
    ],
  });
}

/** To the customer: what the workshop wrote, with the link to answer by. */
export function workshopWroteMail({ language, workshop, reference, licensePlate, customerName, url, messages }: OfReport<Language> & { messages: WrittenMessage[] }): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.workshopWrote(workshop.name, licensePlate, messages.length),
    preview: (messages[0]?.body ?? '').slice(0, 150),
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: say.workshopWroteIntro },
      ...messages.flatMap((message) => blocksOf(message, language)),
      { kind: 'button', label: say.readAndAnswer, url },
      { kind: 'facts', facts: [{ label: say.reference, value: reference }] },
      { kind: 'note', text: say.secondFactor },
    ],
  });
}

/** To a colleague who was named in a note. */
export function mentionMail({ language, workshop, reference, licensePlate, customerName, url, writtenBy, message }: OfReport & { writtenBy: string; message: WrittenMessage }): ComposedMail {
  const say = staffTexts[language];
  return composeMail({
    language,
    workshop,
    subject: say.mentioned(writtenBy, licensePlate || reference),
    preview: message.body.slice(0, 150),
    blocks: [
      { kind: 'paragraph', text: say.mentionedIntro(writtenBy) },
      ...blocksOf(message, language),
      { kind: 'button', label: say.openReport, url },
      { kind: 'facts', facts: [{ label: say.reference, value: reference }, { label: say.vehicle, value: licensePlate || '–' }, { label: say.customer, value: customerName || '–' }] },
      { kind: 'note', text: say.internal },
    ],
  });
}

function blocksOf({ body, fileNames }: WrittenMessage, language: Language): MailBlock[] {
  return [
    ...(body ? [{ kind: 'paragraph' as const, text: body }] : []),
    ...(fileNames.length > 0 ? [{ kind: 'note' as const, text: texts[language].attached(fileNames) }] : []),
  ];
}

const german = {
  workshopWrote: (workshop: string, plate: string, count: number) => `${count === 1 ? 'Nachricht' : `${count} Nachrichten`} von ${workshop}${plate ? ` zu ${plate}` : ''}`,
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  workshopWroteIntro: 'zu Ihrer Schadenmeldung haben wir Ihnen geschrieben:',
  readAndAnswer: 'Ansehen und antworten',
  secondFactor: 'Zum Öffnen brauchen Sie Ihr Kennzeichen oder Ihren Nachnamen. Der Link ist nur für Sie.',
  reference: 'Vorgangsnummer',
  attached: (names: string[]) => `${names.length === 1 ? 'Anhang' : 'Anhänge'}: ${names.join(', ')}`,
};

const english: typeof german = {
  workshopWrote: (workshop: string, plate: string, count: number) => `${count === 1 ? 'Message' : `${count} messages`} from ${workshop}${plate ? ` about ${plate}` : ''}`,
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  workshopWroteIntro: 'we have written to you about your damage report:',
  readAndAnswer: 'Look at it and answer',
  secondFactor: 'To open it you need your licence plate or your last name. The link is for you alone.',
  reference: 'Reference',
  attached: (names: string[]) => `${names.length === 1 ? 'Attachment' : 'Attachments'}: ${names.join(', ')}`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('messageMail') };

const staffTexts = {
  de: {
    customerWrote: (name: string, plate: string, count: number) => `${count === 1 ? 'Nachricht' : `${count} Nachrichten`} von ${name || 'Ihrem Kunden'}${plate ? ` (${plate})` : ''}`,
    customerWroteIntro: (name: string) => `${name || 'Ihr Kunde'} schreibt:`,
    answer: 'Im Portal antworten',
    answerThere: 'Bitte antworten Sie im Portal. Eine Antwort auf diese E-Mail erreicht den Kunden nicht.',
    mentioned: (name: string, what: string) => `${name} hat Sie erwähnt: ${what}`,
    mentionedIntro: (name: string) => `${name} hat Sie in einer internen Notiz erwähnt:`,
    openReport: 'Meldung öffnen',
    internal: 'Die Notiz ist nur für Ihre Werkstatt. Der Kunde sieht sie nicht.',
    reference: 'Vorgangsnummer', vehicle: 'Fahrzeug', customer: 'Kunde',
  },
  en: {
    customerWrote: (name: string, plate: string, count: number) => `${count === 1 ? 'Message' : `${count} messages`} from ${name || 'your customer'}${plate ? ` (${plate})` : ''}`,
    customerWroteIntro: (name: string) => `${name || 'Your customer'} writes:`,
    answer: 'Answer in the portal',
    answerThere: 'Please answer in the portal. An answer to this e-mail does not reach the customer.',
    mentioned: (name: string, what: string) => `${name} mentioned you: ${what}`,
    mentionedIntro: (name: string) => `${name} mentioned you in an internal note:`,
    openReport: 'Open the report',
    internal: 'The note is for your workshop alone. The customer does not see it.',
    reference: 'Reference', vehicle: 'Vehicle', customer: 'Customer',
  },
} satisfies Record<StaffLanguage, unknown>;
