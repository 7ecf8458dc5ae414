import { languageSettingsSchema, type LanguageSettings } from '@meldewerk/contract/language-settings';
import { requestJson } from '@meldewerk/shell/request';

export function fetchLanguages(): Promise<LanguageSettings> {
  return requestJson(languageSettingsSchema, 'GET', '/api/settings/languages');
}

export function saveLanguages(settings: LanguageSettings): Promise<LanguageSettings> {
  return requestJson(languageSettingsSchema, 'PUT', '/api/settings/languages', { body: settings });
}
