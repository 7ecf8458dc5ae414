/** A page of the workshop's site with the token behind it: `m` an individual link, `s` a status page, `h` what a computer's QR code opens on a phone, `u` an accident statement. Empty on every other page. */
export function pageAt(pathname: string): [page?: string, token?: string] {
  // A full stop or bracket behind an address in a message easily becomes part of it.
  const [, page, token] = /^\/([hmsu])(?:\/([\w-]*)|$)/.exec(pathname) ?? [];
  return page ? [page, token ?? ''] : [];
}
