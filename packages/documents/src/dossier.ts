import type { Language } from '@meldewerk/contract/language';
import type { Letterhead } from './documents.ts';

/** One photo of a dossier: small on the contact sheet, then half a page. Both are JPEG; null while there is none to show. */
export type DossierPicture = {
  title: string;
  display: Uint8Array | null;
  thumbnail: Uint8Array | null;
  /** Stands where the picture would be. */
  missing: string;
  facts: [label: string, value: string][];
};

/** `share` is the column's part of the width; the shares of a table add up to 1. `small` is for what is looked up and not read. */
export type DossierColumn = { label: string; share: number; small?: boolean };

export type DossierPart =
  | { kind: 'facts'; facts: [label: string, value: string][] }
  | { kind: 'subheading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'table'; columns: DossierColumn[]; rows: string[][] }
  | { kind: 'pictures'; pictures: DossierPicture[] };

/** All there is of a case, for the file: sections one after the other on the workshop's paper. */
export type Dossier = {
  language: Language;
  letterhead: Letterhead;
  title: string;
  /** One line below the title: what it is about. */
  subtitle: string;
  /** Small print in the foot. */
  footer: string;
  sections: { title: string; parts: DossierPart[] }[];
};
