export type BrandPalette = {
  brand: string;
  /** Black or white, whichever is easier to read on the brand colour. */
  onBrand: string;
  /** The brand colour, darkened until it can be read on white and on its own pale tint. */
  brandText: string;
};

/** What a workshop's colour (`#rrggbb`) means for text, so that any colour stays readable (WCAG 2.2, 1.4.3). */
export function brandPalette(brand: string): BrandPalette {
  const luminance = luminanceOf(channelsOf(brand));
  return { brand, onBrand: contrast(luminance, 1) >= 4.5 ? '#ffffff' : '#000000', brandText: darkenUntilReadable(brand) };
}

/** Contrast of two relative luminances, 1 to 21. */
export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Relative luminance of `#rrggbb`, 0 to 1. */
export function luminance(color: string): number {
  return luminanceOf(channelsOf(color));
}

// 5.5 on white leaves 4.5 on a tint of 10 % brand.
function darkenUntilReadable(color: string): string {
  let channels = channelsOf(color);
  while (contrast(luminanceOf(channels), 1) < 5.5) channels = channels.map((channel) => Math.floor(channel * 0.94));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function luminanceOf(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
