import { createHash } from 'node:crypto';

/** What the first event of a report is chained to. */
export const genesisHash: Buffer = Buffer.alloc(32);

/** JSON with its keys in order and without spaces: the same value always gives the same bytes. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

export function linkHash(previousHash: Uint8Array, body: string): Buffer {
  return createHash('sha256').update(previousHash).update(body, 'utf8').digest();
}

export type ChainLink = { sequence: number; body: string; previousHash: Uint8Array; hash: Uint8Array };

/** The sequence number of the first link that does not fit the one before it, or null when the whole chain holds. */
export function findBreak(links: ChainLink[]): number | null {
  let previous: Uint8Array = genesisHash;
  for (const [index, link] of links.entries()) {
    const fits = link.sequence === index + 1 && Buffer.compare(link.previousHash, previous) === 0 && linkHash(previous, link.body).equals(link.hash);
    if (!fits) return index + 1;
    previous = link.hash;
  }
  return null;
}
