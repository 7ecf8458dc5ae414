import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import type { Catalogue } from '@meldewerk/contract/catalogue';
import type { Site } from '@meldewerk/contract/tenant';
import { catalogueVersions } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { publishDefaultCatalogue } from './publish-default.ts';

let platform: Platform;
let workshop: Workshop;
beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'folgt');
});
afterAll(() => platform.close());

const changed = { ...defaultVehicleCatalogue, categories: defaultVehicleCatalogue.categories.slice(0, 3) };
const versionOf = async ({ host }: Workshop) => ((await (await platform.request(host, '/api/site')).json()) as Site).catalogueVersion;

test('a release that brings the same catalogue publishes nothing', async () => {
  await publishDefaultCatalogue(platform.services);
  expect(await versionOf(workshop)).toBe(1);
});

test('a release with another catalogue publishes it once, also when two processes start at the same moment', async () => {
  await Promise.all([publishDefaultCatalogue(platform.services, changed), publishDefaultCatalogue(platform.services, changed)]);
  await publishDefaultCatalogue(platform.services, changed);
  expect(await versionOf(workshop)).toBe(2);
  const catalogue = (await (await platform.request(workshop.host, '/api/catalogues/2')).json()) as Catalogue;
  expect(catalogue.categories.map(({ id }) => id)).toEqual(changed.categories.map(({ id }) => id));
});

test('a catalogue that a workshop wrote itself stays', async () => {
  const own = await provisionWorkshop(platform, 'eigener');
  const { db, clock } = platform.services;
  await inTenant(db, own.tenantId, (tx) => tx.insert(catalogueVersions).values({ tenantId: own.tenantId, version: 2, content: changed, publishedAt: clock.now() }));
  await publishDefaultCatalogue(platform.services);
  expect(await versionOf(own)).toBe(2);
});

test('a report begun with the version before can still be sent', async () => {
  await publishDefaultCatalogue(platform.services, { ...changed, categories: changed.categories.slice(0, 2) });
  expect(await versionOf(workshop)).toBeGreaterThan(2);
  // It names version 1 and a category that is in no later one.
  expect((await submitSmallReport(platform, workshop)).receipt.reference).not.toBe('');
});
