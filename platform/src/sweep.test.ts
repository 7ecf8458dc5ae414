import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCustomer, openDraft, report } from '../test/customer.ts';
import { bootPlatform, type Platform } from '../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../test/workshop.ts';
import { sweep } from './sweep.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-besen');
});
afterAll(() => platform?.close());

async function count(table: string): Promise<number> {
  return platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    const [row] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${tx(table)}`;
    return row?.rows ?? -1;
  });
}

test('what has run out is taken away after its time, and reports stay', async () => {
  await report(platform, workshop.host);
  await openDraft(platform, workshop.host, newCustomer());
  await signInAs(platform, workshop, 'clerk');
  await sweep(platform.services);
  expect([await count('drafts'), await count('idempotency_keys'), await count('staff_sessions')]).toEqual([2, 1, 1]);

  platform.clock.advance({ days: 31 });
  await sweep(platform.services);
  expect([await count('drafts'), await count('idempotency_keys'), await count('staff_sessions'), await count('damage_reports')]).toEqual([1, 0, 0, 1]);
});
