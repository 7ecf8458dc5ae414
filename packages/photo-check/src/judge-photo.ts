import type { PhotoFinding } from '@meldewerk/contract/photo';
import { distanceBetween } from './fingerprint.ts';
import type { PhotoMeasures } from './measure-photo.ts';
import { thresholds } from './thresholds.ts';

/** What the photo is for, and what is known beside its pixels. */
export type PhotoCircumstances = {
  /** It shows print or figures that have to be read: a document, a VIN, an odometer. */
  text: boolean;
  /** A sheet, whose edges tell by themselves whether it lies straight. */
  sheet: boolean;
  /** Of the original. */
  width: number;
  height: number;
  /** Fingerprints of the draft's other photos. */
  others: readonly (readonly number[])[];
  /** How far the device was turned off level when the photo was taken, where it says so. */
  rollDegrees?: number | undefined;
};

/** What is wrong with a photo, the most important first. */
export function judgePhoto(measures: PhotoMeasures, circumstances: PhotoCircumstances): PhotoFinding[] {
  const dark = isDark(measures);
  const wrong: Record<PhotoFinding, boolean> = {
    dark,
    // Without light there are no edges to judge.
    blurred: !dark && isBlurred(measures, circumstances),
    glare: hasGlare(measures, circumstances),
    duplicate: isDuplicate(measures, circumstances),
    small: isSmall(circumstances),
    tilted: isTilted(measures, circumstances),
  };
  return (['dark', 'blurred', 'glare', 'duplicate', 'small', 'tilted'] as const).filter((finding) => wrong[finding]);
}

function isDark({ exposure }: PhotoMeasures): boolean {
  return exposure.brightest <= thresholds.dark.maxBrightest && exposure.most <= thresholds.dark.maxMost;
}

function isBlurred({ sharpness: { near, far } }: PhotoMeasures, { text }: PhotoCircumstances): boolean {
  const { minEdges, minSteepness, minSteepnessOfText, minFarEdges, minFarSteepness, minShareOfDirection } = thresholds.blurred;
  const isTelling = (way: 'across' | 'down', otherWay: 'across' | 'down') =>
    near[way].edges >= minEdges && [near, far].some((looked) => looked[way].edges >= minShareOfDirection * looked[otherWay].edges);
  const telling = [isTelling('across', 'down') ? near.across : null, isTelling('down', 'across') ? near.down : null].filter((way) => way !== null);
  if (telling.length > 0) return telling.some(({ steepness }) => steepness < (text ? minSteepnessOfText : minSteepness));
  return far.across.edges + far.down.edges >= minFarEdges && Math.max(far.across.steepness, far.down.steepness) >= minFarSteepness;
}

function hasGlare({ exposure: { clippedMiddle, darkestMiddle, spot } }: PhotoMeasures, { text }: PhotoCircumstances): boolean {
  const { maxClippedMiddle, minDarkestMiddle, minSpot } = thresholds.glare;
  const isWhite = clippedMiddle > maxClippedMiddle;
  // White paper around print looks like many reflections.
  return (isWhite && darkestMiddle > minDarkestMiddle) || (spot >= minSpot && !(text && isWhite));
}

function isSmall({ width, height, text }: PhotoCircumstances): boolean {
  return Math.max(width, height) < (text ? thresholds.small.minEdgeOfText : thresholds.small.minEdge);
}

function isTilted({ tilt }: PhotoMeasures, { sheet, rollDegrees }: PhotoCircumstances): boolean {
  const { minDegrees, minClearness } = thresholds.tilted;
  if (rollDegrees !== undefined) return Math.abs(rollDegrees) > minDegrees;
  return sheet && tilt.clearness >= minClearness && Math.abs(tilt.degrees) > minDegrees;
}

function isDuplicate({ fingerprint }: PhotoMeasures, { others, text }: PhotoCircumstances): boolean {
  const { maxDistance, maxDistanceOfText } = thresholds.duplicate;
  return others.some((other) => distanceBetween(fingerprint, other) <= (text ? maxDistanceOfText : maxDistance));
}
