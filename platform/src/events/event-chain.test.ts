import { expect, test } from 'vitest';
import { canonicalJson, findBreak, genesisHash, linkHash, type ChainLink } from './event-chain.ts';

function chain(length: number): ChainLink[] {
  const links: ChainLink[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const previousHash = links.at(-1)?.hash ?? genesisHash;
    const body = canonicalJson({ sequence, type: 'reportOpened' });
    links.push({ sequence, body, previousHash, hash: linkHash(previousHash, body) });
  }
  return links;
}

test('the same facts give the same bytes whatever the order of their keys', () => {
  expect(canonicalJson({ b: 1, a: { d: [{ z: 1, y: 2 }], c: undefined } })).toBe('{"a":{"d":[{"y":2,"z":1}]},"b":1}');
});

test('an untouched chain holds', () => {
  expect(findBreak(chain(5))).toBeNull();
});

test.each(['changed', 'removed', 'swapped', 'shortened at the front'])('a chain in which an event was %s says where it breaks', (how) => {
  const links = chain(5);
  if (how === 'changed') links[2] = { ...links[2]!, body: links[2]!.body.replace('Opened', 'Closed') };
  if (how === 'removed') links.splice(2, 1);
  if (how === 'swapped') [links[2], links[3]] = [links[3]!, links[2]!];
  if (how === 'shortened at the front') links.shift();
  expect(findBreak(links)).toBe(how === 'shortened at the front' ? 1 : 3);
});
