import type { FormField, FormSigner, Signature } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { AccidentPaper } from './accident-statement.ts';
import type { StreamedPdf } from './append-photos.ts';
import type { Dossier } from './dossier.ts';

/** A place on a page. Shares of the page as it is shown, from its top left; pages count from 1. */
export type Place = Pick<FormField, 'page' | 'x' | 'y' | 'width' | 'height'>;

/** A field with what goes into it: text as people read it (dates too), `true` for a ticked box, null for nothing. Signature fields become a line with their label. */
export type FilledField = Place & Pick<FormField, 'type' | 'label'> & { value: string | boolean | null };

/** Where a signature of a text form goes; keep it for `sign`. */
export type SignatureField = Place & { signer: FormSigner; label: string };

/** Head of a page of the workshop. `logo` is PNG; anything else is left out and the name stands in letters. */
export type Letterhead = {
  name: string;
  street: string;
  postalCode: string;
  city: string;
  phone: string;
  email: string;
  /** `#rrggbb` */
  color: string;
  logo: Uint8Array | null;
};

/** A document written here, on the workshop's letterhead. */
type Paper = {
  language: StaffLanguage;
  letterhead: Letterhead;
  title: string;
  /** Format of a text form (contract, `formContentSchema`), placeholders already replaced. */
  text: string;
  /** Small print in the foot: `Vorgang SM-2026-000123 · Fassung 2`. */
  footer: string;
  isSample: boolean;
};

export type ComposedForm = Paper & {
  /** Who signs, in order. */
  signers: FormSigner[];
};

export type PlacedSignature = {
  place: Place;
  signature: Signature;
  /** The signer's name in plain letters under the signature. */
  name: string;
  signedAt: Date;
  timeZone: string;
  language: StaffLanguage;
};

/** One line of the evidence page for each who signed. */
export type EvidenceOfSigner = {
  name: string;
  role: FormSigner;
  method: Signature['method'];
  signedAt: Date;
  ip: string | null;
  userAgent: string | null;
};

export type Evidence = {
  language: StaffLanguage;
  letterhead: Letterhead;
  timeZone: string;
  title: string;
  version: number;
  /** Reference number of the report. */
  reference: string;
  /** SHA-256 (hex) of the file as it was read before the first signature. */
  unsignedSha256: string;
  /** All signatures, those before this one as well. */
  signers: EvidenceOfSigner[];
  /** When the seal is put on; readers show it. */
  sealedAt: Date;
};

export type Letter = Paper & {
  /** Sealed with the installation's certificate at this time; null stays plain and is the same bytes every time. */
  sealedAt: Date | null;
};

export type Documents = {
  /** Opens an uploaded PDF: pages as shown (rotation applied, in points), and a cleaned copy (no JavaScript, no actions, no embedded files, no interactive form left). Throws DocumentRefused. */
  inspect(pdf: Uint8Array): Promise<{ pages: { width: number; height: number }[]; cleaned: Uint8Array }>;
  /** A cleaned PDF with values written into its fields; long text shrinks to fit and is never cut silently. Same input, same bytes. */
  fill(pdf: Uint8Array, fields: FilledField[]): Promise<Uint8Array>;
  /** A text form as a PDF with places for signatures. Same input, same bytes. */
  compose(form: ComposedForm): Promise<{ pdf: Uint8Array; pageCount: number; signatureFields: SignatureField[] }>;
  /** Puts the signatures in place, adds an evidence page and seals the whole with the installation's certificate. Give the unsigned file and all its signatures: a sealed file is not signed again. */
  sign(input: { pdf: Uint8Array; signatures: PlacedSignature[]; evidence: Evidence }): Promise<Uint8Array>;
  /** Text on the workshop's letterhead (withdrawal notice, confirmations). */
  letter(input: Letter): Promise<Uint8Array>;
  /** Everything about a case with its photos. Throws DocumentRefused when it comes to more than a process may hold. */
  dossier(dossier: Dossier): Promise<StreamedPdf>;
  /** The accident statement that two drivers signed, sealed. */
  accidentStatement(paper: AccidentPaper): Promise<Uint8Array>;
  /** The certificate of the seal as PEM, for people who want to trust it. */
  sealCertificate(): Promise<string>;
  /** Ends the processes that read PDFs. */
  close(): Promise<void>;
};

/** The PDF cannot be used; the code is that of the problem a client hears. */
export class DocumentRefused extends Error {
  readonly problem: 'pdfUnreadable' | 'pdfEncrypted' | 'pdfTooManyPages';
  constructor(problem: DocumentRefused['problem'], reason: string) {
    super(reason);
    this.name = 'DocumentRefused';
    this.problem = problem;
  }
}
