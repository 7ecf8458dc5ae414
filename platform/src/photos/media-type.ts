import type { PhotoMediaType } from '@meldewerk/contract/photo';

const hevcBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
const avifBrands = new Set(['avif', 'avis']);

/** How many leading bytes `sniffMediaType` wants to see. */
export const sniffedBytes = 512;

/** What the first bytes of a file say it is. Name and declared type are never asked; what is not a photo we take is null. */
export function sniffMediaType(bytes: Uint8Array): PhotoMediaType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 8) === 'ftyp') return mediaTypeOfBrands(bytes);
  return null;
}

/** HEIF files name the codec among their brands; `mif1` alone says no more than "some picture". */
function mediaTypeOfBrands(bytes: Uint8Array): PhotoMediaType | null {
  const brands = brandsOf(bytes);
  if (brands.some((brand) => avifBrands.has(brand))) return 'image/avif';
  if (brands.some((brand) => hevcBrands.has(brand))) return 'image/heic';
  return null;
}

function brandsOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(view.getUint32(0), bytes.byteLength);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(ascii(bytes, at, at + 4));
  return brands;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.byteLength >= signature.length && signature.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
