import { isDay } from '@meldewerk/contract/typed-value';
import { paths } from '../../router.ts';

export type CalendarView = 'week' | 'day';
export type CalendarQuery = { view: CalendarView; day: string };

/** What the address says; without a word it is this week. */
export function readCalendarQuery(search: string, today: string): CalendarQuery {
  const query = new URLSearchParams(search);
  const day = query.get('date') ?? '';
  return { view: query.get('view') === 'day' ? 'day' : 'week', day: isDay(day) ? day : today };
}

/** The address of a view; whatever else stands in it stays. */
export function calendarPath({ view, day }: CalendarQuery, search = ''): string {
  const query = new URLSearchParams(search);
  query.set('view', view);
  query.set('date', day);
  return `${paths.calendar}?${query}`;
}
