import { availableParallelism } from 'node:os';
import sharp from 'sharp';
import { drawCar } from './car.ts';
import { drawCloseUp, type CloseUp } from './close-up.ts';
import { drawDamage, type Damage, type DamageSide } from './damage.ts';
import { createView, type Camera } from './perspective.ts';
import { drawLight, drawSurroundings, lightAt, type Place } from './surroundings.ts';

export const corners = ['frontLeft', 'frontRight', 'rearRight', 'rearLeft'] as const;
export type Corner = (typeof corners)[number];

/** What a picture shows: the whole vehicle from a corner, its damage from two or three metres, or a detail. */
export type Motif = { kind: 'corner'; corner: Corner } | { kind: 'damage' } | { kind: 'closeUp'; what: CloseUp; variant?: number };

/** A vehicle that never was, and what happened to it. */
export type Subject = { color: string; plate: string; place: Place; damage: Damage | null; side: DamageSide; odometerKm: number };

const size = { width: 1600, height: 1200 };

/** Draws a picture and develops it as a camera would: a JPEG with the time of capture (wall time `YYYY-MM-DDTHH:MM:SS`) in its EXIF. */
export async function takePicture(subject: Subject, motif: Motif, capturedAt: string): Promise<Buffer> {
  sharp.concurrency(availableParallelism());
  return sharp(Buffer.from(drawPicture(subject, motif)))
    .flatten({ background: '#808080' })
    .jpeg({ quality: 86 })
    .withExif({ IFD0: { Make: 'Meldewerk', Model: 'Beispielkamera' }, IFD2: { DateTimeOriginal: capturedAt.replaceAll('-', ':').replace('T', ' ') } })
    .toBuffer();
}

export function drawPicture(subject: Subject, motif: Motif): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">${content(subject, motif)}</svg>`;
}

function content(subject: Subject, motif: Motif): string {
  if (motif.kind === 'closeUp') return drawCloseUp(motif.what, { ...subject, name: `${subject.plate}${motif.variant ?? 1}` });
  const view = createView(motif.kind === 'corner' ? cornerCameras[motif.corner] : damageCamera(subject), size);
  return [
    drawSurroundings(view, subject.place),
    drawCar(view, { color: subject.color, plate: subject.plate, light: lightAt(subject.place) }),
    subject.damage ? drawDamage(view, subject.damage, subject.side) : '',
    drawLight(view, subject.place),
  ].join('');
}

const cornerCameras: Record<Corner, Camera> = {
  frontLeft: { eye: [5.4, 4.1, 1.75], target: [0, 0, 0.7], zoom: 1.36 },
  frontRight: { eye: [5.4, -4.1, 1.75], target: [0, 0, 0.7], zoom: 1.36 },
  rearRight: { eye: [-5.4, -4.1, 1.75], target: [0, 0, 0.7], zoom: 1.36 },
  rearLeft: { eye: [-5.4, 4.1, 1.75], target: [0, 0, 0.7], zoom: 1.36 },
};

function damageCamera({ damage, side }: Subject): Camera {
  const y = side === 'left' ? 1 : -1;
  if (damage === 'hail' || damage === 'crackedGlass') return { eye: [4.1, 1.6 * y, 2.1], target: [1.1, 0, 0.95], zoom: 1.15 };
  if (damage === 'crushedFront') return { eye: [4.4, 2.1 * y, 1.3], target: [1.75, 0.45 * y, 0.55], zoom: 1.2 };
  return { eye: [0.5, 3.6 * y, 1.3], target: [-0.1, 0.9 * y, 0.65], zoom: 1.1 };
}
