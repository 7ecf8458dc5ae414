import type { Language, LocalizedText } from '@meldewerk/contract/language';

/** The same content for somebody who speaks `language`: German and English stay, the other languages would only weigh. */
export function inLanguage<Content>(content: Content, language: Language): Content {
  return narrowed(content, language) as Content;
}

function narrowed(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((part) => narrowed(part, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return { de: value.de, en: value.en, [language]: value[language] ?? value.en };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, narrowed(part, language)]));
}

function isText(value: object): value is LocalizedText {
  return 'de' in value && typeof value.de === 'string' && 'en' in value && typeof value.en === 'string';
}
