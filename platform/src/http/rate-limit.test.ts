import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { limit, takeAll } from './rate-limit.ts';

let platform: Platform;

beforeAll(async () => {
  platform = await bootPlatform();
});
afterAll(() => platform.close());

test('one address that is turned away does not use up what a whole workshop may do', async () => {
  const [ofAddress, ofTenant] = [limit('test-by-address', 2, 3_600), limit('test-by-tenant', 5, 3_600)];
  const ask = (address: string) => takeAll(platform.services, [ofAddress, address], [ofTenant, 'workshop']).then(() => 'taken', () => 'refused');
  const flood = [];
  for (let count = 0; count < 20; count++) flood.push(await ask('203.0.113.1'));
  expect(flood.filter((answer) => answer === 'taken')).toHaveLength(2);
  const others = [];
  for (let count = 0; count < 4; count++) others.push(await ask(`198.51.100.${count}`));
  expect(others).toEqual(['taken', 'taken', 'taken', 'refused']);
});
