import '@awesome.me/webawesome/dist/translations/de.js';
import { configureLocalization } from '@lit/localize';
import { languages, type Language } from '@meldewerk/contract/language';

const storageKey = 'portal.language';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'de',
  targetLocales: ['en'],
  loadLocale: () => import('./translations/en.ts'),
});

export function currentLanguage(): Language {
  return getLocale() as Language;
}

/** The language chosen here before, else the one the workshop set for this person, else German. */
export async function startLanguage() {
  await showLanguage(rememberedLanguage() ?? 'de');
}

export async function followStaffLanguage(language: Language) {
  if (!rememberedLanguage()) await showLanguage(language);
}

export async function chooseLanguage(language: Language) {
  localStorage.setItem(storageKey, language);
  await showLanguage(language);
}

async function showLanguage(language: Language) {
  if (language === 'en') await import('@awesome.me/webawesome/dist/translations/en.js');
  await setLocale(language);
  document.documentElement.lang = language;
}

function rememberedLanguage(): Language | undefined {
  return languages.find((language) => language === localStorage.getItem(storageKey));
}
