import { catalogueContentSchema, categoryIcons, type Answers, type AnswerValue, type Category, type Question } from '@meldewerk/contract/catalogue';
import { describe, expect, test } from 'vitest';
import { askedQuestions } from './asked-questions.ts';
import { askedShots } from './asked-shots.ts';
import { checkAnswers, keepAsked } from './check-answers.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { defaultVehicleCatalogue } from './default-vehicle.ts';
import { factsOf } from './facts.ts';
import { openShots, type TakenPhoto } from './open-shots.ts';

const today = '2026-11-21';
const { categories } = defaultVehicleCatalogue;
const categoryNamed = (id: string) => categories.find((category) => category.id === id)!;
const askedIds = (id: string, answers: Answers, vehicle = {}) =>
  askedQuestions(categoryNamed(id), factsOf({ answers, vehicle })).map((question) => question.id);
const shotIds = (id: string, answers: Answers, vehicle = {}) =>
  askedShots(categoryNamed(id), factsOf({ answers, vehicle })).map((shot) => shot.id);

test('the default catalogue is sound and has the twelve categories', () => {
  expect(checkCatalogue(defaultVehicleCatalogue)).toEqual([]);
  const parsed = catalogueContentSchema['~standard'].validate(JSON.parse(JSON.stringify(defaultVehicleCatalogue)));
  expect(parsed).toEqual({ typed: true, value: JSON.parse(JSON.stringify(defaultVehicleCatalogue)) });
  expect(categories.map(({ id }) => id)).toEqual(categoryIcons);
});

describe.each(categories.map((category) => [category.id, category] as const))('%s', (_, category) => {
  test('has at most eight required questions and asks for four corners and the damage', () => {
    const asked = askedQuestions(category, factsOf({ answers: {} }));
    expect(asked.filter(({ required }) => required).length).toBeLessThanOrEqual(8);
    const shots = askedShots(category, factsOf({ answers: {} })).map(({ id }) => id);
    expect(shots.slice(0, 6)).toEqual(['frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'damageWide', 'damageClose']);
  });

  test('can be reported without a picture: every shot may be passed over on purpose, and the damage is asked for until then', () => {
    const facts = factsOf({ answers: {} });
    const all = new Set(category.shots.map(({ id }) => id));
    expect(openShots(category, facts, [], all)).toEqual([]);
    expect(openShots(category, facts, [], new Set())).toContainEqual({ shot: expect.objectContaining({ id: 'damageWide' }), fault: 'notDecided' });
  });

  test('keeps the same answers when asked twice, and finds nothing wrong in an honest report', () => {
    const random = randomFrom(category.id.length + 1);
    for (let round = 0; round < 200; round++) {
      const answers = randomAnswers(category, random);
      const kept = keepAsked(category, factsOf({ answers }));
      expect(keepAsked(category, factsOf({ answers: kept }))).toEqual(kept);
      expect(askedQuestions(category, factsOf({ answers: kept }))).toEqual(askedQuestions(category, factsOf({ answers })));
      expect(checkAnswers(category, factsOf({ answers: kept }), { today }).filter(({ fault }) => fault !== 'missing')).toEqual([]);
    }
  });
});

test('hit-and-run sends to the police until the police know', () => {
  expect(askedIds('collision', { hitAndRun: true })).toContain('hitAndRunNotice');
  expect(askedIds('collision', { hitAndRun: true, police: true })).not.toContain('hitAndRunNotice');
});

test('the other party is asked about only when there is something to tell', () => {
  expect(askedIds('collision', {})).not.toContain('otherPartyPlate');
  expect(askedIds('collision', { otherPartyKnown: true })).toContain('otherPartyPlate');
  expect(shotIds('collision', { hitAndRun: true })).not.toContain('otherPlate');
  expect(shotIds('collision', { accidentStatement: true })).toContain('accidentStatement');
});

test('all seventeen circumstances of the accident statement can be ticked', () => {
  expect(categoryNamed('collision').questions.find(({ id }) => id === 'circumstances')?.options).toHaveLength(17);
});

test('an electric vehicle that burned must not be driven, whether the customer says so here or in the vehicle step', () => {
  expect(askedIds('fire', {})).not.toContain('batteryNotice');
  expect(askedIds('fire', { batteryAffected: true })).toContain('batteryNotice');
  expect(askedIds('fire', {}, { driveType: 'electric' })).toContain('batteryNotice');
});

test('a chip is said to be repairable only when everything speaks for it', () => {
  const repairable = { glassPane: 'windscreen', glassDamage: 'chip', chipSize: 'underCoin', nearEdge: false, inDriverView: false };
  expect(askedIds('glass', repairable)).toContain('glassRepairHint');
  expect(askedIds('glass', { ...repairable, nearEdge: true })).not.toContain('glassRepairHint');
  expect(askedIds('glass', { ...repairable, glassDamage: 'crack' })).not.toContain('glassRepairHint');
  expect(askedIds('glass', { ...repairable, glassPane: 'rear' })).not.toContain('glassRepairHint');
});

test('traces of an animal are photographed before washing', () => {
  expect(askedIds('wildlife', { traces: true })).toContain('tracesNotice');
  expect(shotIds('wildlife', { traces: true, certificate: true })).toEqual(expect.arrayContaining(['traces', 'certificate']));
  expect(shotIds('wildlife', { animalContact: 'evaded', traces: true })).not.toContain('traces');
});

test('wide and close photos are asked for once for every damage that is marked, until the shot is passed over', () => {
  const category = categoryNamed('parking');
  const facts = factsOf({ answers: {} });
  const openIds = (photos: TakenPhoto[], skipped: string[], spots: string[]) => openShots(category, facts, photos, new Set(skipped), spots).map(({ shot }) => shot.id);
  const wide = { shotId: 'damageWide', spotId: 'one' };
  expect(openIds([wide], [], ['one'])).not.toContain('damageWide');
  expect(openIds([wide], [], ['one', 'two'])).toContain('damageWide');
  expect(openIds([wide, { shotId: 'damageWide', spotId: null }], [], ['one', 'two'])).toContain('damageWide');
  expect(openIds([wide], ['damageWide'], ['one', 'two'])).not.toContain('damageWide');
  expect(openIds([{ shotId: 'odometer' }], [], ['one'])).not.toContain('odometer');
});

test('a stolen vehicle is reported without pictures of it, and with the police reference', () => {
  const answers = { theftKind: 'wholeVehicle', incidentDate: today, incidentDescription: 'Weg.', police: true };
  const facts = factsOf({ answers, vehicle: { vin: 'WVWZZZ1KZAW000001', firstRegistration: '2020-01-01' } });
  expect(openShots(categoryNamed('theft'), facts, [], new Set())).toEqual([]);
  expect(askedShots(categoryNamed('theft'), facts)).toEqual([]);
  expect(checkAnswers(categoryNamed('theft'), facts, { today })).toEqual([{ questionId: 'policeReference', fault: 'missing' }]);
});

test('VIN and registration document are asked for only while their data is missing', () => {
  expect(shotIds('glass', {})).toEqual(expect.arrayContaining(['vin', 'registrationDocument']));
  const known = shotIds('glass', {}, { vin: 'WVWZZZ1KZAW000001', firstRegistration: '2020-01-01' });
  expect(known).not.toContain('vin');
  expect(known).not.toContain('registrationDocument');
  expect(shotIds('glass', {}, { type: 'trailer' })).not.toContain('odometer');
});

/** Repeatable numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomAnswers(category: Category, random: () => number): Answers {
  const answered = category.questions.filter(({ type }) => type !== 'notice' && random() < 0.7);
  return Object.fromEntries([['foreign', 'x'], ...answered.map((question) => [question.id, randomAnswer(question, random)])]);
}

function randomAnswer({ type, options = [], min = 0, max = 10 }: Question, random: () => number): AnswerValue {
  const picked = options.filter(() => random() < 0.5).map(({ value }) => value);
  switch (type) {
    case 'yesNo':
      return random() < 0.5;
    case 'number':
    case 'money':
      return min + Math.floor(random() * (max - min + 1));
    case 'oneOf':
      return options[Math.floor(random() * options.length)]!.value;
    case 'manyOf':
      return picked;
    case 'date':
      return today;
    case 'time':
      return '14:03';
    case 'phone':
      return ' 0171 2345678';
    default:
      return random() < 0.2 ? '  ' : ' KA-PA 777 ';
  }
}
