import { atOnce, type Pieces } from './in-pieces.ts';

/** Where a photo was taken, in degrees (WGS 84). */
export type PhotoLocation = { latitude: number; longitude: number };

/**
 * The place that a photo's file states, of whatever format: EXIF lies in all of them as it is. Null when it states none.
 * XMP alone is not read: cameras write both.
 */
export function readLocation(file: Uint8Array): PhotoLocation | null {
  return atOnce(readLocationInPieces(file));
}

export function* readLocationInPieces(file: Uint8Array): Pieces<PhotoLocation | null> {
  for (const block of tiffBlocks(file)) {
    yield;
    if (!block) continue;
    const latitude = degreesOf(block, 1, 2, 'S', 90);
    const longitude = degreesOf(block, 3, 4, 'W', 180);
    if (latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0)) return { latitude, longitude };
  }
  return null;
}

/**
 * Overwrites everything about the place in a photo's file, in its place and in the given bytes: the GPS block of EXIF and the
 * GPS and place fields of XMP. Nothing moves, no pixel and no other field changes. True when there was something.
 */
export function blankLocation(file: Uint8Array): boolean {
  return atOnce(blankLocationInPieces(file));
}

/** The same in pieces; the bytes belong to it until it is done. */
export function* blankLocationInPieces(file: Uint8Array): Pieces<boolean> {
  const blocks: TiffBlock[] = [];
  for (const block of tiffBlocks(file)) {
    yield;
    if (block) blocks.push(block);
  }
  for (const block of blocks) blankBlock(file, block);
  const cleared = yield* blankXmp(file);
  const changed = blocks.length > 0 || cleared;
  if (changed && isPng(file)) mendPngChecksums(file);
  return changed;
}

type Entry = { tag: number; type: number; count: number; at: number; valueAt: number; bytes: number };
/** A TIFF structure that points to a GPS block: where that begins, and what is in it. */
type TiffBlock = { view: DataView; little: boolean; gpsAt: number; entries: Entry[] };

const gpsPointer = 0x8825;
/**
 * So much is looked at of one file, far beyond any camera's: whoever makes a file of nothing but beginnings keeps us no longer
 * than an honest one. What lies beyond stays as it is: the place of somebody who went to such length to send it.
 */
const atMost = { beginnings: 1_000_000, entries: 20_000, valueBytes: 4_096, xmpBytes: 512 * 1024 } as const;
/** A file of a few megabytes has ten thousand of them by chance. */
const beginningsInPiece = 1_000;
const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Wherever in a file a TIFF structure begins: JPEG, PNG, WebP, HEIC and AVIF all hold EXIF uncompressed, some more than once. Null where it may rest. */
function* tiffBlocks(file: Uint8Array): Generator<TiffBlock | null> {
  const budget = { entries: atMost.entries };
  let stars = 0;
  for (let star = file.indexOf(0x2a); star >= 0 && budget.entries > 0 && stars < atMost.beginnings; star = file.indexOf(0x2a, star + 1), stars += 1) {
    if (stars % beginningsInPiece === 0) yield null;
    const little = file[star - 2] === 0x49 && file[star - 1] === 0x49 && file[star + 1] === 0;
    const big = file[star - 3] === 0x4d && file[star - 2] === 0x4d && file[star - 1] === 0;
    if (!little && !big) continue;
    budget.entries -= 1;
    const start = little ? star - 2 : star - 3;
    const view = new DataView(file.buffer, file.byteOffset + start, file.length - start);
    const pointer = directory(view, little, view.byteLength > 8 ? view.getUint32(4, little) : 0, budget)?.find(({ tag, type, count }) => tag === gpsPointer && (type === 4 || type === 13) && count === 1);
    const gpsAt = pointer ? view.getUint32(pointer.valueAt, little) : 0;
    const entries = pointer ? directory(view, little, gpsAt, budget) : null;
    if (entries && entries.length > 0) yield { view, little, gpsAt, entries };
  }
}

/** The entries of a directory; null when there is none of sound shape, as in pixels that only look like one. */
function directory(view: DataView, little: boolean, at: number, budget: { entries: number }): Entry[] | null {
  if (at < 8 || at + 2 > view.byteLength) return null;
  const count = view.getUint16(at, little);
  if (count > 400 || at + 2 + count * 12 > view.byteLength) return null;
  budget.entries -= count;
  const entries = Array.from({ length: count }, (_, number): Entry => {
    const entryAt = at + 2 + number * 12;
    const [type, values] = [view.getUint16(entryAt + 2, little), view.getUint32(entryAt + 4, little)];
    const bytes = (bytesOfType[type] ?? 0) * values;
    return { tag: view.getUint16(entryAt, little), type, count: values, at: entryAt, valueAt: bytes <= 4 ? entryAt + 8 : view.getUint32(entryAt + 8, little), bytes };
  });
  return entries.every(({ type }) => type >= 1 && type <= 13) ? entries : null;
}

/** What is left is a directory without entries: readers find a GPS block that says nothing. */
function blankBlock(file: Uint8Array, { view, gpsAt, entries }: TiffBlock): void {
  const start = view.byteOffset - file.byteOffset;
  for (const { valueAt, bytes, at } of entries) {
    if (bytes > 4 && valueAt + bytes <= view.byteLength) file.fill(0, start + valueAt, start + valueAt + Math.min(bytes, atMost.valueBytes));
    file.fill(0, start + at, start + at + 12);
  }
  file.fill(0, start + gpsAt, start + gpsAt + 2);
}

function degreesOf({ view, little, entries }: TiffBlock, refTag: number, tag: number, negative: 'S' | 'W', limit: number): number | null {
  const value = entries.find((entry) => entry.tag === tag && entry.type === 5 && entry.count >= 1 && entry.count <= 3);
  if (!value || value.valueAt + value.bytes > view.byteLength) return null;
  const parts = Array.from({ length: value.count }, (_, part) => {
    const [upper, lower] = [view.getUint32(value.valueAt + part * 8, little), view.getUint32(value.valueAt + part * 8 + 4, little)];
    return lower === 0 ? 0 : upper / lower;
  });
  const degrees = (parts[0] ?? 0) + (parts[1] ?? 0) / 60 + (parts[2] ?? 0) / 3600;
  if (!(degrees <= limit)) return null;
  const ref = entries.find((entry) => entry.tag === refTag);
  const sign = ref && view.getUint8(ref.valueAt) === negative.charCodeAt(0) ? -1 : 1;
  return sign * Math.round(degrees * 1e6) / 1e6;
}

const xmpFields = String.raw`(?:[\w-]+:(?:GPS|Gps)\w*|photoshop:(?:City|State|Country)|Iptc4xmpCore:(?:Location|CountryCode)|Iptc4xmpExt:Location(?:Created|Shown))`;
const xmpPlaces = new RegExp(String.raw`\s${xmpFields}\s{0,9}=\s{0,9}(?:"[^"]{0,600}"|'[^']{0,600}')|<(${xmpFields})\b[^>]{0,300}?(?:/>|>[\s\S]{0,2000}?</\1>)`, 'g');

/** XMP is text in the file, padded for just this: what goes is overwritten with blanks. */
function* blankXmp(file: Uint8Array): Pieces<boolean> {
  let changed = false;
  let left: number = atMost.xmpBytes;
  for (let at = yield* findText(file, '<x:xmpmeta', 0); at >= 0 && left > 0; ) {
    const within = file.subarray(at, at + left);
    const length = indexOfText(within, '</x:xmpmeta>', 0);
    const end = at + (length < 0 ? within.length : length);
    left -= end - at;
    // One letter a byte: places in the text are places in the file.
    let text = '';
    for (let from = at; from < end; from += 8192) text += String.fromCharCode(...file.subarray(from, Math.min(end, from + 8192)));
    for (const { index, 0: found } of text.matchAll(xmpPlaces)) {
      file.fill(0x20, at + index, at + index + found.length);
      changed = true;
    }
    at = yield* findText(file, '<x:xmpmeta', end);
  }
  return changed;
}

function indexOfText(file: Uint8Array, text: string, from: number): number {
  return atOnce(findText(file, text, from));
}

function* findText(file: Uint8Array, text: string, from: number): Pieces<number> {
  const first = text.charCodeAt(0);
  let begun = 0;
  for (let at = file.indexOf(first, from); at >= 0 && begun < atMost.beginnings; at = file.indexOf(first, at + 1), begun += 1) {
    if (begun % beginningsInPiece === 0) yield;
    let same = 1;
    while (same < text.length && file[at + same] === text.charCodeAt(same)) same += 1;
    if (same === text.length) return at;
  }
  return -1;
}

function isPng(file: Uint8Array): boolean {
  return indexOfText(file.subarray(0, 8), '\x89PNG', 0) === 0;
}

/** Every chunk of a PNG ends with the CRC of its name and content. */
function mendPngChecksums(file: Uint8Array): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > file.length) return;
    if (['eXIf', 'iTXt', 'tEXt'].some((name) => indexOfText(file.subarray(at + 4, at + 8), name, 0) === 0)) view.setUint32(end, crcOf(file.subarray(at + 4, end)));
    at = end + 4;
  }
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
