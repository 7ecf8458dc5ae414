import { msg, str } from '@lit/localize';
import type { AgreedServices, AppointmentSettingsView, Calendar, DayPart, Wish, WishedServices } from '@meldewerk/contract/appointment';
import { localeTag } from './format.ts';
import { clockAt, dayAt, isPartOpen } from './workshop-time.ts';

/** `Di., 24.11.` */
export function shortDay(day: string): string {
  return formatted(day, { weekday: 'short', day: '2-digit', month: '2-digit' });
}

/** `Dienstag, 24. November 2026` */
export function longDay(day: string): string {
  return formatted(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Di` */
export function weekdayShort(day: string): string {
  return formatted(day, { weekday: 'short' }).replace('.', '');
}

export function weekdayLong(day: string): string {
  return formatted(day, { weekday: 'long' });
}

/** `24.11.` */
export function dayAndMonth(day: string): string {
  return formatted(day, { day: '2-digit', month: '2-digit' });
}

/** `16. – 22. November 2026` */
export function daySpan(from: string, to: string): string {
  return new Intl.DateTimeFormat(localeTag(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

function formatted(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeTag(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** `Dienstag, 24. November 2026, 08:00 Uhr` */
export function longMoment(instant: string, timeZone: string): string {
  const day = longDay(dayAt(instant, timeZone));
  const clock = clockAt(instant, timeZone);
  return msg(str`${day}, ${clock} Uhr`, { id: 'appointment.moment' });
}

/** `Di., 24.11., 08:00` */
export function shortMoment(instant: string, timeZone: string): string {
  return `${shortDay(dayAt(instant, timeZone))}, ${clockAt(instant, timeZone)}`;
}

/** `08:00–08:30` */
export function timeSpan(startsAt: string, endsAt: string, timeZone: string): string {
  return `${clockAt(startsAt, timeZone)}–${clockAt(endsAt, timeZone)}`;
}

export function partName(part: DayPart): string {
  return part === 'morning' ? msg('Vormittag', { id: 'appointment.morning' }) : msg('Nachmittag', { id: 'appointment.afternoon' });
}

/** `Di., 24.11., vormittags` */
export function wishText({ day, part }: Wish): string {
  return `${shortDay(day)}, ${part === 'morning' ? msg('vormittags', { id: 'appointment.inMorning' }) : msg('nachmittags', { id: 'appointment.inAfternoon' })}`;
}

export function reasonText(reason: 'closed' | 'holiday' | 'full' | 'tooSoon'): string {
  return {
    closed: msg('geschlossen', { id: 'appointment.closed' }),
    holiday: msg('Feiertag', { id: 'appointment.holiday' }),
    full: msg('voll', { id: 'appointment.full' }),
    tooSoon: msg('zu kurzfristig', { id: 'appointment.tooSoon' }),
  }[reason];
}

export type HalfDay = { used: number; capacity: number | null; closed: Calendar['days'][number]['closed'] };

/** With the opening hours a half is closed too in which the workshop never opens: Friday afternoon. */
export function halfDayOf({ day, closed, used, capacity }: Calendar['days'][number], part: DayPart, hours?: AppointmentSettingsView): HalfDay {
  const never = hours && !isPartOpen(day, part, { openingHours: hours.openingHours, afternoonFrom: hours.settings.afternoonFrom });
  return { closed: closed ?? (never ? { reason: 'closed', label: null } : null), used: used[part], capacity: capacity[part] };
}

export function isFull({ used, capacity }: HalfDay): boolean {
  return capacity !== null && used >= capacity;
}

/** How much room a half day has: `2 von 4 frei`, `voll (4)`, `geschlossen: Allerheiligen`. */
export function roomText(half: HalfDay): string {
  const { used, capacity, closed } = half;
  if (closed) return closedText(closed);
  if (capacity === null) return used === 1 ? msg('1 Fahrzeug', { id: 'appointment.oneCar' }) : msg(str`${used} Fahrzeuge`, { id: 'appointment.cars' });
  if (used > capacity) return msg(str`überbucht: ${used} von ${capacity}`, { id: 'appointment.overbooked' });
  if (isFull(half)) return msg(str`voll: ${used} von ${capacity}`, { id: 'appointment.fullOf' });
  return msg(str`${capacity - used} von ${capacity} frei`, { id: 'appointment.free' });
}

export function closedText(closed: NonNullable<HalfDay['closed']>): string {
  return closed.label ?? reasonText(closed.reason);
}

/** What the customer would like beside the repair; empty when nothing. */
export function wishedServiceTexts(services: WishedServices | null): string[] {
  if (!services) return [];
  return [
    services.pickUp && msg('Abholung', { id: 'services.pickUp' }),
    services.bringBack && msg('Bringen', { id: 'services.bringBack' }),
    services.replacementCar && [msg('Ersatzwagen', { id: 'services.replacementCar' }), services.replacementCarNeeds && `(${services.replacementCarNeeds})`].filter(Boolean).join(' '),
  ].filter((text) => typeof text === 'string');
}

export function serviceMark(service: Calendar['appointments'][number]['services'][number]): string {
  return { pickUp: msg('Abholung', { id: 'services.pickUp' }), bringBack: msg('Bringen', { id: 'services.bringBack' }), replacementCar: msg('Ersatzwagen', { id: 'services.replacementCar' }) }[service];
}

export function carKindLabel(kind: NonNullable<AgreedServices['replacementCar']>['kind']): string {
  return kind === 'courtesyCar' ? msg('Werkstattersatzwagen', { id: 'services.courtesyCar' }) : msg('Mietwagen', { id: 'services.rentalCar' });
}

export function euros(cents: number): string {
  return new Intl.NumberFormat(localeTag(), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
