import { configureLocalization } from '@lit/localize';
import type { Language } from '@meldewerk/contract/language';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'de',
  targetLocales: ['en'],
  loadLocale: () => import('./translations/en.ts'),
});

export function currentLanguage(): Language {
  return getLocale() as Language;
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
