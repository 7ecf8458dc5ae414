import { msg, str } from '@lit/localize';
import type { Fault } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { strandedDamages } from './damage-editor.ts';
import { numbered } from './damage-words.ts';

/** A damage whose part is not there, and one that was begun and not finished. None at all is in order. */
export function checkDamages(host: StepHost): Fault[] {
  const { damages, openDamage } = host.drafts.draft;
  const stranded = strandedDamages(host).map((spot): Fault => ({
    path: `damages.${spot.id}`,
    message: msg(str`${numbered(damages.indexOf(spot) + 1)}: Dieses Teil gibt es an diesem Fahrzeug nicht. Bitte wählen Sie ein anderes, oder entfernen Sie den Schaden.`, { id: 'damages.stranded' }),
  }));
  if (!openDamage?.part) return stranded;
  const number = openDamage.isNew ? damages.length + 1 : damages.findIndex(({ id }) => id === openDamage.id) + 1;
  return [...stranded, { path: 'damages', message: msg(str`${numbered(number)} ist noch nicht fertig beschrieben.`, { id: 'damages.unfinished' }) }];
}
