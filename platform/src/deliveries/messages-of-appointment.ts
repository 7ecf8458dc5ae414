import { dayPartLabels, type AppointmentRound } from '@meldewerk/contract/appointment';
import type { Language, StaffLanguage } from '@meldewerk/contract/language';
import type { ReportEvent } from '@meldewerk/contract/report';
import { appointmentNewsMail, cancelledMail, confirmedMail, proposalMail, type StaffNews } from '@meldewerk/messaging/templates/appointment-mails';
import { appointmentSms } from '@meldewerk/messaging/templates/appointment-sms';
import { formatDay } from '@meldewerk/messaging/templates/dates';
import { greetedName } from '@meldewerk/messaging/templates/greeted-name';
import * as v from 'valibot';
import { appointmentFile } from '../appointments/calendar-file.ts';
import type { Scope } from '../http/scope.ts';
import type { ReportContent } from '../reports/read.ts';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import type { Attachment, Compose, Message, Recipient } from './message.ts';
import { portalUrl, staffById } from './staff-recipients.ts';
import { wayToCustomer } from './way-to-customer.ts';

const entrySchema = v.object({ round: v.number(), appointmentId: v.string(), sequence: v.number(), startsAt: v.string(), endsAt: v.string(), movedFrom: v.optional(v.string()) });
type Entry = v.InferOutput<typeof entrySchema>;

/** The customer is asked for one of some times. Nothing once somebody had another word. */
export const messagesOfProposal: Compose = async (scope, report, _staff, event, instead) => askCustomer(scope, report, Number(event.data['round']), { instead, reminder: false });

const reminderSchema = v.object({ kind: v.literal('proposalUnanswered'), round: v.number() });

/** The same once more. */
export const messagesOfProposalReminder: Compose = async (scope, report, _staff, event, instead) =>
  v.is(reminderSchema, event.data) ? askCustomer(scope, report, event.data.round, { instead, reminder: true }) : [];

async function askCustomer(scope: Scope, report: ReportContent, number: number, { instead, reminder }: { instead: 'email' | undefined; reminder: boolean }): Promise<Message[]> {
  const round = report.appointments.rounds.at(-1);
  if (round?.number !== number || round.kind !== 'proposal' || report.handling.internalSince || report.handling.closedAt) return [];
  const way = await wayToCustomer(scope, report, instead);
  const url = way && (await statusUrlForMessage(scope, report.id));
  if (!way || !url) return [];
  const workshop = scope.tenant.settings;
  const purpose = reminder ? 'appointmentReminder' : 'appointment';
  if (way.channel === 'sms') return [{ target: 'customerSms', purpose, recipient: way.phone, content: appointmentSms({ language: report.language, workshop, news: { kind: reminder ? 'reminder' : 'proposal', url } }) }];
  const mail = proposalMail({ ...addressed(scope, report), note: round.note, slots: round.slots.map(({ startsAt }) => startsAt), url, reminder });
  return [{ target: 'customerEmail', purpose, recipient: way.email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email } }];
}

/** This is the date: to the customer with the file for their calendar, and to who has the report. */
export const messagesOfConfirmation: Compose = async (scope, report, staff, event, instead) => {
  const entry = v.parse(entrySchema, event.data);
  const { startsAt, movedFrom = null } = entry;
  const note = noteOf(report, entry.round);
  const url = report.submittedAt && !report.handling.internalSince ? await statusUrlForMessage(scope, report.id) : null;
  return [
    ...(await tellCustomer(scope, report, instead, {
      mail: () => confirmedMail({ ...addressed(scope, report), note, startsAt, movedFrom, url }),
      sms: { kind: movedFrom ? 'moved' : 'confirmed', startsAt },
      file: calendarFile(scope, report, event, entry, 'request', note),
    })),
    ...(instead ? [] : await tellStaff(scope, report, staff, event, { news: event.actor.kind === 'customer' ? 'acceptedByCustomer' : 'confirmedByStaff', startsAt, note })),
  ];
};

/** The appointment is off. A proposal that was taken back has brought nobody an entry, and needs no message. */
export const messagesOfCancellation: Compose = async (scope, report, staff, event, instead) => {
  if (!v.is(entrySchema, event.data)) return [];
  const entry = event.data;
  const { startsAt } = entry;
  const note = noteOf(report, entry.round);
  return [
    ...(await tellCustomer(scope, report, instead, {
      mail: () => cancelledMail({ ...addressed(scope, report), note, startsAt }),
      sms: { kind: 'cancelled', startsAt },
      file: calendarFile(scope, report, event, entry, 'cancel', note),
    })),
    ...(instead ? [] : await tellStaff(scope, report, staff, event, { news: 'cancelledByStaff', startsAt, note })),
  ];
};

export const messagesOfDecline: Compose = async (scope, report, staff, event, instead) =>
  instead ? [] : tellStaff(scope, report, staff, event, { news: 'declined', startsAt: null, note: noteOf(report, Number(event.data['round'])) });

/** Wishes that came with the report stand in the mail about the report. */
export const messagesOfWishes: Compose = async (scope, report, staff, event, instead) =>
  instead || event.data['when'] !== 'later' ? [] : tellStaff(scope, report, staff, event, { news: 'wishes', startsAt: null, note: noteOf(report, Number(event.data['round'])), round: roundOf(report, Number(event.data['round'])) });

type News = { mail: () => ReturnType<typeof confirmedMail>; sms: { kind: 'confirmed' | 'moved' | 'cancelled'; startsAt: string }; file: (email: string) => Attachment };

/** By the way they asked for; a mail as well wherever there is an address, since only a mail brings the file. */
async function tellCustomer(scope: Scope, report: ReportContent, instead: 'email' | undefined, { mail, sms, file }: News): Promise<Message[]> {
  if (report.handling.internalSince) return [];
  const workshop = scope.tenant.settings;
  const { email } = report.reporter;
  const way = await wayToCustomer(scope, report, instead);
  const messages: Message[] = [];
  if (way?.channel === 'sms') messages.push({ target: 'customerSms', purpose: 'appointment', recipient: way.phone, content: appointmentSms({ language: report.language, workshop, news: sms }) });
  if (email) messages.push({ target: 'customerEmail', purpose: 'appointment', recipient: email, content: { ...mail(), fromName: workshop.name, replyTo: workshop.email, attachments: [file(email)] } });
  return messages;
}

function calendarFile(scope: Scope, report: ReportContent, event: ReportEvent, entry: Entry, method: 'request' | 'cancel', note: string | null): News['file'] {
  const { reference, language, vehicle, reporter } = report;
  return (email) => {
    const text = appointmentFile(
      method,
      { id: entry.appointmentId, sequence: entry.sequence, startsAt: new Date(entry.startsAt), endsAt: new Date(entry.endsAt), stamp: new Date(event.at) },
      { language: language, workshop: scope.tenant.settings, reference, licensePlate: vehicle.licensePlate, note },
      { email, name: greetedName(reporter.firstName, reporter.lastName) || email },
    );
    return { fileName: fileNames[language], mediaType: `text/calendar; charset=utf-8; method=${method.toUpperCase()}`, byteSize: Buffer.byteLength(text), text };
  };
}

/** To who has the report, or else to the workshop's recipients; not to who did it. */
async function tellStaff(scope: Scope, report: ReportContent, recipients: Recipient[], event: ReportEvent, { news, startsAt, note, round }: { news: StaffNews; startsAt: string | null; note: string | null; round?: AppointmentRound | undefined }): Promise<Message[]> {
  const workshop = scope.tenant.settings;
  const { reporter, reference, vehicle, handling } = report;
  const known = await staffById(scope, [handling.assigneeId, event.actor.kind === 'staff' ? event.actor.id : null].flatMap((id) => id ?? []));
  const assignee = known.filter(({ id }) => id === handling.assigneeId);
  const doer = known.find(({ id }) => event.actor.kind === 'staff' && id === event.actor.id)?.email;
  const facts = { workshop, news, reference, licensePlate: vehicle.licensePlate, customerName: `${reporter.firstName} ${reporter.lastName}`.trim(), note, startsAt, url: portalUrl(scope, report.id, '#appointments') };
  return (assignee.length > 0 ? assignee : recipients)
    .filter(({ email }) => email !== doer)
    .map(({ email, language }) => ({
      target: 'staffEmail', purpose: 'appointment', recipient: email,
      content: { ...appointmentNewsMail({ ...facts, language, wishes: (round?.wishes ?? []).map((wish) => describeWish(wish, language)) }), fromName: workshop.name, replyTo: workshop.email },
    }));
}

function describeWish({ day, part }: AppointmentRound['wishes'][number], language: StaffLanguage): string {
  return `${formatDay(day, language)}, ${dayPartLabels[part][language]}`;
}

function addressed({ tenant }: Scope, { language, reference, reporter }: ReportContent) {
  return { language: language, workshop: tenant.settings, reference, customerName: `${reporter.firstName} ${reporter.lastName}`.trim() };
}

function roundOf({ appointments }: ReportContent, number: number): AppointmentRound | undefined {
  return appointments.rounds.find((round) => round.number === number);
}

const noteOf = (report: ReportContent, number: number) => roundOf(report, number)?.note ?? null;

/** Some mail programs lose other letters in the name of a file. */
const fileNames: Record<Language, string> = { de: 'Werkstatttermin.ics', en: 'Appointment.ics', tr: 'Randevu.ics', pl: 'Termin.ics', uk: 'Vizyt.ics', ar: 'Appointment.ics' };
