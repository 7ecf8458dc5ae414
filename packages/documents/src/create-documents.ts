import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '@meldewerk/sandbox/sandbox';
import type { DocumentAnswer, DocumentRequest } from './child.ts';
import type { Composed } from './compose.ts';
import { appendPhotos } from './append-photos.ts';
import { DocumentRefused, type Documents } from './documents.ts';
import type { Dossier, DossierBase, DossierPart, LaidOutDossier } from './dossier.ts';
import type { Inspected } from './inspect.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import { putSeal } from './put-seal.ts';
import type { SealKey } from './seal-key.ts';

export type DocumentsSettings = {
  /** Asked for at the first seal. */
  sealKey: () => Promise<SealKey>;
  processes: number;
  timeoutMs: number;
  memoryLimitBytes: number;
  idleMs: number;
};

const defaults = { processes: 2, timeoutMs: 15_000, memoryLimitBytes: 700_000_000, idleMs: 60_000 };

/**
 * Makes, fills and signs PDFs. All that reads or lays out a PDF happens in processes that hold nothing worth taking; only the
 * seal is put on here, where the key is.
 */
export function createDocuments(given: Pick<DocumentsSettings, 'sealKey'> & Partial<DocumentsSettings>): Documents {
  const settings = { ...defaults, ...given };
  const limits = {
    program: join(import.meta.dirname, 'child.ts'),
    readableFolders: codeFolders(),
    addons: false,
    heapLimitMb: 384,
    restingLimitBytes: 300_000_000,
    ...settings,
  };
  const sandbox = createSandbox<DocumentRequest, DocumentAnswer>(limits);
  // Apart, so that no upload that takes its time keeps a customer from signing.
  const uploads = createSandbox<DocumentRequest, DocumentAnswer>({ ...limits, processes: 1 });
  // Nor a case with forty photos.
  const dossiers = createSandbox<DocumentRequest, DocumentAnswer>({ ...limits, processes: 1, timeoutMs: 2 * limits.timeoutMs });
  const sandboxOf = { inspect: uploads, dossier: dossiers, fill: sandbox, compose: sandbox, sign: sandbox, letter: sandbox, accidentStatement: sandbox };
  const opening = once(given.sealKey);

  async function ask<Done extends Inspected | Composed | DossierBase | Uint8Array>(request: DocumentRequest): Promise<Done> {
    const outcome = await sandboxOf[request.work].ask(request);
    if (outcome.kind !== 'answered') throw new DocumentRefused('pdfUnreadable', outcome.kind);
    if ('refused' in outcome.answer) throw new DocumentRefused(outcome.answer.refused, outcome.answer.reason);
    return outcome.answer.done as Done;
  }

  return {
    inspect: (pdf) => ask({ work: 'inspect', pdf }),
    fill: (pdf, fields) => ask({ work: 'fill', pdf, fields }),
    compose: (form) => ask({ work: 'compose', form }),
    async dossier(dossier) {
      const { pdf, photoObjects } = await ask<DossierBase>({ work: 'dossier', dossier: withoutPhotos(dossier) });
      const photos = dossier.sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'pictures' ? part.pictures.flatMap(({ display }) => display ?? []) : [])));
      return appendPhotos(pdf, photos.map((photo, index) => ({ photo, objectNumber: photoObjects[index] ?? 0 })));
    },
    async sign({ pdf, signatures, evidence }) {
      const sealMark = newMark();
      return putSeal(await ask<Uint8Array>({ work: 'sign', pdf, signatures, evidence, sealMark }), sealMark, await opening());
    },
    async letter(letter) {
      const sealMark = letter.sealedAt ? newMark() : null;
      const written = await ask<Uint8Array>({ work: 'letter', letter, sealMark });
      return sealMark ? putSeal(written, sealMark, await opening()) : written;
    },
    async accidentStatement(paper) {
      const sealMark = newMark();
      return putSeal(await ask<Uint8Array>({ work: 'accidentStatement', paper, sealMark }), sealMark, await opening());
    },
    async sealCertificate() {
      const base64 = Buffer.from((await opening()).certificate).toString('base64').replaceAll(/(.{64})(?=.)/g, '$1\n');
      return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
    },
    async close() {
      await Promise.all([sandbox.close(), uploads.close(), dossiers.close()]);
    },
  };
}

function withoutPhotos(dossier: Dossier): LaidOutDossier {
  const frameOf = ({ width, height, components }: JpegFrame) => ({ width, height, components });
  const laidOut = (part: DossierPart): DossierPart<JpegFrame> =>
    part.kind === 'pictures' ? { ...part, pictures: part.pictures.map((picture) => ({ ...picture, display: picture.display && frameOf(picture.display) })) } : part;
  return { ...dossier, sections: dossier.sections.map(({ title, parts }) => ({ title, parts: parts.map(laidOut) })) };
}

function newMark(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}

/** Kept once it is there; a failure is not. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Our own sources, the packages of ours that are imported, and the installed ones: as linked and as installed. */
function codeFolders(): string[] {
  const own = resolve(import.meta.dirname, '..');
  const ours = ['@meldewerk/contract/form', '@meldewerk/sandbox/inside'].map((name) => resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..'));
  const installed = fileURLToPath(import.meta.resolve('@libpdf/core')).replace(/([\\/]node_modules)[\\/].*$/, '$1');
  return [...new Set([own, ...ours, installed])];
}
