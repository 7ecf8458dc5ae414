import type { Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';

/** What a camera reads off the screen: the QR code that is shown, decoded from its pixels. */
export async function readCode(page: Page): Promise<string> {
  const code = page.getByRole('img', { name: /^QR-Code/ });
  await code.waitFor();
  const { data, info } = await sharp(await code.screenshot()).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQr({ data, width: info.width, height: info.height });
}
