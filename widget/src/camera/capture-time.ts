/**
 * Writes into a JPEG that says nothing of it when it was taken, as cameras do (Exif DateTimeOriginal, with the offset of the
 * device's time zone). Everything else is left as it is.
 */
export async function withCaptureTime(picture: Blob, takenAt: Date): Promise<Blob> {
  const start = new Uint8Array(await picture.slice(0, 4096).arrayBuffer());
  const isJpeg = start[0] === 0xff && start[1] === 0xd8;
  if (!isJpeg || String.fromCharCode(...start).includes('Exif\0')) return picture;
  return new Blob([start.slice(0, 2), exifSegment(takenAt), picture.slice(2)], { type: 'image/jpeg' });
}

// TIFF, big-endian: IFD0 points to the Exif IFD, which has the two texts behind it.
function exifSegment(takenAt: Date): Uint8Array<ArrayBuffer> {
  const time = `${exifTime(takenAt)}\0`;
  const offset = `${exifOffset(-takenAt.getTimezoneOffset())}\0`;
  const [exifIfd, texts] = [26, 26 + 2 + 2 * 12 + 4];
  const tiff = [
    ...text('MM'), ...short(42), ...long(8),
    ...short(1), ...short(0x8769), ...short(4), ...long(1), ...long(exifIfd), ...long(0),
    ...short(2), ...short(0x9003), ...short(2), ...long(time.length), ...long(texts),
    ...short(0x9011), ...short(2), ...long(offset.length), ...long(texts + time.length), ...long(0),
    ...text(time), ...text(offset),
  ];
  const body = [...text('Exif\0\0'), ...tiff];
  return Uint8Array.from([0xff, 0xe1, ...short(body.length + 2), ...body]);
}

function exifTime(at: Date): string {
  return `${at.getFullYear()}:${two(at.getMonth() + 1)}:${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

function exifOffset(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function text(value: string): number[] {
  return Array.from(value, (character) => character.charCodeAt(0));
}

function short(value: number): number[] {
  return [value >> 8, value & 255];
}

function long(value: number): number[] {
  return [...short(value >> 16), ...short(value & 65535)];
}
