import type { PhotoMediaType } from '@meldewerk/contract/photo';

/** How many bytes of a file are needed to tell. */
export const sniffedBytes = 32;

const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** What a file is by its first bytes; its name proves nothing. Null for everything the workshop cannot take. */
export function sniffMediaType(bytes: Uint8Array): PhotoMediaType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  const text = String.fromCharCode(...bytes.subarray(0, sniffedBytes));
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) !== 'ftyp') return null;
  const brands = [text.slice(8, 12), text.slice(16, 20), text.slice(20, 24), text.slice(24, 28)];
  if (brands.includes('avif') || brands[0] === 'avis') return 'image/avif';
  return brands.some((brand) => heifBrands.includes(brand)) ? 'image/heic' : null;
}
