import type { Placeholder } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { staffLanguageFor } from '@meldewerk/contract/text-in';
import type { FilledTemplate, TemplatePlaceholder } from '@meldewerk/contract/response-template';
import { fillText, placesIn } from '../forms/fill-text.ts';
import { placeholderValues } from '../forms/placeholder-values.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { readReport, type ReportContent } from '../reports/read.ts';
import { dayIn } from '../time-zone.ts';
import { listTemplates } from './list-templates.ts';

/** Every template filled from one report, in its customer's language as far as values have one. Throws notFound. */
export async function fillTemplates(scope: StaffScope, reportId: string): Promise<FilledTemplate[]> {
  const [report, templates] = await Promise.all([readReport(scope, reportId), listTemplates(scope)]);
  return templates.map(({ id, title, body }) => ({ id, title, ...fillBody(scope, report, body) }));
}

/** What the report does not say stays in the text as it was written, so that nobody sends a gap without seeing it. */
function fillBody(scope: Scope, report: ReportContent, body: string): Pick<FilledTemplate, 'body' | 'empty'> {
  const used = [...new Set(placesIn(body).map(({ name }) => name as TemplatePlaceholder))];
  const ofForms = used.filter((name): name is Placeholder => name !== 'termin');
  const values = { ...placeholderValues(ofForms, factsOf(scope, report)), ...(used.includes('termin') && { termin: readableAppointment(scope, report) }) };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return { body: fillText(body, known), empty: used.filter((name) => !(name in known)) };
}

function factsOf({ tenant, services }: Scope, report: ReportContent) {
  const { reference, reporter, vehicle, insurance, partner, categoryLabel, preparedIncidentDate, answers } = report;
  const answered = answers.find(({ questionId }) => questionId === 'incidentDate')?.value;
  return {
    reference, reporter, vehicle, insurance, partner, categoryLabel,
    language: staffLanguageFor(report.language),
    day: dayIn(tenant.settings.timeZone, services.clock.now()),
    incidentDate: typeof answered === 'string' ? answered : preparedIncidentDate,
    workshop: tenant.settings,
  };
}

const locales: Record<StaffLanguage, string> = { de: 'de-DE', en: 'en-GB' };

/** `Montag, 23. November 2026 um 08:30`, by the workshop's clock. */
function readableAppointment({ tenant }: Scope, { appointments, language }: ReportContent): string | null {
  if (!appointments.confirmed) return null;
  return new Intl.DateTimeFormat(locales[staffLanguageFor(language)], { timeZone: tenant.settings.timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(appointments.confirmed.startsAt));
}
