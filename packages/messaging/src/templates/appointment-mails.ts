import type { Language, StaffLanguage } from '@meldewerk/contract/language';
import { formatAppointment } from './appointment-times.ts';
import { inOtherLanguages } from './customer-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { greetedName } from './greeted-name.ts';
import { presentFacts, type MailBlock } from './mail-block.ts';
import { addressLine, type Workshop } from './workshop.ts';

type ToCustomer = {
  language: Language;
  workshop: Workshop;
  reference: string;
  customerName: string;
  /** What staff wrote with it. */
  note: string | null;
};

/** To the customer: the times the workshop proposes, and the address where they are answered. `reminder`: nobody has yet. */
export function proposalMail({ language, workshop, reference, customerName, note, slots, url, reminder }: ToCustomer & { slots: string[]; url: string; reminder: boolean }): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: reminder ? say.reminderSubject(workshop.name) : say.proposalSubject(workshop.name, slots.length),
    preview: slots.map((slot) => formatAppointment(slot, language, workshop.timeZone)).join(' · '),
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: reminder ? say.stillProposed(slots.length) : say.proposed(slots.length) },
      { kind: 'facts', facts: slots.map((slot, index) => ({ label: say.number(index + 1, slots.length), value: formatAppointment(slot, language, workshop.timeZone), strong: true })) },
      ...noteBlock(note),
      { kind: 'button', label: say.answer, url },
      { kind: 'paragraph', text: say.howToAnswer },
      { kind: 'facts', facts: [{ label: say.reference, value: reference }] },
      { kind: 'note', text: say.secondFactor },
    ],
  });
}

/** To the customer: this is the date. The file that goes with it puts it into their calendar. `movedFrom`: another one stood before. */
export function confirmedMail({ language, workshop, reference, customerName, note, startsAt, movedFrom, url }: ToCustomer & { startsAt: string; movedFrom: string | null; url: string | null }): ComposedMail {
  const say = texts[language];
  const when = formatAppointment(startsAt, language, workshop.timeZone);
  return composeMail({
    language,
    workshop,
    subject: movedFrom ? say.movedSubject(when) : say.confirmedSubject(when),
    preview: when,
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: movedFrom ? say.moved(workshop.name) : say.confirmed(workshop.name) },
      {
        kind: 'facts',
        facts: presentFacts([
          { label: say.when, value: when, strong: true },
          { label: say.before, value: movedFrom ? formatAppointment(movedFrom, language, workshop.timeZone) : undefined },
          { label: say.where, value: addressLine(workshop) },
          { label: say.reference, value: reference },
        ]),
      },
      ...noteBlock(note),
      ...(url ? [{ kind: 'button', label: say.look, url } as const] : []),
      { kind: 'note', text: say.calendarFile(workshop.phone) },
    ],
  });
}

/** To the customer: the appointment is off. The file that goes with it takes it out of their calendar. */
export function cancelledMail({ language, workshop, reference, customerName, note, startsAt }: ToCustomer & { startsAt: string }): ComposedMail {
  const say = texts[language];
  const when = formatAppointment(startsAt, language, workshop.timeZone);
  return composeMail({
    language,
    workshop,
    subject: say.cancelledSubject(when),
    preview: when,
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: say.cancelled(workshop.name) },
      { kind: 'facts', facts: [{ label: say.cancelledDate, value: when }, { label: say.reference, value: reference }] },
      ...noteBlock(note),
      { kind: 'note', text: say.goesOn(workshop.phone) },
    ],
  });
}

export type StaffNews = 'acceptedByCustomer' | 'confirmedByStaff' | 'cancelledByStaff' | 'declined' | 'wishes';

/** To who has the report: what became of its date. */
export function appointmentNewsMail({ language, workshop, news, reference, licensePlate, customerName, note, startsAt, wishes, url }: {
  language: StaffLanguage; workshop: Workshop; news: StaffNews; reference: string; licensePlate: string; customerName: string; note: string | null; startsAt: string | null; wishes: string[]; url: string;
}): ComposedMail {
  const say = staffTexts[language];
  const when = startsAt ? formatAppointment(startsAt, language, workshop.timeZone) : undefined;
  return composeMail({
    language,
    workshop,
    subject: say.subject[news](licensePlate || reference),
    preview: when ?? wishes.join(' · '),
    blocks: [
      { kind: 'paragraph', text: say.intro[news](customerName || say.theCustomer) },
      {
        kind: 'facts',
        facts: presentFacts([
          { label: say.when, value: when, strong: true },
          ...wishes.map((wish, index) => ({ label: say.wish(index + 1), value: wish, strong: true })),
          { label: say.note, value: note ?? undefined },
          { label: say.vehicle, value: licensePlate },
          { label: say.reference, value: reference },
        ]),
      },
      { kind: 'button', label: say.open, url },
    ],
  });
}

function noteBlock(note: string | null): MailBlock[] {
  return note ? [{ kind: 'paragraph', text: note }] : [];
}

const german = {
  proposalSubject: (workshop: string, count: number) => `${count === 1 ? 'Terminvorschlag' : 'Terminvorschläge'} von ${workshop}`,
  reminderSubject: (workshop: string) => `Erinnerung: Terminvorschlag von ${workshop}`,
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  proposed: (count: number): string => (count === 1 ? 'wir schlagen Ihnen diesen Termin vor:' : 'wir schlagen Ihnen diese Termine vor:'),
  stillProposed: (count: number): string => (count === 1 ? 'wir haben Ihnen diesen Termin vorgeschlagen und noch keine Antwort:' : 'wir haben Ihnen diese Termine vorgeschlagen und noch keine Antwort:'),
  number: (number: number, count: number) => (count === 1 ? 'Vorschlag' : `Vorschlag ${number}`),
  answer: 'Termin zusagen oder ändern',
  howToAnswer: 'Dort sagen Sie zu, sagen ab oder nennen uns andere Wünsche. Das dauert meist weniger als eine Minute.',
  secondFactor: 'Zum Öffnen brauchen Sie Ihr Kennzeichen oder Ihren Nachnamen. Der Link ist nur für Sie.',
  confirmedSubject: (when: string) => `Ihr Termin: ${when}`,
  movedSubject: (when: string) => `Ihr neuer Termin: ${when}`,
  confirmed: (workshop: string) => `Ihr Termin bei ${workshop} steht fest:`,
  moved: (workshop: string) => `Ihr Termin bei ${workshop} wurde verschoben:`,
  when: 'Termin', before: 'Bisher', where: 'Adresse', reference: 'Vorgangsnummer',
  look: 'Stand der Meldung ansehen',
  calendarFile: (phone: string) => `Mit der angehängten Datei übernehmen Sie den Termin in Ihren Kalender. Passt er doch nicht? Rufen Sie uns an: ${phone}.`,
  cancelledSubject: (when: string) => `Termin abgesagt: ${when}`,
  cancelled: (workshop: string) => `Ihr Termin bei ${workshop} findet nicht statt. Mit der angehängten Datei verschwindet er auch aus Ihrem Kalender.`,
  cancelledDate: 'Abgesagt',
  goesOn: (phone: string) => `Wir melden uns mit einem neuen Termin. Fragen? Rufen Sie uns an: ${phone}.`,
};

const english: typeof german = {
  proposalSubject: (workshop: string, count: number) => `${count === 1 ? 'Proposed appointment' : 'Proposed appointments'} from ${workshop}`,
  reminderSubject: (workshop: string) => `Reminder: proposed appointment from ${workshop}`,
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  proposed: (count: number): string => (count === 1 ? 'we propose this appointment:' : 'we propose these appointments:'),
  stillProposed: (count: number): string => (count === 1 ? 'we proposed this appointment and have no answer yet:' : 'we proposed these appointments and have no answer yet:'),
  number: (number: number, count: number) => (count === 1 ? 'Proposal' : `Proposal ${number}`),
  answer: 'Accept or change',
  howToAnswer: 'There you accept, decline, or tell us other wishes. It usually takes less than a minute.',
  secondFactor: 'To open it you need your licence plate or your last name. The link is for you alone.',
  confirmedSubject: (when: string) => `Your appointment: ${when}`,
  movedSubject: (when: string) => `Your new appointment: ${when}`,
  confirmed: (workshop: string) => `your appointment with ${workshop} is fixed:`,
  moved: (workshop: string) => `your appointment with ${workshop} has been moved:`,
  when: 'Appointment', before: 'Before', where: 'Address', reference: 'Reference',
  look: 'See how your report is getting on',
  calendarFile: (phone: string) => `The attached file puts the appointment into your calendar. It does not suit you after all? Give us a call: ${phone}.`,
  cancelledSubject: (when: string) => `Appointment cancelled: ${when}`,
  cancelled: (workshop: string) => `your appointment with ${workshop} will not take place. The attached file takes it out of your calendar as well.`,
  cancelledDate: 'Cancelled',
  goesOn: (phone: string) => `We will contact you with a new date. Questions? Give us a call: ${phone}.`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('appointmentMail') };

type Sentences = Record<StaffNews, (subject: string) => string>;
const staffTexts = {
  de: {
    subject: {
      acceptedByCustomer: (what) => `Termin zugesagt: ${what}`, confirmedByStaff: (what) => `Termin bestätigt: ${what}`, cancelledByStaff: (what) => `Termin abgesagt: ${what}`,
      declined: (what) => `Terminvorschlag abgelehnt: ${what}`, wishes: (what) => `Neue Terminwünsche: ${what}`,
    } satisfies Sentences,
    intro: {
      acceptedByCustomer: (name) => `${name} hat Ihrem Terminvorschlag zugesagt.`, confirmedByStaff: (name) => `Der Termin mit ${name} wurde bestätigt.`, cancelledByStaff: (name) => `Der Termin mit ${name} wurde abgesagt.`,
      declined: (name) => `${name} kann keinen der vorgeschlagenen Termine wahrnehmen.`, wishes: (name) => `${name} nennt andere Terminwünsche.`,
    } satisfies Sentences,
    theCustomer: 'Ihr Kunde', when: 'Termin', wish: (number: number) => `${number}. Wunsch`, note: 'Nachricht', vehicle: 'Kennzeichen', reference: 'Vorgangsnummer', open: 'Meldung öffnen',
  },
  en: {
    subject: {
      acceptedByCustomer: (what) => `Appointment accepted: ${what}`, confirmedByStaff: (what) => `Appointment confirmed: ${what}`, cancelledByStaff: (what) => `Appointment cancelled: ${what}`,
      declined: (what) => `Proposed appointment declined: ${what}`, wishes: (what) => `New wishes for a date: ${what}`,
    } satisfies Sentences,
    intro: {
      acceptedByCustomer: (name) => `${name} has accepted your proposed appointment.`, confirmedByStaff: (name) => `The appointment with ${name} was confirmed.`, cancelledByStaff: (name) => `The appointment with ${name} was cancelled.`,
      declined: (name) => `${name} cannot make any of the proposed appointments.`, wishes: (name) => `${name} has other wishes for a date.`,
    } satisfies Sentences,
    theCustomer: 'Your customer', when: 'Appointment', wish: (number: number) => `Wish ${number}`, note: 'Message', vehicle: 'Licence plate', reference: 'Reference', open: 'Open the report',
  },
} satisfies Record<StaffLanguage, unknown>;
