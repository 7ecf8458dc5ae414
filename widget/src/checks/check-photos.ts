import { textIn } from '@meldewerk/contract/text-in';
import { msg, str } from '@lit/localize';
import type { Fault } from '../flow.ts';
import { openShotsOf, photosByShot, shotsOf } from '../photos/draft-shots.ts';
import { leadOf, shotsToTake, titleOf } from '../photos/shots-to-take.ts';
import type { StepHost } from '../step.ts';

/** Refused photos and open shots, in the order of the shots. */
export function checkPhotos(host: StepHost): Fault[] {
  const { language, photos } = host;
  const shots = shotsOf(host);
  const wanted = shotsToTake(host);
  const photosOf = photosByShot(shots, photos?.photos ?? []);
  const open = new Map(openShotsOf(host).map(({ shot, fault }) => [shot.id, fault]));
  return shots.flatMap((shot): Fault[] => {
    const lead = leadOf(host, wanted, shot.id);
    const label = lead ? titleOf(host, lead) : textIn(shot.label, language);
    const path = `photos.${shot.id}`;
    if (photosOf(shot).some((photo) => photo.state === 'refused')) {
      return [{ path, message: msg(str`Ein Foto zu „${label}“ wurde nicht angenommen. Bitte entfernen oder ersetzen Sie es.`, { id: 'photos.refused' }) }];
    }
    switch (open.get(shot.id)) {
      case 'missing':
        return [{ path, message: msg(str`Es fehlt noch ein Foto: ${label}.`, { id: 'photos.missing' }) }];
      case 'notDecided':
        return [{ path, message: msg(str`${label}: Bitte fotografieren, oder „Kann ich gerade nicht“ wählen.`, { id: 'photos.notDecided' }) }];
      default:
        return [];
    }
  });
}
