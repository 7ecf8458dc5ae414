import { eventEffectText } from '@meldewerk/contract/event-effect';
import type { EventRow } from '@meldewerk/contract/operator';
import { currentLanguage } from '../../locale.ts';

/** What an event did, each thing once. */
export function effectWords({ effects }: EventRow): string[] {
  return [...new Set(effects.map((effect) => eventEffectText(effect, currentLanguage())))];
}
