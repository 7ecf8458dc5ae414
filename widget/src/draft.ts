import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import type { FormSignatureInput } from '@meldewerk/contract/form';
import type { Language } from '@meldewerk/contract/language';
import type { PhotoFinding } from '@meldewerk/contract/photo';
import type { Link } from '@meldewerk/contract/preparation';
import type { Receipt, SubmissionInput } from '@meldewerk/contract/report';
import type { SafetyCheck } from '@meldewerk/contract/safety-advice';
import type { PhotoLocation } from '@meldewerk/photo-check/location';
import type { TypedWishes, WishDays } from './appointments/wishes.ts';
import type { StepId } from './flow.ts';
import type { Agreed } from './sync/agreed-fields.ts';
import type { PhotoFacts } from './sync/draft-fields.ts';

/** What was typed into a field: text as typed (numbers and amounts too), yes or no, or several choices. */
export type Typed = string | boolean | string[];
export type TypedFields = Record<string, Typed | undefined>;

export const sections = ['answers', 'vehicle', 'insurance', 'reporter'] as const;
export type Section = (typeof sections)[number];

/** A report as it lies on the device until it is sent. Photos are kept beside it, one record each. */
export type Draft = Record<Section, TypedFields> & {
  id: string;
  /** Bearer of the draft: 32 random bytes, base64url. */
  token: string;
  /** Stays the same over repeats of one sending, so that a lost answer never doubles a report. */
  idempotencyKey: string;
  changedAt: number;
  language: Language | null;
  step: StepId;
  /** The last step the customer has been to; steps up to here can be jumped to. */
  furthest: StepId;
  category: string | null;
  safety: SafetyCheck;
  damages: DamageSpot[];
  /** The customer wants the workshop to know where the photos were taken. */
  sendPlaces?: boolean;
  /** The damage that is just being described. */
  openDamage: OpenDamage | null;
  /** Shots passed over: `<shot>`, or `<shot>.<damage>` where it is taken of each damage. */
  skippedShots: string[];
  /** Version of the privacy notice that was agreed to. */
  consentVersion: number | null;
  /** The customer pressed send and no answer has come yet. */
  sending: boolean;
  /** The report as it goes out while its page is closed, once all that it names is on the server; null where nobody would send it. */
  outbox: SubmissionInput | null;
  receipt: DraftReceipt | null;
  /** What the workshop prepared, as the server last told it; null for a report that the customer began. */
  link: Link | null;
  /** Signed forms of the link, by the form's id on the report. */
  signatures: Record<string, DraftSignature>;
  pendingSignatures: Record<string, PendingSignature>;
  /** What was typed into the forms' own fields, by form and field. */
  formFields: Record<string, Record<string, string | boolean>>;
  /** Wishes for a date, and the workshop's days as they were last loaded. */
  appointment: TypedWishes | null;
  wishDays: WishDays | null;
  withdrawal: { noticeVersion: number; noticeReceived: boolean; earlyStart: boolean } | null;
  /** The accident statement filled in with the other driver; `taken` once its facts are in the answers. */
  accidentStatement?: { token: string; taken: boolean };
  /** What this device and the server last agreed on; null as long as the draft is on this device alone. */
  sync: Agreed | null;
  /** A phone helps this computer with the draft, or this is that phone. */
  handoff: { id: string; role: 'computer' | 'phone' } | null;
};

/** A damage until everything of it is said; `isNew` while it has no place among the others. */
export type OpenDamage = Pick<DamageSpot, 'id' | 'at'> & { [Field in 'part' | 'kind' | 'size']: DamageSpot[Field] | null } & { note: string; isNew: boolean };

/** A signature that the server has: of this document, with this hash. */
export type DraftSignature = {
  signatureId: string;
  documentId: string;
  sha256: string;
  /** Not known of one that was given on another device. */
  signedAt: string | null;
  /** What the document was filled with when it was last compared with the draft. */
  values: string;
  /** The draft has changed so that the document would read otherwise: it has to be signed again. */
  changed: boolean;
};

/** A signature on its way: kept until the server has answered, so that a repeat is the same one. */
export type PendingSignature = FormSignatureInput & { values: string };

/** The receipt, and by which channels the customer gets a confirmation. `elsewhere`: it was not sent from this device. */
export type DraftReceipt = Receipt & { confirmedBy: string[]; elsewhere?: boolean };

export type PhotoSource = 'camera' | 'file';
export type PhotoState = 'waiting' | 'uploading' | 'safe' | 'refused';

/** A photo on the device. The file goes once the server has it; a small preview stays. */
export type StoredPhoto = {
  id: string;
  shotId: string;
  /** The damage it shows, for the shots that are taken of each one. */
  spotId: string | null;
  /** What the device found wrong with it; the customer uses it anyway. */
  findings: PhotoFinding[];
  source: PhotoSource;
  fileName: string;
  addedAt: number;
  state: PhotoState;
  file: Blob | null;
  preview: Blob | null;
  uploadUrl: string | null;
  /** Why it was refused, as a sentence. */
  refusal: string | null;
  /** Taken away by the customer, not yet gone for good: it can come back. */
  removed: boolean;
  /** Another device brought it up; how the server listed it. */
  elsewhere?: PhotoFacts;
  /** Taken on a phone that helps a computer: by which hand-off. */
  handoffId?: string;
  /** Just taken: the customer is still looking at it. */
  undecided?: boolean;
  /** The device found something wrong with it, and the customer has not said yet what to do. */
  inDoubt?: boolean;
  /** Where it was taken, as its file states it. The file goes up without. */
  place?: PhotoLocation;
};

export type Randomness = { newId(): string; newToken(): string; now(): number };

export const deviceRandomness: Randomness = {
  newId: () => uuidOf(crypto.getRandomValues(new Uint8Array(16))),
  newToken: () => base64url(crypto.getRandomValues(new Uint8Array(32))),
  now: () => Date.now(),
};

export function newDraft({ newId, newToken, now }: Randomness, language: Language | null): Draft {
  return {
    id: newId(),
    token: newToken(),
    idempotencyKey: newId(),
    changedAt: now(),
    language,
    step: 'category',
    furthest: 'category',
    category: null,
    answers: {},
    vehicle: {},
    insurance: {},
    reporter: {},
    safety: {},
    damages: [],
    openDamage: null,
    skippedShots: [],
    consentVersion: null,
    sending: false,
    outbox: null,
    receipt: null,
    link: null,
    signatures: {},
    pendingSignatures: {},
    formFields: {},
    appointment: null,
    wishDays: null,
    withdrawal: null,
    sync: null,
    handoff: null,
  };
}

const foreignPageDays = 14;

/** A draft left on somebody else's website goes after two weeks: other scripts of that site could read it. */
export function isForgotten(draft: Draft, ownPage: boolean, now: number): boolean {
  return !ownPage && now - draft.changedAt > foreignPageDays * 24 * 60 * 60 * 1000;
}

export function isBegun(draft: Draft): boolean {
  return draft.category !== null && !draft.receipt;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

// crypto.randomUUID is missing on pages without https.
function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Version 4, variant 10xx (RFC 9562).
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
