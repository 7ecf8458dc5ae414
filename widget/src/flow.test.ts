import { expect, test } from 'vitest';
import { isReached, laterOf, stepAfter, stepBefore, stepOfPath, stepOn } from './flow.ts';

test.each([
  ['answers.incidentDate', 'questions'],
  ['vehicle.licensePlate', 'vehicle'],
  ['insurance.policyNumber', 'vehicle'],
  ['photos.frontLeft', 'photos'],
  ['reporter.phone', 'contact'],
  ['privacyConsent', 'contact'],
  ['somethingNew', 'review'],
] as const)('a fault at %s leads to the step %s', (path, step) => {
  expect(stepOfPath(path)).toBe(step);
});

test('steps follow each other and end at both ends', () => {
  expect(stepAfter('photos')).toBe('contact');
  expect(stepAfter('review')).toBe('review');
  expect(stepBefore('category')).toBe('category');
  expect(laterOf('photos', 'vehicle')).toBe('photos');
  expect(isReached('vehicle', 'photos')).toBe(true);
  expect(isReached('contact', 'photos')).toBe(false);
});

test('once the review was reached a step leads back to it, and another kind of damage leads through its questions', () => {
  expect(stepOn('vehicle', 'contact')).toBe('photos');
  expect(stepOn('vehicle', 'review')).toBe('review');
  expect(stepOn('category', 'review')).toBe('questions');
});
