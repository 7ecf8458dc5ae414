import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { greetedName } from './greeted-name.ts';
import type { Workshop } from './workshop.ts';

type ItemsMail = {
  language: Language;
  workshop: Workshop;
  kind: 'request' | 'reminder';
  customerName: string;
  reference: string;
  url: string;
  /** What staff wrote for all of it. */
  note: string | null;
  /** Each thing with the reason it is asked for. */
  items: { label: string; reason: string }[];
};

/** To the customer of a sent report: what is missing or cannot be used, and the address where it is given. */
export function itemsMail({ language, workshop, kind, customerName, reference, url, note, items }: ItemsMail): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: kind === 'reminder' ? say.reminderSubject(items.length, reference) : say.subject(items.length, reference),
    preview: say.quick,
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: say.lead(items.length) },
      ...(note ? [{ kind: 'paragraph', text: note } as const] : []),
      { kind: 'facts', facts: items.map(({ label, reason }) => ({ label, value: reason })) },
      { kind: 'button', label: say.open, url },
      { kind: 'paragraph', text: say.quick },
      { kind: 'note', text: say.questions(workshop.phone) },
    ],
  });
}

const german = {
  subject: (count: number, reference: string) => (count === 1 ? `Zu ${reference} fehlt noch eine Angabe` : `Zu ${reference} fehlen noch ${count} Angaben`),
  reminderSubject: (count: number, reference: string) => (count === 1 ? `Erinnerung: Zu ${reference} fehlt noch eine Angabe` : `Erinnerung: Zu ${reference} fehlen noch ${count} Angaben`),
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  lead: (count: number): string => (count === 1 ? 'für Ihre Schadenmeldung brauchen wir noch etwas von Ihnen:' : 'für Ihre Schadenmeldung brauchen wir noch Folgendes von Ihnen:'),
  open: 'Jetzt ergänzen',
  quick: 'Die Seite zeigt nur, was fehlt. Das dauert meist weniger als eine Minute.',
  questions: (phone: string) => `Fragen? Rufen Sie uns an: ${phone}.`,
};

const english: typeof german = {
  subject: (count: number, reference: string) => (count === 1 ? `One detail is still missing for ${reference}` : `${count} details are still missing for ${reference}`),
  reminderSubject: (count: number, reference: string) => (count === 1 ? `Reminder: one detail is still missing for ${reference}` : `Reminder: ${count} details are still missing for ${reference}`),
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  lead: (count: number): string => (count === 1 ? 'for your damage report we still need something from you:' : 'for your damage report we still need the following from you:'),
  open: 'Complete it now',
  quick: 'The page shows only what is missing. It usually takes less than a minute.',
  questions: (phone: string) => `Questions? Give us a call: ${phone}.`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('itemsMail') };
