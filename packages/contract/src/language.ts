import * as v from 'valibot';

/** What customers can speak with the product. German is the source. */
export const languages = ['de', 'en', 'tr', 'pl', 'uk', 'ar'] as const;
export const languageSchema = v.picklist(languages);
export type Language = v.InferOutput<typeof languageSchema>;

/** What staff speak with it, and what a workshop writes its own texts in. */
export const staffLanguages = ['de', 'en'] as const;
export const staffLanguageSchema = v.picklist(staffLanguages);
export type StaffLanguage = v.InferOutput<typeof staffLanguageSchema>;

/** A text for customers. German and English are always there; where another language is missing, English stands in. */
export const localizedTextSchema = v.object({
  de: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
  tr: v.optional(v.pipe(v.string(), v.minLength(1))),
  pl: v.optional(v.pipe(v.string(), v.minLength(1))),
  uk: v.optional(v.pipe(v.string(), v.minLength(1))),
  ar: v.optional(v.pipe(v.string(), v.minLength(1))),
});
export type LocalizedText = v.InferOutput<typeof localizedTextSchema>;
