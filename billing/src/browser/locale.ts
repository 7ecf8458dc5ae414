import type { StaffLanguage } from '@meldewerk/contract/language';
import { localized } from '@meldewerk/shell/localized';

const language = localized('billing.language', () => import('./translations/en.ts'));

export const startLanguage = language.start;
export const chooseLanguage = language.choose;
/** The language kept for the account, unless another was chosen here. */
export const followAccountLanguage = language.follow;

export function currentLanguage(): StaffLanguage {
  return language.current();
}
