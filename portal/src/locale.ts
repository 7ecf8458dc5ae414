import '@awesome.me/webawesome/dist/translations/de.js';
import { configureLocalization } from '@lit/localize';
import { staffLanguages, type StaffLanguage } from '@meldewerk/contract/language';

const storageKey = 'portal.language';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'de',
  targetLocales: ['en'],
  loadLocale: () => import('./translations/en.ts'),
});

export function currentLanguage(): StaffLanguage {
  return getLocale() as StaffLanguage;
}

/** The language chosen here before, else the one the workshop set for this person, else German. */
export async function startLanguage() {
  await showLanguage(rememberedLanguage() ?? 'de');
}

export async function followStaffLanguage(language: StaffLanguage) {
  if (!rememberedLanguage()) await showLanguage(language);
}

export async function chooseLanguage(language: StaffLanguage) {
  localStorage.setItem(storageKey, language);
  await showLanguage(language);
}

async function showLanguage(language: StaffLanguage) {
  if (language === 'en') await import('@awesome.me/webawesome/dist/translations/en.js');
  await setLocale(language);
  document.documentElement.lang = language;
}

function rememberedLanguage(): StaffLanguage | undefined {
  return staffLanguages.find((language) => language === localStorage.getItem(storageKey));
}
