/** Upright pixels, four bytes each as a canvas gives them. */
export type PhotoPixels = { width: number; height: number; data: Uint8ClampedArray };

/** Brightness by pixel, 0 to 255, row by row. */
export type Grey = { width: number; height: number; data: Uint8Array };

/** Rec. 709 brightness. */
export function toGrey({ width, height, data }: PhotoPixels): Grey {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    grey[at] = (54 * (data[from] ?? 0) + 183 * (data[from + 1] ?? 0) + 19 * (data[from + 2] ?? 0)) >> 8;
  }
  return { width, height, data: grey };
}

/** The picture made smaller, each pixel the mean of those it stands for. */
export function shrink({ width, height, data }: Grey, toWidth: number, toHeight: number): Grey {
  const small = new Uint8Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1) {
    const top = Math.floor((y * height) / toHeight);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / toHeight));
    for (let x = 0; x < toWidth; x += 1) {
      const left = Math.floor((x * width) / toWidth);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / toWidth));
      let sum = 0;
      for (let row = top; row < bottom; row += 1) for (let at = row * width + left; at < row * width + right; at += 1) sum += data[at] ?? 0;
      small[y * toWidth + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width: toWidth, height: toHeight, data: small };
}
