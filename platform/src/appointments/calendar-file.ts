import type { Language } from '@meldewerk/contract/language';
import type { TenantSettings } from '@meldewerk/tenants/settings';
import { ICalAttendeeStatus, ICalCalendar, ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';

/** An appointment as it stands in calendars. `stamp` is when it was last changed, so that the same entry is always the same bytes. */
export type CalendarEntry = { id: string; sequence: number; startsAt: Date; endsAt: Date; stamp: Date };
type Workshop = Pick<TenantSettings, 'name' | 'address' | 'phone' | 'email'>;
type Invited = { language: Language; workshop: Workshop; reference: string; licensePlate: string; note: string | null };

/** The same for the whole life of an appointment, in every file about it. */
export const entryUid = (appointmentId: string) => `appointment-${appointmentId}@meldewerk`;

/**
 * The file that goes with a mail: puts the appointment into the customer's calendar, moves it there, or takes it out again
 * (RFC 5546). `publish` is for downloading, without anybody who invites.
 */
export function appointmentFile(method: 'request' | 'cancel' | 'publish', entry: CalendarEntry, { language, workshop, reference, licensePlate, note }: Invited, attendee: { email: string; name: string } | null): string {
  const say = texts[language];
  const { street, postalCode, city } = workshop.address;
  return fileOf(method, {
    ...timesOf(entry),
    summary: say.summary(workshop.name),
    location: `${workshop.name}, ${street}, ${postalCode} ${city}`,
    description: [say.reference(reference), ...(licensePlate ? [say.plate(licensePlate)] : []), ...(note ? [note] : []), say.questions(workshop.phone)].join('\n'),
    status: method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(method !== 'publish' && { organizer: { name: workshop.name, email: workshop.email } }),
    ...(method !== 'publish' && attendee && { attendees: [{ ...attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED }] }),
  });
}

export type FeedEntry = CalendarEntry & { summary: string; description: string; url: string };

/** What a staff member's calendar program subscribes to. */
export function feedFile(name: string, entries: FeedEntry[]): string {
  const calendar = new ICalCalendar({ name, method: ICalCalendarMethod.PUBLISH, prodId, ttl: 15 * 60 });
  for (const entry of entries) calendar.createEvent({ ...timesOf(entry), summary: entry.summary, description: entry.description, url: entry.url, status: ICalEventStatus.CONFIRMED });
  return calendar.toString();
}

const prodId = { company: 'Meldewerk', product: 'Termine', language: 'DE' };
const methods = { request: ICalCalendarMethod.REQUEST, cancel: ICalCalendarMethod.CANCEL, publish: ICalCalendarMethod.PUBLISH };

function fileOf(method: keyof typeof methods, event: ICalEventData): string {
  const calendar = new ICalCalendar({ method: methods[method], prodId });
  calendar.createEvent(event);
  return calendar.toString();
}

/** Instants, not clock times: every calendar shows them by its own clock, and a change of the clocks moves nothing. */
function timesOf({ id, sequence, startsAt, endsAt, stamp }: CalendarEntry): Pick<ICalEventData, 'id' | 'sequence' | 'stamp'> & { start: Date; end: Date } {
  return { id: entryUid(id), sequence, start: startsAt, end: endsAt, stamp };
}

const texts = {
  de: {
    summary: (workshop: string) => `Werkstatttermin: ${workshop}`,
    reference: (reference: string) => `Vorgang ${reference}`,
    plate: (plate: string) => `Kennzeichen ${plate}`,
    questions: (phone: string) => `Fragen? Tel. ${phone}`,
  },
  en: {
    summary: (workshop: string) => `Workshop appointment: ${workshop}`,
    reference: (reference: string) => `Reference ${reference}`,
    plate: (plate: string) => `Licence plate ${plate}`,
    questions: (phone: string) => `Questions? Phone ${phone}`,
  },
  tr: {
    summary: (workshop: string) => `Tamirhane randevusu: ${workshop}`,
    reference: (reference: string) => `Dosya ${reference}`,
    plate: (plate: string) => `Plaka ${plate}`,
    questions: (phone: string) => `Sorularınız mı var? Tel. ${phone}`,
  },
  pl: {
    summary: (workshop: string) => `Termin w warsztacie: ${workshop}`,
    reference: (reference: string) => `Sprawa ${reference}`,
    plate: (plate: string) => `Numer rejestracyjny ${plate}`,
    questions: (phone: string) => `Pytania? Tel. ${phone}`,
  },
  uk: {
    summary: (workshop: string) => `Візит до майстерні: ${workshop}`,
    reference: (reference: string) => `Справа ${reference}`,
    plate: (plate: string) => `Номерний знак ${plate}`,
    questions: (phone: string) => `Є питання? Тел. ${phone}`,
  },
  ar: {
    summary: (workshop: string) => `موعد الورشة: ${workshop}`,
    reference: (reference: string) => `المعاملة ${reference}`,
    plate: (plate: string) => `رقم اللوحة ${plate}`,
    questions: (phone: string) => `لديك أسئلة؟ هاتف \u2068${phone}\u2069`,
  },
} satisfies Record<Language, unknown>;
