import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { expect, test } from 'vitest';
import { deviceRandomness, newDraft, type Draft, type StoredPhoto } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { submissionOf } from '../submission.ts';
import { fieldsOf, withFields } from '../sync/draft-fields.ts';
import { openShotsOf, shotsOf } from './draft-shots.ts';
import { isPassedOver, passOver, shotsToTake } from './shots-to-take.ts';

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

const spot = (id: string) => ({ id, part: 'doorFrontLeft', kind: 'dent', size: 'hand', at: { view: 'left', x: 0.5, y: 0.5 } }) as DamageSpot;
const [one, other] = ['0192f000-0000-4000-8000-0000000000d1', '0192f000-0000-4000-8000-0000000000d2'];

test('passing over the photo of one damage leaves that of the other one open, also on the second device', () => {
  const host = hostOf({ damages: [spot(one), spot(other)] });
  const wide = shotsToTake(host).filter(({ shot }) => shot.id === 'damageWide');
  expect(wide.map(({ spot: of }) => of?.id)).toEqual([one, other]);
  passOver(host, wide[0]!, true);
  expect(wide.map((wanted) => isPassedOver(host, wanted))).toEqual([true, false]);
  expect(openIds(host)).toContain('damageWide');

  const { draft } = host.drafts;
  const told = [...fieldsOf(draft, [], 'phone')].filter(([path]) => path.startsWith('skippedShots'));
  expect(withFields(newDraft(deviceRandomness, 'de'), new Map(told)).skippedShots).toEqual([`damageWide.${one}`]);
  expect(withFields(draft, new Map([[`skippedShots.damageWide.${one}`, null]])).skippedShots).toEqual([]);

  passOver(host, wide[1]!, true);
  expect(openIds(host)).not.toContain('damageWide');
  const sender = { ...host, catalogue: { version: 1 }, ownPage: true, language: 'de' } as unknown as StepHost;
  expect(submissionOf(sender, [], '').skippedShots).toEqual(['damageWide']);
});

test('what was passed over before damages were marked says nothing of them; a photo of each leaves nothing passed over', () => {
  const host = hostOf({ skippedShots: ['damageWide'] });
  expect(openIds(host)).not.toContain('damageWide');
  host.drafts.change({ damages: [spot(one)] });
  expect(openIds(host)).toContain('damageWide');
});
