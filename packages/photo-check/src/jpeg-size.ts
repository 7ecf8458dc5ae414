/** The size of a JPEG as its frame header states it, before it is turned upright; null where the beginning of the file does not tell. */
export function readJpegSize(start: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (start.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < start.length; at += 2 + view.getUint16(at + 2)) {
    if (start[at] !== 0xff) return null;
    const marker = start[at + 1] ?? 0;
    // The frame headers are C0 to CF, without the tables and the arithmetic conditioning in between.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda) return null;
  }
  return null;
}
