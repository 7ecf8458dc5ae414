/** Makes the workshop's colour the accent, whatever it is: darkened until white text on it has a contrast of 4.5. */
export function applyBrand(color: string) {
  document.documentElement.style.setProperty('--tenant-brand', readableUnderWhite(color));
}

/** WCAG 2.2, 1.4.3: the nearest darker shade of `color` (`#rrggbb`) on which white text has at least 4.5 : 1. */
export function readableUnderWhite(color: string): string {
  let channels = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  while (1.05 / (luminance(channels) + 0.05) < 4.5) channels = channels.map((channel) => Math.floor(channel * 0.96));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
