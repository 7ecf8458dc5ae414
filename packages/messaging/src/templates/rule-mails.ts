import type { StaffLanguage } from '@meldewerk/contract/language';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { presentFacts, type MailBlock } from './mail-block.ts';
import type { Workshop } from './workshop.ts';

type About = { language: StaffLanguage; workshop: Workshop; reference: string; licensePlate: string };
type ToCustomer = About & { text: string; url: string };
/** `text` null: a reminder, which says where the report stands and for how long. */
type ToStaff = About & { text: string | null; customerName: string; status: string; days: number; nextStep: string | null; url: string };

/** To the customer, when the report reached a status: the workshop's own words, and the way to the status page. */
export function ruleMail({ language, workshop, reference, licensePlate, text, url }: ToCustomer): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.news(workshop.name, licensePlate || reference),
    preview: text,
    blocks: [...paragraphs(text), { kind: 'button', label: say.look, url }, { kind: 'facts', facts: [{ label: say.reference, value: reference }] }],
  });
}

/** To staff: the workshop's own words or a reminder, and the way to the report. */
export function ruleStaffMail({ language, workshop, reference, licensePlate, text, customerName, status, days, nextStep, url }: ToStaff): ComposedMail {
  const say = texts[language];
  const stands = days > 0 ? say.stands(status, days) : say.reached(status);
  const name = licensePlate || reference;
  return composeMail({
    language,
    workshop,
    subject: text === null ? say.reminder(name, stands) : `${name}: ${status}`,
    preview: text ?? stands,
    blocks: [
      ...paragraphs(text ?? say.remind(name, stands)),
      { kind: 'facts', facts: presentFacts([
        { label: say.plate, value: licensePlate, strong: true }, { label: say.customer, value: customerName }, { label: say.status, value: status },
        { label: say.nextStep, value: nextStep ?? undefined }, { label: say.reference, value: reference },
      ]) },
      { kind: 'button', label: say.open, url },
      { kind: 'note', text: say.why },
    ],
  });
}

function paragraphs(text: string): MailBlock[] {
  return text.split(/\n\s*\n/).map((paragraph) => ({ kind: 'paragraph', text: paragraph.trim() }));
}

const texts = {
  de: {
    news: (workshop: string, vehicle: string) => `${workshop}: Neues zu ${vehicle}`,
    look: 'Stand ansehen',
    reference: 'Vorgangsnummer',
    reminder: (name: string, stands: string) => `Erinnerung: ${name} ${stands}`,
    stands: (status: string, days: number) => `steht seit ${days} ${days === 1 ? 'Tag' : 'Tagen'} auf „${status}“`,
    reached: (status: string) => `steht jetzt auf „${status}“`,
    remind: (name: string, stands: string) => `Die Meldung ${name} ${stands}. Bitte sehen Sie nach, was zu tun ist.`,
    plate: 'Kennzeichen',
    customer: 'Kunde',
    status: 'Status',
    nextStep: 'Nächster Schritt',
    open: 'Meldung öffnen',
    why: 'Diese Nachricht kommt von einer Regel Ihrer Werkstatt. Regeln ändert die Leitung im Portal unter Einstellungen.',
  },
  en: {
    news: (workshop: string, vehicle: string) => `${workshop}: news about ${vehicle}`,
    look: 'See how it stands',
    reference: 'Reference',
    reminder: (name: string, stands: string) => `Reminder: ${name} ${stands}`,
    stands: (status: string, days: number) => `has been “${status}” for ${days} ${days === 1 ? 'day' : 'days'}`,
    reached: (status: string) => `is now “${status}”`,
    remind: (name: string, stands: string) => `The report ${name} ${stands}. Please see what is to be done.`,
    plate: 'Licence plate',
    customer: 'Customer',
    status: 'Status',
    nextStep: 'Next step',
    open: 'Open the report',
    why: 'This message comes from a rule of your workshop. The management changes rules in the portal’s settings.',
  },
} satisfies Record<StaffLanguage, unknown>;
