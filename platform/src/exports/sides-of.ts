import { partGroupLabels } from '@meldewerk/contract/damage-labels';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { DossierSide } from '@meldewerk/documents/dossier';
import { placeOf } from '@meldewerk/vehicle-drawings/find-part';
import { loadDrawing } from '@meldewerk/vehicle-drawings/load-drawing';
import { seenSide, turnedPath, views } from '@meldewerk/vehicle-drawings/seen-side';
import type { Part } from './section.ts';

/** The sides of a vehicle that have damages, each with its pins. */
export async function sidesOf({ type, damages }: Extract<Part, { kind: 'vehicle' }>, language: StaffLanguage): Promise<DossierSide[]> {
  const drawing = await loadDrawing(type);
  const pins = damages.flatMap(({ at, part }, index) => {
    const place = at ?? placeOf(drawing, part);
    return place ? [{ ...place, text: String(index + 1) }] : [];
  });
  return views.flatMap((view): DossierSide[] => {
    const own = pins.filter((pin) => pin.view === view);
    if (own.length === 0) return [];
    const { width, height, shapes } = seenSide(drawing, view);
    return [{
      caption: partGroupLabels[view][language],
      width,
      height,
      shapes: shapes.map((shape) => ({ look: shape.look, path: turnedPath(shape) })),
      pins: own.map(({ text, x, y }) => ({ text, x: x * width, y: y * height })),
    }];
  });
}
