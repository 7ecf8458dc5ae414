import { noiseOf, shade } from './color.ts';

export const closeUps = ['hail', 'scratch', 'dent', 'crackedGlass', 'crushedFront', 'brokenWindow', 'bittenCable', 'odometer', 'rim'] as const;
export type CloseUp = (typeof closeUps)[number];

const width = 1600;
const height = 1200;

/** A damage, or another detail, from half a metre. */
export function drawCloseUp(what: CloseUp, { color, odometerKm, name }: { color: string; odometerKm: number; /** Another name, another pattern. */ name: string }): string {
  switch (what) {
    case 'hail':
      return paint(color) + dents(name);
    case 'scratch':
      return paint(color) + scratches(name) + ruler();
    case 'dent':
      return paint(color) + bigDent() + scratches(name, 0.25) + coin();
    case 'crushedFront':
      return paint(shade(color, 0.85)) + bigDent() + splinters(name);
    case 'crackedGlass':
      return glass() + star(name);
    case 'brokenWindow':
      return `<rect width="${width}" height="${height}" fill="#23262a"/>` + pebbles(name);
    case 'bittenCable':
      return engineBay();
    case 'odometer':
      return dashboard(odometerKm);
    case 'rim':
      return rim();
  }
}

function paint(color: string): string {
  return `<defs><linearGradient id="paint" x1="0" y1="0" x2="0.35" y2="1"><stop offset="0" stop-color="${shade(color, 1.35)}"/><stop offset="0.42" stop-color="${color}"/><stop offset="0.55" stop-color="${shade(color, 0.72)}"/><stop offset="1" stop-color="${shade(color, 0.9)}"/></linearGradient>
    <radialGradient id="dent" cx="0.5" cy="0.42" r="0.55"><stop offset="0" stop-color="#000" stop-opacity="0.5"/><stop offset="0.55" stop-color="#000" stop-opacity="0.22"/><stop offset="0.8" stop-color="#fff" stop-opacity="0.28"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#paint)"/>
    <path d="M-50 880 C 420 800 1180 800 1700 930 L1700 985 C 1180 850 420 850 -50 935 Z" fill="#000" opacity="0.18"/><path d="M-50 868 C 420 788 1180 788 1700 918" stroke="#fff" stroke-width="6" opacity="0.35" fill="none"/>
    <path d="M1180 -20 C 1140 380 1150 820 1210 1220" stroke="#000" stroke-width="9" opacity="0.45" fill="none"/><path d="M1192 -20 C 1152 380 1162 820 1222 1220" stroke="#fff" stroke-width="3" opacity="0.25" fill="none"/>`;
}

function dents(name: string): string {
  const noise = noiseOf(`dents${name}`);
  return Array.from({ length: 34 }, () => {
    const radius = 26 + noise() * 40;
    return `<ellipse cx="${(noise() * width).toFixed(0)}" cy="${(noise() * height).toFixed(0)}" rx="${radius.toFixed(0)}" ry="${(radius * 0.86).toFixed(0)}" fill="url(#dent)"/>`;
  }).join('');
}

function scratches(name: string, strength = 1): string {
  const noise = noiseOf(`scratches${name}`);
  return Array.from({ length: 11 }, (_, index) => {
    const y = 420 + index * 34 + noise() * 30;
    const from = 160 + noise() * 240;
    const to = 1100 + noise() * 380;
    const path = `M${from.toFixed(0)} ${y.toFixed(0)} Q ${(from + 420).toFixed(0)} ${(y - 60 + noise() * 60).toFixed(0)} ${to.toFixed(0)} ${(y - 130 + noise() * 110).toFixed(0)}`;
    const wide = (2 + noise() * 12) * strength;
    return `<path d="${path}" stroke="#2d3033" stroke-width="${(wide + 5).toFixed(1)}" opacity="0.45" fill="none" stroke-linecap="round"/><path d="${path}" stroke="#eceeee" stroke-width="${wide.toFixed(1)}" opacity="0.85" fill="none" stroke-linecap="round"/>`;
  }).join('');
}

function bigDent(): string {
  return `<ellipse cx="700" cy="560" rx="520" ry="330" fill="url(#dent)"/><ellipse cx="640" cy="530" rx="300" ry="170" fill="url(#dent)"/><path d="M330 640 C 520 560 760 720 1020 560" stroke="#fff" stroke-width="7" opacity="0.55" fill="none"/><path d="M330 652 C 520 572 760 732 1020 572" stroke="#000" stroke-width="10" opacity="0.4" fill="none"/>`;
}

function coin(): string {
  return `<circle cx="1330" cy="930" r="104" fill="#d9c07a"/><circle cx="1330" cy="930" r="72" fill="#c8ccd0"/><text x="1330" y="968" font-family="DejaVu Sans, Arial, sans-serif" font-weight="bold" font-size="104" text-anchor="middle" fill="#6c7073">1</text>`;
}

function ruler(): string {
  const ticks = Array.from({ length: 41 }, (_, index) => `<path d="M${180 + index * 31} 1000 v${index % 5 === 0 ? 52 : 30}" stroke="#222" stroke-width="4"/>`);
  const numbers = Array.from({ length: 9 }, (_, index) => `<text x="${180 + index * 155}" y="1094" font-family="DejaVu Sans, Arial, sans-serif" font-size="36" text-anchor="middle" fill="#222">${index}</text>`);
  return `<rect x="140" y="1000" width="1320" height="116" rx="8" fill="#f3e9c2" stroke="#c2b27a" stroke-width="4"/>${ticks.join('')}${numbers.join('')}`;
}

function splinters(name: string): string {
  const noise = noiseOf(`splinters${name}`);
  return Array.from({ length: 16 }, () => {
    const [x, y] = [300 + noise() * 900, 620 + noise() * 420];
    const corners = Array.from({ length: 3 }, () => `${(x + (noise() - 0.5) * 220).toFixed(0)},${(y + (noise() - 0.5) * 150).toFixed(0)}`);
    return `<polygon points="${corners.join(' ')}" fill="${noise() > 0.5 ? '#1d2023' : '#dfe5e8'}" opacity="0.85"/>`;
  }).join('');
}

function glass(): string {
  return `<defs><linearGradient id="outside" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#9fc0d6"/><stop offset="0.5" stop-color="#dfe9ea"/><stop offset="0.56" stop-color="#6d7f63"/><stop offset="1" stop-color="#363b3e"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#outside)"/><path d="M0 1010 C 500 930 1100 930 1600 1010 V1200 H0 Z" fill="#16181a"/><path d="M980 -10 L1230 -10 L560 1210 L240 1210 Z" fill="#fff" opacity="0.12"/>`;
}

function star(name: string): string {
  const noise = noiseOf(`star${name}`);
  const rays = Array.from({ length: 22 }, (_, index) => {
    const angle = (index / 22) * 2 * Math.PI + noise() * 0.2;
    const reach = 130 + noise() * (index % 5 === 0 ? 820 : 330);
    const bend = angle + (noise() - 0.5) * 0.35;
    const [middleX, middleY] = [760 + Math.cos(angle) * reach * 0.5, 540 + Math.sin(angle) * reach * 0.5];
    const path = `M760 540 L${middleX.toFixed(0)} ${middleY.toFixed(0)} L${(760 + Math.cos(bend) * reach).toFixed(0)} ${(540 + Math.sin(bend) * reach).toFixed(0)}`;
    return `<path d="${path}" stroke="#20282d" stroke-width="7" opacity="0.35" fill="none"/><path d="${path}" stroke="#fbfeff" stroke-width="4" opacity="0.95" fill="none"/>`;
  });
  const rings = [52, 96, 150].map((radius) => `<circle cx="760" cy="540" r="${radius}" fill="none" stroke="#f2f9fc" stroke-width="4" stroke-dasharray="${radius * 0.7} ${radius * 0.35}" opacity="0.8"/>`);
  return `${rays.join('')}${rings.join('')}<circle cx="760" cy="540" r="30" fill="#f6fbfd"/><circle cx="766" cy="546" r="13" fill="#3a444a"/>`;
}

function pebbles(name: string): string {
  const noise = noiseOf(`pebbles${name}`);
  return Array.from({ length: 420 }, () => {
    const [x, y, size] = [noise() * width, height - noise() ** 1.7 * height, 12 + noise() * 34];
    return `<rect x="${x.toFixed(0)}" y="${y.toFixed(0)}" width="${size.toFixed(0)}" height="${(size * 0.8).toFixed(0)}" rx="4" transform="rotate(${(noise() * 90).toFixed(0)} ${x.toFixed(0)} ${y.toFixed(0)})" fill="${shade('#9fc6cf', 0.7 + noise() * 0.7)}" opacity="0.72"/>`;
  }).join('');
}

function engineBay(): string {
  const hose = (path: string, color: string, wide: number) => `<path d="${path}" stroke="#000" stroke-width="${wide + 14}" opacity="0.5" fill="none"/><path d="${path}" stroke="${color}" stroke-width="${wide}" fill="none" stroke-linecap="round"/><path d="${path}" stroke="#fff" stroke-width="${wide * 0.16}" opacity="0.25" fill="none"/>`;
  const strands = Array.from({ length: 7 }, (_, index) => `<path d="M742 ${590 + index * 11} Q 800 ${560 + index * 24} ${850 + (index % 3) * 26} ${548 + index * 27}" stroke="#d98a3d" stroke-width="7" fill="none"/>`);
  const bites = [[600, 560], [650, 660], [930, 520]].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="19" fill="#0a0a0a"/>`);
  return `<rect width="${width}" height="${height}" fill="#2a2d30"/><rect x="70" y="90" width="560" height="330" rx="26" fill="#3d4246"/><text x="350" y="280" font-family="DejaVu Sans, Arial, sans-serif" font-size="64" fill="#6b7176" text-anchor="middle">16V</text><rect x="1080" y="120" width="430" height="380" rx="16" fill="#1b1d1f"/><rect x="1120" y="90" width="90" height="60" fill="#a32d2d"/>
    ${hose('M-20 860 C 380 1010 760 860 1640 980', '#33383b', 120)}${hose('M220 1220 C 330 860 480 680 742 620', '#1f2224', 78)}${hose('M860 660 C 1050 700 1160 560 1640 640', '#1f2224', 78)}${strands.join('')}${bites.join('')}${hose('M-20 480 C 420 520 900 300 1640 380', '#384d63', 46)}`;
}

function dashboard(km: number): string {
  const gauge = (x: number, angle: number) => {
    const ticks = Array.from({ length: 19 }, (_, index) => {
      const at = ((-220 + index * 14.5) * Math.PI) / 180;
      return `<path d="M${(x + Math.cos(at) * 270).toFixed(0)} ${(560 + Math.sin(at) * 270).toFixed(0)} L${(x + Math.cos(at) * 306).toFixed(0)} ${(560 + Math.sin(at) * 306).toFixed(0)}" stroke="#e7ecef" stroke-width="7"/>`;
    });
    const at = (angle * Math.PI) / 180;
    return `<circle cx="${x}" cy="560" r="338" fill="#0c0e10" stroke="#474d52" stroke-width="12"/>${ticks.join('')}<path d="M${x} 560 L${(x + Math.cos(at) * 250).toFixed(0)} ${(560 + Math.sin(at) * 250).toFixed(0)}" stroke="#ff4a2e" stroke-width="13" stroke-linecap="round"/><circle cx="${x}" cy="560" r="36" fill="#2c3135"/>`;
  };
  const digits = km.toLocaleString('de-DE');
  return `<rect width="${width}" height="${height}" fill="#17191c"/><path d="M0 250 C 400 60 1200 60 1600 250 V0 H0 Z" fill="#24282b"/>${gauge(410, -205)}${gauge(1190, -212)}
    <rect x="622" y="640" width="356" height="190" rx="14" fill="#0a1a22" stroke="#3c444a" stroke-width="6"/><text x="800" y="730" font-family="DejaVu Sans Mono, Liberation Mono, monospace" font-size="66" fill="#bfe9ff" text-anchor="middle">${digits}</text><text x="800" y="796" font-family="DejaVu Sans, Arial, sans-serif" font-size="40" fill="#7fb2c9" text-anchor="middle">km</text>
    <circle cx="720" cy="560" r="17" fill="#ffb400"/><circle cx="800" cy="540" r="17" fill="#d3332a"/><circle cx="880" cy="560" r="17" fill="#2f6fd0"/>`;
}

function rim(): string {
  const spokes = Array.from({ length: 7 }, (_, index) => `<path d="M800 600 L800 190" stroke="#b9c0c5" stroke-width="74" transform="rotate(${index * 51.4} 800 600)"/><path d="M790 560 L790 190" stroke="#e4e8ea" stroke-width="12" transform="rotate(${index * 51.4} 800 600)"/>`);
  return `<rect width="${width}" height="${height}" fill="#6a6d70"/><circle cx="800" cy="600" r="570" fill="#1b1d1f"/><circle cx="800" cy="600" r="440" fill="#2c3033"/><circle cx="800" cy="600" r="425" fill="none" stroke="#c9cfd3" stroke-width="44"/>${spokes.join('')}<circle cx="800" cy="600" r="92" fill="#9aa1a6"/><path d="M1090 905 A 425 425 0 0 0 1216 690" stroke="#54585b" stroke-width="34" stroke-dasharray="22 9 40 6 13 11" fill="none"/><path d="M1100 918 A 440 440 0 0 0 1228 700" stroke="#e9ecec" stroke-width="8" stroke-dasharray="60 18 30 12" fill="none"/>`;
}
