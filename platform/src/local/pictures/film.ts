import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Writes a picture as a film of one frame (Y4M), which Chromium shows in place of its test card where it has no camera. */
export async function writeFilm(picture: Buffer, path: string, { width, height }: { width: number; height: number }): Promise<void> {
  const { data } = await sharp(picture).resize(width, height, { fit: 'cover' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const luma = Buffer.alloc(width * height);
  const chroma = [Buffer.alloc((width / 2) * (height / 2)), Buffer.alloc((width / 2) * (height / 2))] as const;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      luma[y * width + x] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
      if (x % 2 || y % 2) continue;
      const half = (y / 2) * (width / 2) + x / 2;
      chroma[0][half] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
      chroma[1][half] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  }
  await writeFile(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420\nFRAME\n`), luma, ...chroma]));
}
