/** A colour `#rrggbb` made lighter (`amount` above 1) or darker. */
export function shade(color: string, amount: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const shaded = channels.map((channel) => (amount <= 1 ? channel * amount : channel + (255 - channel) * Math.min(amount - 1, 1)));
  return `#${shaded.map((channel) => Math.round(Math.max(0, Math.min(255, channel))).toString(16).padStart(2, '0')).join('')}`;
}

/** Numbers from 0 to 1 that look random and are the same for the same name. */
export function noiseOf(name: string): () => number {
  let state = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
