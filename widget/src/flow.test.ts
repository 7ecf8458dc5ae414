import { expect, test } from 'vitest';
import { isReached, laterOf, stepAfter, stepBefore, stepOfPath, stepOn, stepsOf } from './flow.ts';

const workshop = { asksForWishes: false, categories: [] };
const plain = stepsOf({ category: null, link: null }, workshop);
const withForms = stepsOf({ category: null, link: { forms: [{}], withdrawalNotice: null } }, workshop);

test.each([
  ['answers.incidentDate', 'questions'],
  ['vehicle.licensePlate', 'vehicle'],
  ['insurance.policyNumber', 'vehicle'],
  ['photos.frontLeft', 'photos'],
  ['reporter.phone', 'contact'],
  ['privacyConsent', 'contact'],
  ['forms.5b1c', 'forms'],
  ['withdrawal', 'forms'],
  ['somethingNew', 'review'],
] as const)('a fault at %s leads to the step %s', (path, step) => {
  expect(stepOfPath(path)).toBe(step);
});

test('steps follow each other and end at both ends', () => {
  expect(stepAfter('photos', plain)).toBe('contact');
  expect(stepAfter('review', plain)).toBe('review');
  expect(stepBefore('category', plain)).toBe('category');
  expect(laterOf('photos', 'vehicle')).toBe('photos');
  expect(isReached('vehicle', 'photos')).toBe(true);
  expect(isReached('contact', 'photos')).toBe(false);
});

test('once the review was reached a step leads back to it, and another kind of damage leads through its questions', () => {
  expect(stepOn('vehicle', 'contact', plain)).toBe('photos');
  expect(stepOn('vehicle', 'review', plain)).toBe('review');
  expect(stepOn('category', 'review', plain)).toBe('questions');
});

test('signing stands between contact and review, where there is something to sign or a notice to see', () => {
  expect(plain).not.toContain('forms');
  expect(stepsOf({ category: null, link: { forms: [], withdrawalNotice: null } }, workshop)).toEqual(plain);
  expect(stepsOf({ category: null, link: { forms: [], withdrawalNotice: { version: 1 } } }, workshop)).toContain('forms');
  expect(stepAfter('contact', plain)).toBe('review');
  expect(stepAfter('contact', withForms)).toBe('forms');
  expect(stepBefore('review', withForms)).toBe('forms');
});

test('whether it may be driven on and the single damages are asked where the kind of damage asks for them', () => {
  const summary = { label: { de: 'Unfall', en: 'Accident' }, hint: { de: 'x', en: 'x' }, icon: 'collision' } as const;
  const categories = [{ ...summary, id: 'collision', safetyCheck: ['injured' as const], damageSpots: true }, { ...summary, id: 'theft' }];
  const steps = (category: string) => stepsOf({ category, link: null }, { asksForWishes: false, categories });
  expect(steps('collision')).toEqual(['category', 'safety', 'questions', 'vehicle', 'damages', 'photos', 'contact', 'review']);
  expect(steps('theft')).toEqual(plain);
});
