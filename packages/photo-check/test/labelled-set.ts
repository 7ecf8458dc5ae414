import type { PhotoFinding } from '@meldewerk/contract/photo';
import sharp, { type Sharp } from 'sharp';
import type { PhotoCircumstances } from '../src/judge-photo.ts';
import { randomFrom } from './random.ts';

/** A picture that somebody could have taken, and what is wrong with it: nothing, or one thing. */
export type Labelled = {
  name: string;
  truth: PhotoFinding | null;
  jpeg: Buffer;
  circumstances: Omit<PhotoCircumstances, 'others' | 'width' | 'height'>;
  /** The photo it has to be told from, or recognised as a copy of. */
  beside: Buffer | null;
};

type Variant = { name: string; truth: PhotoFinding | null; make(picture: Sharp): Sharp | Promise<Sharp>; quality?: number; only?: 'sheet' | 'noText'; copyOf?: true };

/** The longest edge of the pictures that variants are made of. */
export const workedAtEdge = 1400;
/** Blur is given in pixels of the picture as it is looked at. */
const scale = workedAtEdge / 1024;

const variants: Variant[] = [
  { name: 'as taken', truth: null, make: (picture) => grain(picture, 3) },
  { name: 'a little darker', truth: null, make: (picture) => grain(picture.linear(0.7, 0), 4) },
  { name: 'a little brighter', truth: null, make: (picture) => grain(picture.linear(1.2, 4), 3) },
  { name: 'grainy', truth: null, make: (picture) => grain(picture, 11) },
  { name: 'saved small in kilobytes', truth: null, make: (picture) => grain(picture, 2), quality: 60 },
  { name: 'held by hand', truth: null, make: async (picture) => grain(await turned(picture, 4), 3) },
  { name: 'hardly soft', truth: null, make: (picture) => grain(picture.blur(0.5 * scale), 3) },
  { name: 'out of focus 2', truth: 'blurred', make: (picture) => grain(picture.blur(2.2 * scale), 3) },
  { name: 'out of focus 4', truth: 'blurred', make: (picture) => grain(picture.blur(4 * scale), 3) },
  { name: 'out of focus 9', truth: 'blurred', make: (picture) => grain(picture.blur(9 * scale), 3) },
  { name: 'shaken across', truth: 'blurred', make: async (picture) => grain(await smeared(picture, 13, false), 3) },
  { name: 'shaken down', truth: 'blurred', make: async (picture) => grain(await smeared(picture, 13, true), 3) },
  { name: 'at dusk', truth: 'dark', make: (picture) => grain(picture.linear(0.14, 0), 5) },
  { name: 'at night', truth: 'dark', make: (picture) => grain(picture.linear(0.06, 2), 8) },
  { name: 'burnt out', truth: 'glare', make: (picture) => grain(picture.linear(3.2, 100), 3) },
  { name: 'flash on it', truth: 'glare', make: (picture) => grain(picture.composite([{ input: reflection(0.13), blend: 'screen' }]), 3) },
  { name: 'small sun on it', truth: 'glare', make: (picture) => grain(picture.composite([{ input: reflection(0.09), blend: 'screen' }]), 3) },
  { name: 'from a messenger', truth: 'small', make: (picture) => picture.resize(640) },
  { name: 'leaning 17°', truth: 'tilted', make: async (picture) => grain(await turned(picture, 17), 3), only: 'sheet' },
  { name: 'leaning -25°', truth: 'tilted', make: async (picture) => grain(await turned(picture, -25), 3), only: 'sheet' },
  { name: 'the same once more', truth: 'duplicate', make: (picture) => picture.resize(1200), quality: 70, copyOf: true },
  { name: 'the same, cropped a little', truth: 'duplicate', make: (picture) => picture.extract({ left: 14, top: 10, width: workedAtEdge - 28, height: Math.round(workedAtEdge * 0.75) - 20 }), copyOf: true, only: 'noText' },
];

/** All variants of one good picture. `next` is another good one of the same kind: to be told from it. */
export async function* variantsOf(name: string, picture: Buffer, circumstances: Labelled['circumstances'], next: Buffer | null): AsyncGenerator<Labelled> {
  const base = await sharp(picture).autoOrient().flatten({ background: '#777777' }).resize(workedAtEdge, Math.round(workedAtEdge * 0.75), { fit: 'cover' }).raw().toBuffer({ resolveWithObject: true });
  const open = () => sharp(base.data, { raw: base.info });
  const original = await open().jpeg({ quality: 88 }).toBuffer();
  for (const { name: variant, truth, make, quality = 88, only, copyOf } of variants) {
    if ((only === 'sheet' && !circumstances.sheet) || (only === 'noText' && circumstances.text)) continue;
    const made = await make(open());
    yield { name: `${name}, ${variant}`, truth, jpeg: await made.jpeg({ quality }).toBuffer(), circumstances, beside: copyOf ? original : next };
  }
}

/** Another step of the pipeline: sharp puts its own operations in an order of its own. */
async function settled(picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info });
}

async function grain(picture: Sharp, sigma: number): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 1) data[at] = Math.min(255, Math.max(0, (data[at] ?? 0) + (noise[at % noise.length] ?? 0) * sigma));
  return sharp(data, { raw: info });
}

// Nearly Gaussian; as many as no line of a picture is a multiple of.
const noise = Float32Array.from({ length: 262_139 }, ((random) => () => random(-1, 1) + random(-1, 1) + random(-1, 1))(randomFrom(7)));

/** Turned like a hand turns it: the corners would come from outside the picture, so it is cut to what is left. */
async function turned(picture: Sharp, degrees: number): Promise<Sharp> {
  const { data, info } = await picture.rotate(degrees).raw().toBuffer({ resolveWithObject: true });
  const width = Math.round(workedAtEdge * (1 - 0.016 * Math.abs(degrees)));
  const height = Math.round(width * 0.75);
  return sharp(data, { raw: info }).extract({ left: Math.round((info.width - width) / 2), top: Math.round((info.height - height) / 2), width, height });
}

async function smeared(picture: Sharp, pixels: number, down: boolean): Promise<Sharp> {
  const size = 2 * Math.round((pixels * scale) / 2) + 1;
  const kernel = Array.from({ length: size * size }, (_, at) => ((down ? at % size : Math.floor(at / size)) === (size - 1) / 2 ? 1 : 0));
  return (await settled(picture)).convolve({ width: size, height: size, kernel, scale: size });
}

function reflection(radius: number): Buffer {
  const height = Math.round(workedAtEdge * 0.75);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${workedAtEdge}" height="${height}"><radialGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset=".62" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
    <circle cx="${workedAtEdge * 0.55}" cy="${height * 0.5}" r="${workedAtEdge * radius}" fill="url(#g)"/></svg>`);
}
