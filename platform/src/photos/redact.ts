import type { RedactedArea } from '@meldewerk/contract/redaction';
import sharp, { type Sharp } from 'sharp';

/** So many fields are left of an area's longer side: one colour each, so that no letter and no face can be put together again. */
const fieldsAtMost = 5;

/**
 * Covers areas of an upright picture for good: nothing of their pixels is left but a handful of mean colours, run into each
 * other. A thin frame says that something was covered there. Answers the picture in full size.
 */
export async function redact(picture: Sharp, areas: readonly RedactedArea[]): Promise<Sharp> {
  const { data, info } = await picture.flatten({ background: '#ffffff' }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const raw = { width, height, channels };
  const patches = await Promise.all(
    areas.map(async (area) => {
      const left = Math.min(width - 1, Math.floor(area.x * width));
      const top = Math.min(height - 1, Math.floor(area.y * height));
      const box = { left, top, width: Math.max(1, Math.min(width - left, Math.ceil(area.width * width))), height: Math.max(1, Math.min(height - top, Math.ceil(area.height * height))) };
      const scale = fieldsAtMost / Math.max(box.width, box.height);
      const fields = await sharp(data, { raw }).extract(box).resize(Math.max(1, Math.round(box.width * scale)), Math.max(1, Math.round(box.height * scale)), { fit: 'fill', kernel: 'linear' }).png().toBuffer();
      const input = await sharp(await sharp(fields).resize(box.width, box.height, { fit: 'fill', kernel: 'nearest' }).blur(Math.max(0.5, 0.12 / scale)).png().toBuffer())
        .composite([{ input: frame(box.width, box.height, width) }])
        .png()
        .toBuffer();
      return { input, left, top };
    }),
  );
  return sharp(data, { raw }).composite(patches);
}

function frame(width: number, height: number, pictureWidth: number): Buffer {
  const stroke = Math.max(1, Math.min(pictureWidth / 600, width / 8, height / 8));
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${stroke / 2}" y="${stroke / 2}" width="${width - stroke}" height="${height - stroke}" fill="none" stroke="#808080" stroke-width="${stroke}"/></svg>`);
}
