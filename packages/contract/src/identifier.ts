import * as v from 'valibot';
import { cleanTyped, isDay } from './typed-value.ts';

export const idSchema = v.pipe(v.string(), v.uuid(), v.toLowerCase());

/** ISO 8601 instant in UTC, as JSON carries it, on a day that exists. */
export const instantSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => isDay(text.slice(0, 10)), 'no such day'),
);

/** Calendar day `YYYY-MM-DD` that exists. */
export const daySchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.check(isDay, 'no such day'),
);

/** Free text as people type it: trimmed, without NUL and other control characters except line breaks and tabs. */
export function typedText(maxLength: number) {
  return v.pipe(
    v.string(),
    v.transform(cleanTyped),
    v.maxLength(maxLength),
  );
}

/** As `typedText`, and not empty. */
export function requiredText(maxLength: number) {
  return v.pipe(typedText(maxLength), v.minLength(1));
}

/** As `typedText`; an empty text is the same as none. */
export function optionalText(maxLength: number) {
  return v.optional(v.pipe(typedText(maxLength), v.transform((text) => text || undefined)));
}
