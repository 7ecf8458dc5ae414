import { photoFindings, type PhotoFinding } from '@meldewerk/contract/photo';
import sharp from 'sharp';
import { judgePhoto } from '../src/judge-photo.ts';
import { measurePhoto, type PhotoMeasures } from '../src/measure-photo.ts';
import { thresholds } from '../src/thresholds.ts';
import type { Labelled } from './labelled-set.ts';

/** Of one finding: pictures that have it and were not found, and pictures without it that were called so all the same. */
export type Rate = { with: number; missed: string[]; without: number; falseAlarms: string[] };
export type Rates = Record<PhotoFinding, Rate>;

export function noRates(): Rates {
  return Object.fromEntries(photoFindings.map((finding) => [finding, { with: 0, missed: [], without: 0, falseAlarms: [] }])) as unknown as Rates;
}

/** Judges a picture and counts what came out. Of a picture with a fault only this fault is asked: a burnt-out one may well be blurred too. */
export async function count(rates: Rates, labelled: Labelled): Promise<PhotoFinding[]> {
  const { measures, width, height } = await look(labelled.jpeg);
  const others = labelled.beside ? [await fingerprintOf(labelled.beside)] : [];
  const found = judgePhoto(measures, { ...labelled.circumstances, width, height, others });
  for (const finding of photoFindings) {
    const rate = rates[finding];
    if (labelled.truth === finding) {
      rate.with += 1;
      if (!found.includes(finding)) rate.missed.push(labelled.name);
    } else if (labelled.truth === null) {
      rate.without += 1;
      if (found.includes(finding)) rate.falseAlarms.push(labelled.name);
    }
  }
  return found;
}

const fingerprints = new WeakMap<Buffer, number[]>();

async function fingerprintOf(jpeg: Buffer): Promise<number[]> {
  const fingerprint = fingerprints.get(jpeg) ?? (await look(jpeg)).measures.fingerprint;
  fingerprints.set(jpeg, fingerprint);
  return fingerprint;
}

/** As the browser does it: upright, at most so large, four bytes a pixel. */
export async function look(jpeg: Buffer): Promise<{ measures: PhotoMeasures; width: number; height: number }> {
  const { autoOrient } = await sharp(jpeg).metadata();
  const edge = thresholds.lookedAtEdge;
  const { data, info } = await sharp(jpeg).autoOrient().resize(edge, edge, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { measures: measurePhoto({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) }), width: autoOrient.width, height: autoOrient.height };
}
