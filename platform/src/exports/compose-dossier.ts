import { buffer } from 'node:stream/consumers';
import { BlobMissing, photoBlobKey, type OpenBlob, type PhotoRendition } from '@meldewerk/blobs/blob-store';
import type { LatePhoto, StreamedPdf } from '@meldewerk/documents/append-photos';
import type { DossierPart, DossierPicture } from '@meldewerk/documents/dossier';
import { readJpegFrame, type JpegFrame } from '@meldewerk/documents/jpeg-frame';
import { openConditionPhoto } from '../condition-photos/open-condition-photo.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { shownBlobId } from '../photos/shown-blob-id.ts';
import { exportFileName } from './file-name.ts';
import { gatherReport } from './gather-report.ts';
import type { Part, Section, SectionPhoto } from './section.ts';
import { remarksOn } from './photo-remarks.ts';
import { sectionsOf } from './sections.ts';
import { showValue, type Manner } from './show-value.ts';
import { sidesOf } from './sides-of.ts';
import { takeTurn } from './take-turn.ts';

/** The whole case as a PDF on the workshop's paper, in the language of the scope. */
export async function composeDossier(scope: StaffScope, reportId: string, { withNotes }: { withNotes: boolean }): Promise<{ pdf: StreamedPdf; fileName: string }> {
  const { services, tenant, language, staff } = scope;
  await takeTurn(scope);
  const gathered = await gatherReport(scope, reportId, { withNotes });
  const { report } = gathered;
  const say = texts[language];
  const madeAt = showValue({ instant: services.clock.now().toISOString() }, mannerOf(scope));
  const pdf = await services.documents.dossier({
    language,
    letterhead: letterheadOf(tenant.settings),
    title: `${say.title} ${report.reference}`,
    subtitle: [report.vehicle.licensePlate, report.vehicle.makeModel, `${report.reporter.firstName} ${report.reporter.lastName}`.trim(), say.made(madeAt, staff.name)].filter(Boolean).join(' · '),
    footer: `${report.reference} · ${say.made(madeAt, staff.name)}${withNotes ? ` · ${say.withNotes}` : ''}`,
    sections: await Promise.all(sectionsOf(gathered).map((section) => onPaper(scope, section))),
  });
  return { pdf, fileName: exportFileName(report, say.fileName, 'pdf') };
}

async function onPaper(scope: StaffScope, { title, parts }: Section): Promise<{ title: string; parts: DossierPart[] }> {
  return { title: title[scope.language], parts: await Promise.all(parts.map((part) => partOnPaper(scope, part))) };
}

async function partOnPaper(scope: StaffScope, part: Part): Promise<DossierPart> {
  const manner = mannerOf(scope);
  if (part.kind === 'facts') return { kind: 'facts', facts: part.facts.flatMap(([label, value]) => (showValue(value, manner) ? [[label[scope.language], showValue(value, manner)]] : [])) };
  if (part.kind === 'table') {
    return { kind: 'table', columns: part.columns.map((column) => ({ ...column, label: column.label[scope.language] })), rows: part.rows.map((cells) => cells.map((cell) => showValue(cell, manner))) };
  }
  if (part.kind === 'vehicle') return { kind: 'sides', sides: await sidesOf(part, scope.language) };
  if (part.kind === 'photos') return { kind: 'pictures', pictures: await Promise.all(part.photos.map(({ photo, title }) => pictureOf(scope, photo, title[scope.language]))) };
  return { kind: part.kind, text: showValue(part.text, manner) };
}

async function pictureOf(scope: StaffScope, photo: SectionPhoto, title: string): Promise<DossierPicture> {
  const say = texts[scope.language];
  const [display, thumbnail] = await Promise.all([findLarge(scope, photo), loadSmall(scope, photo)]);
  const facts: [string, string][] = [
    [say.captured, [whenTaken(photo, mannerOf(scope), say.cameraClock), photo.takenBy].filter(Boolean).join(' · ')],
    [say.uploaded, showValue({ instant: photo.uploadedAt }, mannerOf(scope))],
    [say.original, [photo.width && photo.height ? `${photo.width} × ${photo.height}` : '', `${Math.max(1, Math.round(photo.byteSize / 1000))} kB`, photo.originalName ?? ''].filter(Boolean).join(' · ')],
    ['SHA-256', photo.sha256],
    ...remarksOn(photo, scope.language),
  ];
  return { title, display, thumbnail, missing: photo.state === 'received' ? say.stillBeingMade : say.cannotBeShown, facts: facts.filter(([, value]) => value) };
}

/** The large photo is read once it is sent; until then its first bytes say how large it is. */
async function findLarge(scope: StaffScope, photo: SectionPhoto): Promise<LatePhoto | null> {
  const blob = await openRendition(scope, photo, 'display');
  if (!blob) return null;
  let frame: JpegFrame | null = null;
  for await (const chunk of blob.stream) {
    frame = readJpegFrame(chunk as Uint8Array);
    break;
  }
  const open = async () => {
    const again = await openRendition(scope, photo, 'display');
    if (!again) throw new Error('a photo that was there is gone');
    return again.stream;
  };
  return frame && { ...frame, byteSize: blob.byteSize, open };
}

async function loadSmall(scope: StaffScope, photo: SectionPhoto): Promise<Uint8Array | null> {
  const blob = await openRendition(scope, photo, 'thumbnail');
  return blob && (await buffer(blob.stream));
}

async function openRendition(scope: StaffScope, photo: SectionPhoto, rendition: PhotoRendition): Promise<OpenBlob | null> {
  const { services, tenant } = scope;
  if (photo.state !== 'ready') return null;
  try {
    if (photo.taker === 'customer') return await services.blobs.open(photoBlobKey(tenant.id, await shownBlobId(scope, photo.id), rendition));
    const { stream, headers } = await openConditionPhoto(scope, photo.id, rendition);
    return { stream, byteSize: Number(headers['content-length']) };
  } catch (error) {
    // A file without one photo, that says so, is worth more than no file.
    if (error instanceof BlobMissing) return null;
    throw error;
  }
}

/** The clock of a camera may be wrong, and the file says whose it is. */
function whenTaken({ takenAt }: SectionPhoto, manner: Manner, cameraClock: string): string {
  return typeof takenAt === 'string' ? `${takenAt} (${cameraClock})` : showValue(takenAt, manner);
}

function mannerOf({ language, tenant }: Scope) {
  return { language, timeZone: tenant.settings.timeZone };
}

const texts = {
  de: {
    title: 'Schadenakte', fileName: 'Akte', made: (at: string, by: string) => `erstellt ${at} von ${by}`, withNotes: 'mit internen Notizen', captured: 'Aufgenommen', cameraClock: 'Uhr der Kamera', uploaded: 'Hochgeladen',
    original: 'Original', stillBeingMade: 'Das Foto wird noch verarbeitet.', cannotBeShown: 'Dieses Foto kann hier nicht gezeigt werden. Das Original liegt im Portal.',
  },
  en: {
    title: 'Damage file', fileName: 'file', made: (at: string, by: string) => `made ${at} by ${by}`, withNotes: 'with internal notes', captured: 'Taken', cameraClock: 'the camera’s clock', uploaded: 'Uploaded',
    original: 'Original', stillBeingMade: 'The photo is still being processed.', cannotBeShown: 'This photo cannot be shown here. The original is in the portal.',
  },
};
