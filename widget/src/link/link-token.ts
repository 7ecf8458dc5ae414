/** The token in the address of an individual link, `/m/<token>`; null on every other page. */
export function linkTokenOf(pathname: string): string | null {
  // A full stop or bracket behind an address in a message easily becomes part of it.
  return /^\/m\/([\w-]+)/.exec(pathname)?.[1] ?? null;
}
