import * as v from 'valibot';

export const languages = ['de', 'en'] as const;
export const languageSchema = v.picklist(languages);
export type Language = v.InferOutput<typeof languageSchema>;

/** A text in every language the product speaks; German is the source, the others may lag behind. */
export const localizedTextSchema = v.object({
  de: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
});
export type LocalizedText = v.InferOutput<typeof localizedTextSchema>;
