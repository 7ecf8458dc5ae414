import type { Simulators } from '@meldewerk/simulators/start';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, giveMandate, mailsTo, openNewAccount } from '../../test/account-holder.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { goAlong } from './go-along.ts';

let platform: Platform;
let companion: ReturnType<typeof goAlong>;

beforeAll(async () => {
  const vendor: { simulators?: Simulators } = {};
  platform = await bootPlatform({ listen: true, vendorsReport: true, overrides: { businessClock: { now: () => vendor.simulators?.chargebee.site.now() ?? new Date() } } });
  vendor.simulators = platform.simulators;
  companion = goAlong(platform.database.ownerUrl);
  platform.simulators.chargebee.site.companion = companion.halt;
});
afterAll(async () => {
  await companion?.close();
  await platform?.close();
});

test('beside the simulated time machine every mail of the clock is written on its day, links stop when grace ends, and nobody is signed out', { timeout: 120_000 }, async () => {
  const holder = await openNewAccount(platform, 'zeitreise');
  await fillIn(holder);
  await giveMandate(platform, holder, 'DE35370400440532013002');
  const { travel } = platform.simulators.chargebee;
  await travel({ days: 34 });
  expect((await holder.account()).state).toBe('pastDue');
  await travel({ days: 14 });
  expect((await holder.account()).state).toBe('suspended');
  const subjects = mailsTo(platform, holder.email).map(({ subject }) => subject.replaceAll('\u00a0', ' '));
  for (const words of [/^Ihre Testphase endet/, /^Ankündigung: /, /^Ihre Rechnung /, /wurden abgebucht$/, /kam zurück$/, /keine neuen Links/, /neue Links sind angehalten$/]) expect(subjects.filter((subject) => words.test(subject)), String(words)).toHaveLength(1);
});
