import type { Signature } from '@meldewerk/contract/form';
import { ProblemError } from '../http/problem.ts';

/** How far a pen may slip over the edge of its box, as a share of the box. */
const slip = 0.1;
/** The shortest line that passes for a signature, as a share of the width. */
const shortest = 0.05;

/** A signature somebody can have made: ink within the box, or a name with letters. Throws signatureEmpty. What slipped over the edge is laid back on it. */
export function checkSignature(signature: Signature): Signature {
  if (signature.method === 'typed') {
    if (!hasLetters(signature.typedName)) throw new ProblemError('signatureEmpty');
    return signature;
  }
  const { width, height } = signature;
  const strokes = signature.strokes.map((stroke) => stroke.map(([x, y]): [number, number] => [within(x, width), within(y, height)]));
  const ink = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);
  if (ink < shortest * width) throw new ProblemError('signatureEmpty');
  return { ...signature, strokes };
}

export function hasLetters(name: string): boolean {
  return /\p{L}/u.test(name);
}

function within(value: number, size: number): number {
  if (!Number.isFinite(value) || value < -slip * size || value > (1 + slip) * size) throw new ProblemError('signatureEmpty');
  return Math.min(Math.max(value, 0), size);
}

function lengthOf(stroke: [number, number][]): number {
  return stroke.slice(1).reduce((sum, [x, y], index) => {
    const [fromX, fromY] = stroke[index] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}
