import type { LocalizedText } from '@meldewerk/contract/language';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import type { FoundReportForm } from './find-report-forms.ts';
import type { FormFacts } from './placeholder-values.ts';

type Typed = Pick<FormFacts, 'reporter' | 'vehicle' | 'insurance' | 'incidentDate'> & { categoryLabel: LocalizedText | null };

/** What a form on a report is filled from: what the customer typed, and what only we know. */
export function factsOf({ tenant, services }: Scope, { report, version }: FoundReportForm, typed: Typed): FormFacts {
  return {
    ...typed,
    language: version.language,
    day: dayIn(tenant.settings.timeZone, services.clock.now()),
    reference: report.reference,
    partner: report.partner,
    workshop: tenant.settings,
  };
}

/** As the workshop has prepared it. */
export function preparedFacts(scope: Scope, found: FoundReportForm): FormFacts {
  const { reporter, vehicle, insurance, incidentDate } = found.report;
  return factsOf(scope, found, { reporter, vehicle, insurance, incidentDate, categoryLabel: null });
}
