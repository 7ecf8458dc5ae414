import { randomFrom } from './random.ts';

export const sceneSize = { width: 2000, height: 1500 } as const;
export const sceneKinds = ['car', 'whiteCar', 'door', 'blackDoor', 'sheet', 'odometer'] as const;
export type SceneKind = (typeof sceneKinds)[number];

/** A motif as customers photograph it, drawn as SVG; every seed another car, place and print. */
export function drawScene(kind: SceneKind, seed: number): string {
  const random = randomFrom(seed * 17 + sceneKinds.indexOf(kind));
  const { width, height } = sceneSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawings[kind](random)}</svg>`;
}

type Random = ReturnType<typeof randomFrom>;

const drawings: Record<SceneKind, (random: Random) => string> = {
  car: (random) => street(random, random(150, 225)) + car(random, pick(random, ['#27507f', '#8b1d22', '#3b3f44', '#9aa3a8', '#1d1f22'])),
  // Before a sky that the camera could only record as white.
  whiteCar: (random) => street(random, 255) + car(random, '#eef0f0'),
  door: (random) => panel(random, pick(random, ['#5d7896', '#a33a36', '#b9bdbf', '#6f7f52'])),
  blackDoor: (random) => panel(random, '#1a1b1e'),
  sheet,
  odometer,
};

function pick<Value>(random: Random, values: Value[]): Value {
  const value = values[Math.floor(random(0, values.length))];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

function grey(value: number): string {
  const level = Math.round(Math.min(255, Math.max(0, value)));
  return `rgb(${level},${level},${level})`;
}

function speckles(random: Random, count: number, box: { x: number; y: number; width: number; height: number }, shades: [number, number]): string {
  return Array.from({ length: count }, () => `<circle cx="${random(box.x, box.x + box.width)}" cy="${random(box.y, box.y + box.height)}" r="${random(1, 4)}" fill="${grey(random(...shades))}"/>`).join('');
}

function street(random: Random, sky: number): string {
  const houses = Array.from({ length: 7 }, (_, at) => {
    const [x, top, shade] = [at * 290 + random(-40, 40), random(180, 520), random(90, 190)];
    const windows = Array.from({ length: 6 }, (_, n) => `<rect x="${x + 30 + (n % 3) * 80}" y="${top + 50 + Math.floor(n / 3) * 130}" width="44" height="70" fill="${grey(shade - 60)}"/>`).join('');
    return `<rect x="${x}" y="${top}" width="270" height="700" fill="${grey(shade)}"/>${windows}`;
  }).join('');
  return `<rect width="2000" height="1500" fill="${grey(sky)}"/>${houses}<rect y="900" width="2000" height="600" fill="${grey(random(95, 135))}"/>
    ${speckles(random, 900, { x: 0, y: 910, width: 2000, height: 580 }, [60, 170])}<path d="M0 1380L2000 ${random(1290, 1420)}" stroke="#ddd" stroke-width="16"/>`;
}

function car(random: Random, paint: string): string {
  const [x, y, s] = [random(180, 420), random(560, 680), random(0.9, 1.15)];
  const plate = `KA-${String.fromCharCode(65 + random(0, 25), 65 + random(0, 25))} ${Math.floor(random(100, 9999))}`;
  const wheel = (cx: number) => `<circle cx="${cx}" cy="420" r="105" fill="#18191b"/><circle cx="${cx}" cy="420" r="68" fill="#b8bcc0"/>${[0, 72, 144, 216, 288].map((turn) => `<rect x="${cx - 9}" y="355" width="18" height="65" fill="#3a3d40" transform="rotate(${turn} ${cx} 420)"/>`).join('')}`;
  return `<g transform="translate(${x} ${y}) scale(${s})"><ellipse cx="640" cy="520" rx="700" ry="40" fill="#2a2a2a" opacity=".7"/>
    <linearGradient id="paint" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".35"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".35"/></linearGradient>
    ${['', 'url(#paint)'].map((fill) => `<path d="M20 420Q0 250 120 220L330 190 480 40Q520 10 620 10H900Q960 10 1010 60L1120 190 1230 215Q1290 230 1290 420Z" fill="${fill || paint}"/>`).join('')}
    <path d="M380 190L500 70Q520 50 560 50H660V190ZM690 50H880Q930 50 970 90L1060 190H690Z" fill="#1c2a33"/><path d="M675 30V400M400 200V400M1080 200V390" stroke="#000" stroke-opacity=".5" stroke-width="5"/>
    <rect x="600" y="250" width="60" height="14" fill="#222"/><path d="M25 300h90v45h-90z" fill="#fbf7d8" stroke="#333" stroke-width="4"/><path d="M1230 290h55v50h-55z" fill="#a11"/>
    <rect x="95" y="360" width="210" height="48" fill="#fff" stroke="#111" stroke-width="4"/><text x="108" y="398" font-family="sans-serif" font-weight="bold" font-size="36">${plate}</text>${wheel(330)}${wheel(1010)}</g>`;
}

/** A smooth panel with a dent, a gap and hardly anything else to hold on to. */
function panel(random: Random, paint: string): string {
  const [cx, cy] = [random(700, 1300), random(550, 950)];
  const scratches = Array.from({ length: 6 }, () => `<path d="M${cx + random(-160, 160)} ${cy + random(-90, 90)}l${random(60, 220)} ${random(-40, 40)}" stroke="#fff" stroke-opacity=".55" stroke-width="${random(2, 4)}"/>`).join('');
  return `<rect width="2000" height="1500" fill="${paint}"/><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="${random(0.35, 0.6)}"/><stop offset=".45" stop-color="#fff" stop-opacity=".05"/><stop offset="1" stop-color="#000" stop-opacity=".4"/></linearGradient>
    <rect width="2000" height="1500" fill="url(#sky)"/><radialGradient id="dent"><stop offset="0" stop-color="#000" stop-opacity=".6"/><stop offset=".7" stop-color="#fff" stop-opacity=".25"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
    <ellipse cx="${cx}" cy="${cy}" rx="${random(180, 320)}" ry="${random(120, 240)}" fill="url(#dent)"/>${scratches}
    <path d="M${random(120, 300)} 0C${random(160, 260)} 500 ${random(140, 280)} 1000 ${random(120, 300)} 1500" stroke="#08090a" stroke-width="14" fill="none"/><path d="M0 1330H2000" stroke="#fff" stroke-opacity=".5" stroke-width="6"/>
    ${speckles(random, 120, { x: 0, y: 0, width: 2000, height: 1500 }, [120, 230])}`;
}

function words(random: Random): string {
  return Array.from({ length: Math.floor(random(2, 6)) }, () => Array.from({ length: Math.floor(random(3, 11)) }, () => String.fromCharCode(97 + random(0, 26))).join('')).join(' ');
}

function sheet(random: Random): string {
  const turn = random(-4, 4);
  const lines = Array.from({ length: 26 }, (_, at) => `<text x="${at % 2 ? 470 : 380}" y="${270 + at * 42}" font-family="serif" font-size="${at % 5 ? 27 : 34}" fill="#222">${words(random)} ${words(random)}</text>`).join('');
  const boxes = Array.from({ length: 7 }, (_, at) => `<path d="M360 ${235 + at * 168}H1640" stroke="#4a7d5a" stroke-width="3"/>`).join('');
  return `<rect width="2000" height="1500" fill="${grey(random(70, 120))}"/>${speckles(random, 700, { x: 0, y: 0, width: 2000, height: 1500 }, [50, 140])}
    <g transform="rotate(${turn} 1000 750)"><rect x="330" y="120" width="1340" height="1290" fill="${grey(random(205, 253))}"/>${boxes}${lines}<rect x="1180" y="180" width="380" height="180" fill="none" stroke="#333" stroke-width="4"/></g>`;
}

/** Bright figures in a dark cockpit: not a dark photo. */
function odometer(random: Random): string {
  const dial = (cx: number) => `<circle cx="${cx}" cy="640" r="400" fill="#101214" stroke="#c9ced2" stroke-width="10"/>${Array.from({ length: 25 }, (_, at) => `<rect x="${cx - 5}" y="260" width="10" height="${at % 2 ? 40 : 70}" fill="#f2f4f5" transform="rotate(${at * 10 - 120} ${cx} 640)"/>`).join('')}<path d="M${cx} 640L${cx - random(120, 300)} ${random(450, 820)}" stroke="#e33" stroke-width="14"/>`;
  return `<rect width="2000" height="1500" fill="#1f2225"/><rect y="1150" width="2000" height="350" fill="#35393d"/>${dial(520)}${dial(1480)}<rect x="800" y="900" width="400" height="230" rx="20" fill="#0a2a3a"/>
    <text x="840" y="1000" font-family="monospace" font-size="76" fill="#dff4ff">${Math.floor(random(10_000, 240_000))}</text><text x="840" y="1090" font-family="monospace" font-size="52" fill="#ffd37a">${random(3, 22).toFixed(1)} °C</text>
    ${speckles(random, 200, { x: 0, y: 1150, width: 2000, height: 350 }, [40, 90])}<path d="M0 1170Q1000 1090 2000 1170" stroke="#6a7075" stroke-width="10" fill="none"/>`;
}
