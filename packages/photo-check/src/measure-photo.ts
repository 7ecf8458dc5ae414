import { measureExposure, type Exposure } from './exposure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { toGrey, type PhotoPixels } from './photo-pixels.ts';
import { measureSharpness, type Sharpness } from './sharpness.ts';
import { measureTilt, type Tilt } from './tilt.ts';

/** What can be read off a photo's pixels; what it means is said by `judgePhoto`. */
export type PhotoMeasures = { sharpness: Sharpness; exposure: Exposure; tilt: Tilt; fingerprint: number[] };

/** @param pixels upright, at most `thresholds.lookedAtEdge` long */
export function measurePhoto(pixels: PhotoPixels): PhotoMeasures {
  const grey = toGrey(pixels);
  return { sharpness: measureSharpness(grey), exposure: measureExposure(grey), tilt: measureTilt(grey), fingerprint: fingerprintOf(grey) };
}
