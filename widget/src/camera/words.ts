import { msg, str } from '@lit/localize';
import type { Outline } from '@meldewerk/contract/catalogue';
import type { VehicleType } from '@meldewerk/contract/damage-parts';
import type { CameraTrouble } from './live-camera.ts';

/** What belongs into the outline, and from how far: „Fahrzeug im Umriss · etwa 5 m“. Null where there is no rule. */
export function howToFrame(outline: Outline, type: VehicleType): string | null {
  const [fit, distance] = framing(outline, type);
  // Kept in one piece, also where writing runs from the right.
  const apart = `\u2066${distance.replace(' ', '\u00a0')}\u2069`;
  const away = distance && msg(str`etwa ${apart}`, { id: 'camera.distance' });
  return [fit, away].filter(Boolean).join(' · ') || null;
}

function framing(outline: Outline, type: VehicleType): [fit: string, distance: string] {
  const damage = msg('Schaden im Kreis', { id: 'camera.fitDamage' });
  const sheet = msg('Blatt im Rahmen', { id: 'camera.fitSheet' });
  switch (outline) {
    case 'frontLeft':
    case 'frontRight':
    case 'rearLeft':
    case 'rearRight':
      return [msg('Fahrzeug im Umriss', { id: 'camera.fitVehicle' }), metresFrom(type)];
    case 'wide':
    case 'part':
      return [damage, '2 m'];
    case 'close':
    case 'scale':
      return [damage, '50 cm'];
    case 'odometer':
      return [msg('Kilometer im Rahmen', { id: 'camera.fitOdometer' }), '40 cm'];
    case 'vin':
      return [msg('Nummer im Streifen', { id: 'camera.fitNumber' }), '20 cm'];
    case 'registration':
    case 'document':
      return [sheet, '30 cm'];
    case 'frame':
      return ['', ''];
  }
}

function metresFrom(type: VehicleType): string {
  return { car: '5 m', estate: '5 m', van: '7 m', motorcycle: '3 m', trailer: '4 m' }[type];
}

export function troubleWords(trouble: CameraTrouble): string {
  switch (trouble) {
    case 'refused':
      return msg('Die Kamera ist für diese Seite nicht erlaubt. Fotografieren Sie einfach mit der Kamera Ihres Handys: Das Bild zeigt, wie es aussehen soll.', { id: 'camera.refused' });
    case 'missing':
      return msg('Wir finden an diesem Gerät keine Kamera. Sie können vorhandene Fotos auswählen: Das Bild zeigt, wie sie aussehen sollen.', { id: 'camera.missing' });
    case 'busy':
      return msg('Die Kamera lässt sich gerade nicht öffnen, vielleicht benutzt sie eine andere App. Fotos von der Kamera-App gehen genauso.', { id: 'camera.busy' });
    case 'unsupported':
      return msg('In dieser App lässt sich die Kamera nicht direkt öffnen. Fotografieren Sie mit der Kamera Ihres Handys: Das Bild zeigt, wie es aussehen soll.', { id: 'camera.unsupported' });
  }
}
