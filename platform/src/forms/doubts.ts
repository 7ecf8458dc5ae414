import type { FormCase, formDoubts } from '@meldewerk/contract/form';
import type { coverages } from '@meldewerk/contract/report';
import { validityOn } from './describe-form.ts';

export type FormDoubt = (typeof formDoubts)[number];

type Form = { cases: FormCase[]; validFrom: string | null; validTo: string | null; retiredAt: Date | null; nextVersionAt: Date | null };
/** What a form has to fit. */
export type ReportCase = { coverage: (typeof coverages)[number]; hasPartner: boolean };

/** Why a form does not simply go on this report: at a moment, which is a day at the workshop. */
export function doubtsAbout(form: Form, { coverage, hasPartner }: ReportCase, { at, day }: { at: Date; day: string }): FormDoubt[] {
  const doubts: FormDoubt[] = [];
  const validity = validityOn(day, form);
  if (validity === 'outdated' || (form.nextVersionAt !== null && form.nextVersionAt <= at)) doubts.push('outdated');
  if (validity === 'notYet') doubts.push('notYetValid');
  if (!fits(form.cases, coverage, hasPartner)) doubts.push('otherCase');
  if (form.retiredAt !== null && form.retiredAt <= at) doubts.push('retired');
  return doubts;
}

/** A form without cases is for all. As long as nobody knows the cover, only a form for partners alone can be the wrong one. */
function fits(cases: FormCase[], coverage: ReportCase['coverage'], hasPartner: boolean): boolean {
  if (cases.length === 0 || (hasPartner && cases.includes('partner'))) return true;
  return coverage === 'unknown' ? cases.some((meant) => meant !== 'partner') : cases.includes(coverage);
}
