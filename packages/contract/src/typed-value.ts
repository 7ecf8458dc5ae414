import { EMAIL_REGEX } from 'valibot';

// Plain functions and patterns, so that the widget can judge what is typed without carrying the schemas.

/**
 * Trimmed, composed, without control characters (except line breaks and tabs) and lone surrogates: PostgreSQL takes them in
 * no text and no JSON. Nor with those that turn the direction of all that follows: a name could make other words read backwards.
 */
export function cleanTyped(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Control}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/gu, '').normalize('NFC').trim();
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, from the year 1 (PostgreSQL knows none before) up to 9998 (the day after any of them is written alike). Does not throw, whatever the text (`toISOString` would). */
export function isDay(text: string): boolean {
  if (!/^(?!0000|9999)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A phone number as people type it. */
export const phonePattern = /^[+0][0-9 ()/.-]{5,24}$/;

export const emailPattern = EMAIL_REGEX;

/** VIN: 17 characters without I, O, Q (ISO 3779); older cars have shorter ones, so only the alphabet is checked. */
export const vinPattern = /^[A-HJ-NPR-Z0-9]{5,17}$/;

/** A VIN as it is stored: upper case, without spaces and hyphens. */
export function toVin(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
