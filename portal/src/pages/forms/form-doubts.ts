import type { formDoubts, FormSummary } from '@meldewerk/contract/form';
import type { ReportDetail } from '@meldewerk/contract/report';

export type FormDoubt = (typeof formDoubts)[number];
export type ReportCase = { coverage: ReportDetail['insurance']['coverage']; hasPartner: boolean };

/** Why a form does not simply go on such a report; the server decides by the same rules. */
export function doubtsAbout(form: Pick<FormSummary, 'validity' | 'cases' | 'retired'>, { coverage, hasPartner }: ReportCase): FormDoubt[] {
  const doubts: FormDoubt[] = [];
  if (form.validity === 'outdated') doubts.push('outdated');
  if (form.validity === 'notYet') doubts.push('notYetValid');
  if (!fits(form.cases, coverage, hasPartner)) doubts.push('otherCase');
  if (form.retired) doubts.push('retired');
  return doubts;
}

/** A form without cases is for all. As long as nobody knows the cover, only a form for partners alone can be the wrong one. */
function fits(cases: FormSummary['cases'], coverage: ReportCase['coverage'], hasPartner: boolean): boolean {
  if (cases.length === 0 || (hasPartner && cases.includes('partner'))) return true;
  return coverage === 'unknown' ? cases.some((meant) => meant !== 'partner') : cases.includes(coverage);
}
