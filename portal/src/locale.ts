import type { StaffLanguage } from '@meldewerk/contract/language';
import { localized } from '@meldewerk/shell/localized';

const language = localized('portal.language', () => import('./translations/en.ts'));

export const startLanguage = language.start;
export const chooseLanguage = language.choose;
/** The language the workshop set for this person, unless another was chosen here. */
export const followStaffLanguage = language.follow;

export function currentLanguage(): StaffLanguage {
  return language.current();
}
