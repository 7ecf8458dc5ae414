import type { Language } from '@meldewerk/contract/language';
import { type OpeningHours, weekdays } from '@meldewerk/contract/tenant';
import { inOtherLanguages } from './customer-texts.ts';

const dayNames: Record<Language, Record<(typeof weekdays)[number], string>> = {
  de: { monday: 'Mo', tuesday: 'Di', wednesday: 'Mi', thursday: 'Do', friday: 'Fr', saturday: 'Sa', sunday: 'So' },
  en: { monday: 'Mon', tuesday: 'Tue', wednesday: 'Wed', thursday: 'Thu', friday: 'Fri', saturday: 'Sat', sunday: 'Sun' },
  ...inOtherLanguages('dayNames'),
};

/** `Mo–Do 07:30–12:00, 13:00–17:00` on a line for each run of days that are alike; closed days are left out. */
export function formatOpeningHours(hours: OpeningHours, language: Language): string {
  const runs: { from: string; to: string; spans: string }[] = [];
  let previousSpans = '';
  for (const day of weekdays) {
    const spans = hours[day].map((span) => `${span.from}–${span.to}`).join(', ');
    const name = dayNames[language][day];
    const run = runs.at(-1);
    if (spans !== '' && spans === previousSpans && run) run.to = name;
    else if (spans !== '') runs.push({ from: name, to: name, spans });
    previousSpans = spans;
  }
  return runs.map((run) => `${run.from === run.to ? run.from : `${run.from}–${run.to}`} ${run.spans}`).join('\n');
}
