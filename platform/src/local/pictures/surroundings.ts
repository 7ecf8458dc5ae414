import { noiseOf, shade } from './color.ts';
import { line, polygon } from './car.ts';
import type { Point, View } from './perspective.ts';

export const places = ['carPark', 'street', 'garage', 'evening'] as const;
export type Place = (typeof places)[number];

type Look = { sky: [string, string]; ground: [string, string]; light: number; haze: string };
const looks: Record<Place, Look> = {
  carPark: { sky: ['#8fb9dc', '#dfeaf1'], ground: ['#7d8186', '#5d6166'], light: 1, haze: '#fff6e0' },
  street: { sky: ['#b8c4cd', '#e3e6e6'], ground: ['#72767a', '#54585c'], light: 0.94, haze: '#dfe8f0' },
  garage: { sky: ['#8d9196', '#b9bcbd'], ground: ['#97999a', '#6d7072'], light: 0.9, haze: '#f3f6d8' },
  evening: { sky: ['#2d3f63', '#e19a63'], ground: ['#4d4c52', '#36363c'], light: 0.72, haze: '#ff9d4d' },
};

export function lightAt(place: Place): number {
  return looks[place].light;
}

/** What stands behind and lies under the vehicle. */
export function drawSurroundings(view: View, place: Place): string {
  const { sky, ground } = looks[place];
  // A plain farther than anybody looks: its edge is the horizon.
  const [, horizon] = view.project([view.eye[0] > 0 ? -400 : 400, view.eye[1] > 0 ? -400 : 400, 0]);
  const { width, height } = view;
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>${backdrop(view, place, horizon)}
    <rect y="${horizon.toFixed(0)}" width="${width}" height="${height}" fill="url(#ground)"/>${markings(view, place)}`;
}

/** The colour of the light lies over everything. */
export function drawLight({ width, height }: View, place: Place): string {
  return `<defs><radialGradient id="vignette" cx="0.5" cy="0.45" r="0.75"><stop offset="0.6" stop-opacity="0"/><stop offset="1" stop-opacity="0.35"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="${looks[place].haze}" opacity="0.07"/><rect width="${width}" height="${height}" fill="url(#vignette)"/>`;
}

function backdrop(view: View, place: Place, horizon: number): string {
  const noise = noiseOf(`${place}${view.eye.join()}`);
  if (place === 'garage') return indoorWall(view, horizon, noise);
  return place === 'carPark' ? trees(view, horizon, noise) : houses(view, horizon, place, noise);
}

function trees({ width }: View, horizon: number, noise: () => number): string {
  const crowns = Array.from({ length: 26 }, (_, index) => {
    const x = (index / 25) * width + (noise() - 0.5) * 90;
    const radius = 60 + noise() * 80;
    return `<ellipse cx="${x.toFixed(0)}" cy="${(horizon - radius * 0.7).toFixed(0)}" rx="${radius.toFixed(0)}" ry="${(radius * 0.85).toFixed(0)}" fill="${shade('#5c7d4d', 0.7 + noise() * 0.5)}"/>`;
  });
  return `${crowns.join('')}<rect y="${(horizon - 45).toFixed(0)}" width="${width}" height="46" fill="#4c6441"/>`;
}

function houses({ width }: View, horizon: number, place: Place, noise: () => number): string {
  const parts: string[] = [];
  for (let x = -40; x < width; ) {
    const houseWidth = 220 + noise() * 180;
    const top = horizon - 250 - noise() * 190;
    const wall = shade(['#b9a58e', '#c9c2b4', '#a8b0b5', '#c4a396'][Math.floor(noise() * 4)] as string, place === 'evening' ? 0.42 : 0.95);
    parts.push(`<rect x="${x.toFixed(0)}" y="${top.toFixed(0)}" width="${(houseWidth + 1).toFixed(0)}" height="${(horizon - top).toFixed(0)}" fill="${wall}"/>`);
    for (let row = top + 40; row < horizon - 70; row += 95)
      for (let column = x + 28; column < x + houseWidth - 50; column += 78) {
        const lit = place === 'evening' && noise() > 0.55;
        parts.push(`<rect x="${column.toFixed(0)}" y="${row.toFixed(0)}" width="40" height="56" fill="${lit ? '#ffcf7d' : shade('#4d5b66', place === 'evening' ? 0.5 : 0.9 + noise() * 0.3)}"/>`);
      }
    x += houseWidth;
  }
  return parts.join('');
}

function indoorWall({ width }: View, horizon: number, noise: () => number): string {
  const tools = Array.from({ length: 9 }, (_, index) => {
    const x = 60 + (index * width) / 9;
    return `<rect x="${x.toFixed(0)}" y="${(horizon - 190 - noise() * 60).toFixed(0)}" width="${(70 + noise() * 50).toFixed(0)}" height="${(110 + noise() * 60).toFixed(0)}" rx="6" fill="${shade(['#a33b2e', '#3f5c73', '#656a6e'][index % 3] as string, 0.85)}"/>`;
  });
  const lamps = [0.2, 0.55, 0.85].map((share) => `<rect x="${(share * width - 130).toFixed(0)}" y="${(horizon - 420).toFixed(0)}" width="260" height="16" rx="8" fill="#fdfdf0"/>`);
  return `<rect y="${(horizon - 28).toFixed(0)}" width="${width}" height="30" fill="#5b5f62"/>${tools.join('')}${lamps.join('')}`;
}

function markings(view: View, place: Place): string {
  const across = (x: number): Point[] => [[x, -4.2, 0.002], [x, -1.6, 0.002], [x, 1.6, 0.002], [x, 3.2, 0.002]];
  if (place === 'street' || place === 'evening') {
    const kerb = view.eye[1] > 0 ? -1.9 : 1.9;
    return polygon(view, [[60, kerb, 0], [-60, kerb, 0], [-60, kerb * 1.9, 0], [60, kerb * 1.9, 0]], '#8f9193') + line(view, [[60, kerb, 0.08], [-60, kerb, 0.08]], '#b9bbbc', 10);
  }
  const color = place === 'carPark' ? '#eceff0' : '#d5b83b';
  return [line(view, across(2.6), color, 12, 'opacity="0.8"'), line(view, across(-2.6), color, 12, 'opacity="0.8"')].join('');
}
