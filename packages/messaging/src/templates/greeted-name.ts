import { singleLine } from '../single-line.ts';

/**
 * A name as a greeting may carry it: on one line, and without what mail programs make a link of. Anybody may type a name
 * that is an advertisement, and have it sent to a stranger.
 */
export function greetedName(...parts: (string | undefined)[]): string {
  return singleLine(parts.filter((part) => part && !looksLikeAddress(part)).join(' '), 120);
}

function looksLikeAddress(name: string): boolean {
  return /[/:@]|\p{L}\.\p{L}/u.test(name);
}
