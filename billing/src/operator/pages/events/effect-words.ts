import { msg } from '@lit/localize';
import { eventEffectText } from '@meldewerk/contract/event-effect';
import type { EventRow } from '@meldewerk/contract/operator';
import { currentLanguage } from '../../locale.ts';

/** What an event did, each thing once. */
export function effectWords({ effects }: Pick<EventRow, 'effects'>): string[] {
  return [...new Set(effects.map((effect) => eventEffectText(effect, currentLanguage())))];
}

/** The same for a list: without what was there already. */
export function newEffectWords({ effects }: EventRow): string[] {
  const isNew = effects.filter(({ effect }) => effect !== 'older');
  if (effects.length > 0 && isNew.length === 0) return [msg('Alles war schon auf diesem Stand', { id: 'events.nothingNew' })];
  return effectWords({ effects: isNew });
}
