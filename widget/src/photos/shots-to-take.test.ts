import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { expect, test } from 'vitest';
import { deviceRandomness, newDraft, type Draft, type StoredPhoto } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { openShotsOf, shotsOf } from './draft-shots.ts';

const category = defaultVehicleCatalogue.categories.find(({ id }) => id === 'collision')!;

/** What these functions look at of the element. */
function hostOf(part: Partial<Draft>, photos: Partial<StoredPhoto>[] = []): StepHost {
  const draft = { ...newDraft(deviceRandomness, 'de'), category: category.id, ...part };
  const drafts = { draft, change: (change: Partial<Draft>) => Object.assign(draft, change) };
  return { category, drafts, site: { categories: [category] }, photos: { photos } } as unknown as StepHost;
}
const openIds = (host: StepHost) => openShotsOf(host).map(({ shot }) => shot.id);

test('who signed the accident statement on the phone is not asked to photograph one on paper', () => {
  const answers = { accidentStatement: true };
  expect(openIds(hostOf({ answers }))).toContain('accidentStatement');
  const signed = hostOf({ answers, accidentStatement: { token: 'x', taken: true } });
  expect(openIds(signed)).not.toContain('accidentStatement');
  expect(shotsOf(signed).map(({ id }) => id)).not.toContain('accidentStatement');
});
