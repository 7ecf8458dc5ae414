import type { StaffLanguage } from '@meldewerk/contract/language';
import { localized } from '@meldewerk/shell/localized';

/** What is shared with the billing portal brings its own English. */
const language = localized('operator.language', async () => {
  const [shared, own] = await Promise.all([import('../browser/translations/en.ts'), import('./translations/en.ts')]);
  return { templates: { ...shared.templates, ...own.templates } };
});

export const startLanguage = language.start;
export const chooseLanguage = language.choose;
/** The language kept for the person, unless another was chosen here. */
export const followLanguage = language.follow;

export function currentLanguage(): StaffLanguage {
  return language.current();
}
