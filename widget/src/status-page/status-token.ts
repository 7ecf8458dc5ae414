/** The token in the address of a status page, `/s/<token>`; null on every other page. */
export function statusTokenOf(pathname: string): string | null {
  // A full stop or bracket behind an address in a message easily becomes part of it.
  return /^\/s\/([\w-]+)/.exec(pathname)?.[1] ?? null;
}
