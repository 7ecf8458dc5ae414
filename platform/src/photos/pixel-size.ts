import type { PhotoMediaType } from '@meldewerk/contract/photo';

/** Reads `length` bytes at `position`, or as many as the file still has. */
export type ReadAt = (position: number, length: number) => Promise<DataView>;
export type PixelSize = { width: number; height: number };

/**
 * Width and height as the header declares them, without decoding anything: enough to turn away a decompression bomb at the
 * door. Null when the header cannot be followed. The decoder keeps limits of its own, since a header may lie.
 */
export async function readPixelSize(readAt: ReadAt, mediaType: PhotoMediaType, byteSize: number): Promise<PixelSize | null> {
  const size = await readDeclared(readAt, mediaType, byteSize);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

async function readDeclared(readAt: ReadAt, mediaType: PhotoMediaType, byteSize: number): Promise<PixelSize | null> {
  try {
    if (mediaType === 'image/jpeg') return await sizeOfJpeg(readAt, byteSize);
    if (mediaType === 'image/png') return sizeOfPng(await readAt(0, 24));
    if (mediaType === 'image/webp') return sizeOfWebp(await readAt(0, 30));
    return await sizeOfHeif(readAt, byteSize);
  } catch (error) {
    // Reading past the end of a view: the file ends inside its header.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

async function sizeOfJpeg(readAt: ReadAt, byteSize: number): Promise<PixelSize | null> {
  for (let at = 2, segments = 0; at < byteSize && segments < 1_000; segments += 1) {
    const head = await readAt(at, 9);
    if (head.getUint8(0) !== 0xff) return null;
    const marker = head.getUint8(1);
    if (marker === 0xff) at += 1;
    else if (isFrameHeader(marker)) return { height: head.getUint16(5), width: head.getUint16(7) };
    else at += 2 + (isBare(marker) ? 0 : head.getUint16(2));
  }
  return null;
}

/** SOF0–SOF15 without DHT, JPG and DAC, which share their range. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function sizeOfPng(head: DataView): PixelSize | null {
  if (fourCharacters(head, 12) !== 'IHDR') return null;
  return { width: head.getUint32(16), height: head.getUint32(20) };
}

function sizeOfWebp(head: DataView): PixelSize | null {
  const chunk = fourCharacters(head, 12);
  if (chunk === 'VP8X') return { width: 1 + uint24(head, 24), height: 1 + uint24(head, 27) };
  if (chunk === 'VP8 ') return { width: head.getUint16(26, true) & 0x3fff, height: head.getUint16(28, true) & 0x3fff };
  if (chunk !== 'VP8L') return null;
  const bits = head.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** The largest declared item: tiles and thumbnails are smaller than the picture they belong to. */
async function sizeOfHeif(readAt: ReadAt, byteSize: number): Promise<PixelSize | null> {
  for (let at = 0, boxes = 0; at + 8 <= byteSize && boxes < 100; boxes += 1) {
    const head = await readAt(at, 16);
    const declared = head.getUint32(0);
    const length = declared === 1 ? Number(head.getBigUint64(8)) : declared === 0 ? byteSize - at : declared;
    if (length < 8) return null;
    if (fourCharacters(head, 4) === 'meta') return largestItem(await readAt(at, Math.min(length, 1_000_000)));
    at += length;
  }
  return null;
}

function largestItem(meta: DataView): PixelSize | null {
  let largest: PixelSize | null = null;
  for (const properties of boxesIn(meta, 12, meta.byteLength, 'iprp')) {
    for (const container of boxesIn(meta, properties.from, properties.to, 'ipco')) {
      for (const extent of boxesIn(meta, container.from, container.to, 'ispe')) {
        const size = { width: meta.getUint32(extent.from + 4), height: meta.getUint32(extent.from + 8) };
        if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
      }
    }
  }
  return largest;
}

function* boxesIn(view: DataView, from: number, to: number, type: string): Generator<{ from: number; to: number }> {
  for (let at = from; at + 8 <= to; ) {
    const length = view.getUint32(at);
    if (length < 8) return;
    if (fourCharacters(view, at + 4) === type) yield { from: at + 8, to: Math.min(at + length, to) };
    at += length;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function fourCharacters(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}
