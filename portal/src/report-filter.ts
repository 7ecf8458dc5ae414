import { reportQuerySchema } from '@meldewerk/contract/report';
import * as v from 'valibot';
import type { ReportFilter } from './data/reports.ts';

const names = ['q', 'status', 'category', 'new', 'from', 'to'] as const;

/** What the address asks for; a value the list does not know is left out instead of failing. */
export function readFilter(search: string): ReportFilter {
  const parameters = new URLSearchParams(search);
  const filter: ReportFilter = {};
  for (const name of names) {
    const parsed = v.safeParse(reportQuerySchema, { [name]: parameters.get(name) ?? undefined });
    if (parsed.success && parsed.output[name]) Object.assign(filter, { [name]: parsed.output[name] });
  }
  return filter;
}

/** The filter as it stands in the address, always in the same order; empty for the whole list. */
export function filterSearch(filter: ReportFilter): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = filter[name];
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}
