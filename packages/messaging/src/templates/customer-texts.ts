import { ar } from './translations/ar.ts';
import { pl } from './translations/pl.ts';
import { tr } from './translations/tr.ts';
import { uk } from './translations/uk.ts';

type Name = keyof typeof tr & keyof typeof pl & keyof typeof uk & keyof typeof ar;

/** The texts of one message to customers in the languages that do not stand beside it: German and English do. */
export function inOtherLanguages<N extends Name>(name: N) {
  return { tr: tr[name], pl: pl[name], uk: uk[name], ar: ar[name] };
}
