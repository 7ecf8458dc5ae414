import type { LocalizedText } from '@meldewerk/contract/language';
import { ar } from './translations/ar.ts';
import { pl } from './translations/pl.ts';
import { tr } from './translations/tr.ts';
import { uk } from './translations/uk.ts';

export const translations = { tr, pl, uk, ar };

/**
 * The same content with its texts in every language. German and English stand in the catalogue itself, where they are
 * read together; the others are looked up by the German text.
 */
export function inAllLanguages<Content>(content: Content): Content {
  return translated(content) as Content;
}

/** Every text of a content, in reading order. */
export function textsOf(content: unknown): LocalizedText[] {
  if (isText(content)) return [content];
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(textsOf) : [];
}

function translated(value: unknown): unknown {
  if (isText(value)) return translate(value);
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, translated(part)]));
}

function translate(text: LocalizedText): LocalizedText {
  const found = Object.entries(translations).flatMap(([language, texts]) => {
    const translation = texts[text.de];
    return translation === undefined ? [] : [[language, translation] as const];
  });
  return { ...text, ...Object.fromEntries(found) };
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && 'de' in value && typeof value.de === 'string' && 'en' in value && typeof value.en === 'string';
}
