import * as v from 'valibot';

export const idSchema = v.pipe(v.string(), v.uuid(), v.toLowerCase());

/** ISO 8601 instant in UTC, as JSON carries it. */
export const instantSchema = v.pipe(v.string(), v.isoTimestamp());

/** Calendar day `YYYY-MM-DD` that exists. */
export const daySchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.check(isDay, 'no such day'),
);

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. Does not throw, whatever the text (`toISOString` would). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Free text as people type it: trimmed, without NUL and other control characters except line breaks and tabs. */
export function typedText(maxLength: number) {
  return v.pipe(
    v.string(),
    v.transform(cleanTyped),
    v.maxLength(maxLength),
  );
}

/** Also drops lone surrogates: PostgreSQL takes them in no text and no JSON. */
export function cleanTyped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/gu, '').normalize('NFC').trim();
}

/** As `typedText`, and not empty. */
export function requiredText(maxLength: number) {
  return v.pipe(typedText(maxLength), v.minLength(1));
}

/** As `typedText`; an empty text is the same as none. */
export function optionalText(maxLength: number) {
  return v.optional(v.pipe(typedText(maxLength), v.transform((text) => text || undefined)));
}
