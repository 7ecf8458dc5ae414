import type { StaffLanguage } from '@meldewerk/contract/language';
import type { LatePhoto } from './append-photos.ts';
import type { Letterhead } from './documents.ts';
import type { JpegFrame } from './jpeg-frame.ts';

/**
 * One photo of a dossier: small on the contact sheet, then half a page. Both are JPEG; null while there is none to show. The
 * large one is only laid out here and read when the file is sent.
 */
export type DossierPicture<Display = LatePhoto> = {
  title: string;
  display: Display | null;
  thumbnail: Uint8Array | null;
  /** Stands where the picture would be. */
  missing: string;
  facts: [label: string, value: string][];
};

/** `share` is the column's part of the width; the shares of a table add up to 1. `small` is for what is looked up and not read. */
export type DossierColumn = { label: string; share: number; small?: boolean };

/** A drawing of one side of a vehicle: paths of absolute M, L, C and Z in units of the drawing, and pins on it. */
export type DossierSide = {
  caption: string;
  width: number;
  height: number;
  shapes: { look: 'body' | 'glass' | 'lamp' | 'tail' | 'tyre' | 'rim' | 'trim' | 'plate' | 'shade' | 'line'; path: string }[];
  pins: { text: string; x: number; y: number }[];
};

export type DossierPart<Display = LatePhoto> =
  | { kind: 'facts'; facts: [label: string, value: string][] }
  | { kind: 'subheading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'sides'; sides: DossierSide[] }
  | { kind: 'table'; columns: DossierColumn[]; rows: string[][] }
  | { kind: 'pictures'; pictures: DossierPicture<Display>[] };

/** All there is of a case, for the file: sections one after the other on the workshop's paper. */
export type Dossier<Display = LatePhoto> = {
  language: StaffLanguage;
  letterhead: Letterhead;
  title: string;
  /** One line below the title: what it is about. */
  subtitle: string;
  /** Small print in the foot. */
  footer: string;
  sections: { title: string; parts: DossierPart<Display>[] }[];
};

/** As the process that lays it out gets it: no photo, and nothing that could be read. */
export type LaidOutDossier = Dossier<JpegFrame>;
/** `photoObjects` are the empty objects of the large photos, in the order of the dossier. */
export type DossierBase = { pdf: Uint8Array; photoObjects: number[] };
