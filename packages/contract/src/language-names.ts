import type { Language, StaffLanguage } from './language.ts';

/** Languages by the names they have for themselves. */
export const languageNames: Record<Language, string> = { de: 'Deutsch', en: 'English', tr: 'Türkçe', pl: 'Polski', uk: 'Українська', ar: 'العربية' };

/** The same for staff. */
export const languageLabels: Record<Language, Record<StaffLanguage, string>> = {
  de: { de: 'Deutsch', en: 'German' },
  en: { de: 'Englisch', en: 'English' },
  tr: { de: 'Türkisch', en: 'Turkish' },
  pl: { de: 'Polnisch', en: 'Polish' },
  uk: { de: 'Ukrainisch', en: 'Ukrainian' },
  ar: { de: 'Arabisch', en: 'Arabic' },
};
