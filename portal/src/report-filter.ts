import { reportFilterNames, reportFilterSchema, reportSorts, type ReportFilter, type ReportSort } from '@meldewerk/contract/report-filter';
import * as v from 'valibot';

/** What the address asks for; a value the list does not know is left out instead of failing. */
export function readFilter(search: string): ReportFilter {
  const parameters = new URLSearchParams(search);
  const filter: ReportFilter = {};
  for (const name of reportFilterNames) {
    const value = parameters.get(name);
    if (!value) continue;
    const parsed = v.safeParse(reportFilterSchema, { [name]: value });
    if (parsed.success && parsed.output[name]) Object.assign(filter, { [name]: parsed.output[name] });
  }
  return filter;
}

/** The filter as it stands in the address, always in the same order; empty for the whole list. */
export function filterSearch(filter: ReportFilter): string {
  const parameters = new URLSearchParams();
  for (const name of reportFilterNames) {
    const value = filter[name];
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** The order an address names, if it does. */
export function readSort(search: string): ReportSort | null {
  const named = new URLSearchParams(search).get('sort');
  return reportSorts.find((sort) => sort === named) ?? null;
}

export function isFiltered(filter: ReportFilter): boolean {
  return filterSearch(filter) !== '';
}
