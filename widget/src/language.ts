import { configureLocalization } from '@lit/localize';
import type { Language } from '@meldewerk/contract/language';
import { isRightToLeft } from '@meldewerk/contract/text-in';

/** All that the widget can speak; each has its texts in a file that loads when somebody speaks it. */
export const spokenLanguages: readonly Language[] = ['de', 'en', 'tr', 'pl', 'uk', 'ar'];

const texts = {
  en: () => import('./translations/en.ts'),
  tr: () => import('./translations/tr.ts'),
  pl: () => import('./translations/pl.ts'),
  uk: () => import('./translations/uk.ts'),
  ar: () => import('./translations/ar.ts'),
};

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'de',
  targetLocales: Object.keys(texts),
  loadLocale: (language) => texts[language as keyof typeof texts](),
});

export function currentLanguage(): Language {
  return getLocale() as Language;
}

/** Which way the page runs. */
export function currentDirection(): 'rtl' | 'ltr' {
  return isRightToLeft(currentLanguage()) ? 'rtl' : 'ltr';
}

/** Speaks `language` from now on; stays with the one before when its texts cannot be loaded. */
export async function speak(language: Language): Promise<void> {
  await setLocale(language).catch(() => {});
}

/** The first wish that the workshop offers (`en-GB` counts as `en`), else the workshop's first language. */
export function pickLanguage(wishes: readonly (string | null | undefined)[], offered: readonly Language[]): Language {
  for (const wish of wishes) {
    const found = offered.find((language) => language === wish?.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return offered[0] ?? 'de';
}
