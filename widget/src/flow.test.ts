import { expect, test } from 'vitest';
import { isReached, laterOf, stepAfter, stepBefore, stepOfPath, stepOn, stepsOf } from './flow.ts';

const plain = stepsOf({ link: null }, false);
const withForms = stepsOf({ link: { forms: [{}], withdrawalNotice: null } }, false);

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
  expect(stepsOf({ link: { forms: [], withdrawalNotice: null } }, false)).toEqual(plain);
  expect(stepsOf({ link: { forms: [], withdrawalNotice: { version: 1 } } }, false)).toContain('forms');
  expect(stepAfter('contact', plain)).toBe('review');
  expect(stepAfter('contact', withForms)).toBe('forms');
  expect(stepBefore('review', withForms)).toBe('forms');
});
