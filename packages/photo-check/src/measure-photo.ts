import { measureExposure, type Exposure } from './exposure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { atOnce, type Pieces } from './in-pieces.ts';
import { toGrey, type PhotoPixels } from './photo-pixels.ts';
import { measureSharpness, type Sharpness } from './sharpness.ts';
import { measureTilt, type Tilt } from './tilt.ts';

/** What can be read off a photo's pixels; what it means is said by `judgePhoto`. */
export type PhotoMeasures = { sharpness: Sharpness; exposure: Exposure; tilt: Tilt; fingerprint: number[] };

/** @param pixels upright, at most `thresholds.lookedAtEdge` long */
export function measurePhoto(pixels: PhotoPixels): PhotoMeasures {
  return atOnce(measureInPieces(pixels));
}

/** The same in pieces of a few milliseconds, for a thread that has to answer in between. */
export function* measureInPieces(pixels: PhotoPixels): Pieces<PhotoMeasures> {
  const grey = toGrey(pixels);
  yield;
  const exposure = measureExposure(grey);
  yield;
  const tilt = yield* measureTilt(grey);
  yield;
  return { sharpness: yield* measureSharpness(grey), exposure, tilt, fingerprint: fingerprintOf(grey) };
}
