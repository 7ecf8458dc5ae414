import '@awesome.me/webawesome/dist/translations/de.js';
import { configureLocalization, LOCALE_STATUS_EVENT, type LocaleModule } from '@lit/localize';
import { staffLanguages, type StaffLanguage } from '@meldewerk/contract/language';
import { templates } from './translations/en.ts';

/** German, or English from `loadEnglish` and this package's own texts; what was chosen here is remembered under `storageKey`. */
export function localized(storageKey: string, loadEnglish: () => Promise<LocaleModule>) {
  // Not before it is asked for: the bundler may put two apps' languages into one file, and only one of them may speak.
  let configured: ReturnType<typeof configureLocalization> | undefined;
  const localization = () => (configured ??= configure(loadEnglish));

  const remembered = (): StaffLanguage | undefined => staffLanguages.find((language) => language === localStorage.getItem(storageKey));

  async function show(language: StaffLanguage) {
    if (language === 'en') await import('@awesome.me/webawesome/dist/translations/en.js');
    await localization().setLocale(language);
  }

  return {
    // Who only asks sets nothing up: outside a browser it stays the source's language.
    current: (): StaffLanguage => (configured?.getLocale() ?? 'de') as StaffLanguage,
    /** The language chosen here before, else German. */
    start: () => show(remembered() ?? 'de'),
    /** The language the server knows of the person, unless another was chosen here. */
    async follow(language: StaffLanguage) {
      if (!remembered()) await show(language);
    },
    async choose(language: StaffLanguage) {
      localStorage.setItem(storageKey, language);
      await show(language);
    },
  };
}

function configure(loadEnglish: () => Promise<LocaleModule>) {
  // Before anything is drawn anew: dates and amounts follow the document's language.
  window.addEventListener(LOCALE_STATUS_EVENT, ({ detail }) => {
    if (detail.status === 'ready') document.documentElement.lang = detail.readyLocale;
  });
  return configureLocalization({
    sourceLocale: 'de',
    targetLocales: ['en'],
    loadLocale: async () => ({ templates: { ...templates, ...(await loadEnglish()).templates } }),
  });
}
