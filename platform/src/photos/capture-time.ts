import ExifReader from 'exifreader';

/**
 * The camera's wall time as an EXIF block states it: `2026-11-21T14:03:05`, with `+01:00` behind it when the block names
 * the offset. Null when there is none, or none that can be: cameras without a set clock write zeros.
 * `exif` is the TIFF structure, with or without the leading `Exif\0\0`.
 */
export function readCaptureTime(exif: Uint8Array): string | null {
  try {
    const tags = ExifReader.load(withoutPrefix(exif));
    const wallTime = toWallTime(textOf(tags['DateTimeOriginal']) ?? textOf(tags['DateTimeDigitized']));
    if (wallTime === null) return null;
    const offset = textOf(tags['OffsetTimeOriginal']);
    return offset !== null && /^[+-](0\d|1[0-4]):[0-5]\d$/.test(offset) ? wallTime + offset : wallTime;
  } catch {
    // A damaged block costs the time and never the photo.
    return null;
  }
}

function withoutPrefix(exif: Uint8Array): ArrayBuffer {
  const prefixed = String.fromCharCode(...exif.subarray(0, 6)) === 'Exif\0\0';
  return new Uint8Array(prefixed ? exif.subarray(6) : exif).buffer;
}

function textOf(tag: { value: unknown } | undefined): string | null {
  const value: unknown = Array.isArray(tag?.value) ? tag.value[0] : tag?.value;
  return typeof value === 'string' ? value.replace(/\0+$/, '').trim() : null;
}

function toWallTime(exifTime: string | null): string | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(exifTime ?? '');
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const wallTime = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const instant = new Date(`${wallTime}Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(wallTime);
  return exists && Number(year) >= 1990 ? wallTime : null;
}
