import type { Link } from '@meldewerk/contract/preparation';
import type { Draft, Section, Typed, TypedFields } from '../draft.ts';
import { sections } from '../draft.ts';

export type Prefill = Record<Section, TypedFields> & { category: string | null };

/** What the workshop filled in, in the form in which fields are typed. What nobody said stays open. */
export function prefillOf({ preparation }: Pick<Link, 'preparation'>): Prefill {
  const { category, reporter, vehicle, insurance, incidentDate } = preparation;
  const { odometerKm, plateCountry, ...plain } = vehicle;
  return {
    category,
    answers: filled({ incidentDate }),
    reporter: filled(reporter),
    vehicle: filled({
      ...plain,
      // What stands there when nobody said anything is not shown as filled in.
      plateCountry: plateCountry === 'D' ? undefined : plateCountry,
      odometerKm: odometerKm === undefined ? undefined : String(odometerKm),
    }),
    insurance: filled({ ...insurance, coverage: insurance.coverage === 'unknown' ? undefined : insurance.coverage }),
  };
}

/** Whether a field still says what the workshop wrote into it. */
export function isPrefilled(draft: Pick<Draft, 'link' | 'answers' | 'reporter' | 'vehicle' | 'insurance'>, path: string): boolean {
  if (!draft.link) return false;
  const dot = path.indexOf('.');
  const section = sections.find((name) => name === path.slice(0, dot));
  const prepared = section && prefillOf(draft.link)[section][path.slice(dot + 1)];
  return section !== undefined && prepared !== undefined && draft[section][path.slice(dot + 1)] === prepared;
}

/** Fields nobody touched follow what the workshop wrote since; what the customer typed stays. */
export function followPrefill(typed: TypedFields, before: TypedFields, now: TypedFields): TypedFields {
  const followed = { ...typed };
  for (const field of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (isSame(typed[field], before[field])) followed[field] = now[field];
  }
  return followed;
}

function isSame(one: Typed | undefined, other: Typed | undefined): boolean {
  return (one ?? '') === (other ?? '');
}

function filled(fields: Record<string, string | undefined>): TypedFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
