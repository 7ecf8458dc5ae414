import { msg, str } from '@lit/localize';
import type { Fault } from '../flow.ts';
import { openShotsOf } from '../photos/draft-shots.ts';
import { isPassedOver, isTaken, pathOf, photosOf, shotsToTake, titleOf } from '../photos/shots-to-take.ts';
import type { StepHost } from '../step.ts';

/** Refused photos and everything still to photograph, in the order of the screen: of each damage what it lacks. */
export function checkPhotos(host: StepHost): Fault[] {
  const wanted = shotsToTake(host);
  const open = new Map(openShotsOf(host).map(({ shot, fault }) => [shot.id, fault]));
  return wanted.flatMap((one): Fault[] => {
    const label = titleOf(host, one);
    const path = pathOf(host, wanted, one);
    if (photosOf(host, one).some((photo) => photo.state === 'refused')) {
      return [{ path, message: msg(str`Ein Foto zu „${label}“ wurde nicht angenommen. Bitte entfernen oder ersetzen Sie es.`, { id: 'photos.refused' }) }];
    }
    if (one.shot.rule === 'optional' || isTaken(host, one)) return [];
    switch (open.get(one.shot.id)) {
      case 'missing':
        return [{ path, message: msg(str`Es fehlt noch ein Foto: ${label}.`, { id: 'photos.missing' }) }];
      case 'notDecided':
        return isPassedOver(host, one) ? [] : [{ path, message: msg(str`${label}: Bitte fotografieren, oder „Kann ich gerade nicht“ wählen.`, { id: 'photos.notDecided' }) }];
      default:
        return [];
    }
  });
}
