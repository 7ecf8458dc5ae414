import type { Language, LocalizedText, StaffLanguage } from './language.ts';

// Apart from the schemas, so that the widget does not carry them.

/** The text as somebody who speaks `language` reads it. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en;
}

/** A text made for each language by itself. */
export function inEveryLanguage(make: (language: Language) => string): Required<LocalizedText> {
  return { de: make('de'), en: make('en'), tr: make('tr'), pl: make('pl'), uk: make('uk'), ar: make('ar') };
}

/** The language of texts that exist in the workshop's own two alone. */
export function staffLanguageFor(language: Language): StaffLanguage {
  return language === 'de' ? 'de' : 'en';
}

/**
 * What `Intl` writes days, times and amounts by. Arabic with the digits 0–9: plates, VINs and papers in Germany
 * have no others, and a date in a message is compared with one on paper.
 */
export function localeOf(language: Language): string {
  if (language === 'en') return 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}

export function isRightToLeft(language: Language): boolean {
  return language === 'ar';
}
