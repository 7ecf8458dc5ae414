import type { Language } from './language.ts';

/** Languages by the names they have for themselves. */
export const languageNames: Record<Language, string> = { de: 'Deutsch', en: 'English', tr: 'Türkçe', pl: 'Polski', uk: 'Українська', ar: 'العربية' };
