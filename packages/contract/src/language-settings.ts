import * as v from 'valibot';
import { languages, languageSchema, type Language } from './language.ts';

/** What a workshop offers its customers, in the order in which they are chosen from; German is always among them, since what it writes itself is. */
export const languageSettingsSchema = v.object({
  languages: v.pipe(v.array(languageSchema), v.includes('de', 'German is always offered'), v.transform((offered): Language[] => languages.filter((language) => offered.includes(language)))),
});
export type LanguageSettings = v.InferOutput<typeof languageSettingsSchema>;
