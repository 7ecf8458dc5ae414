import { expect, test } from 'vitest';
import { ProblemError } from './request.ts';
import { errorText } from './error-text.ts';

const problem = { type: 'urn:meldewerk:problem:noWayToReach', title: 'Kein Weg zum Kunden', status: 422, detail: 'Für diesen Versand fehlt die Handynummer.', requestId: 'r' };

test('why nobody is reached at a number is said of that number', () => {
  const landline = { path: 'reporter.phone', code: 'landline', message: 'Das ist eine Festnetznummer.' };
  expect(errorText(new ProblemError({ ...problem, code: 'noWayToReach', issues: [landline] }, null))).toBe('Das ist eine Festnetznummer.');
  expect(errorText(new ProblemError({ ...problem, code: 'noWayToReach' }, null))).toBe(problem.detail);
  expect(errorText(new ProblemError({ ...problem, code: 'validationFailed', issues: [landline] }, null))).toBe(problem.detail);
});
