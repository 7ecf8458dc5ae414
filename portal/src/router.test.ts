import { expect, test } from 'vitest';
import { readRoute } from './router.ts';

const route = (path: string) => readRoute(new URL(path, 'https://karosserie-muster.example'));

test('the portal opens on what needs somebody today', () => {
  expect(route('/portal')).toEqual({ page: 'overview', search: '' });
  expect(route('/portal/')).toEqual({ page: 'overview', search: '' });
});

test('filters travel in the address of the list', () => {
  expect(route('/portal/reports?status=open&q=ka')).toEqual({ page: 'reports', search: '?status=open&q=ka' });
});

test('a deep link names exactly one report', () => {
  const id = '0b6f1b1e-8a54-4c39-9f6b-2f7a1a0c9d11';
  expect(route(`/portal/reports/${id.toUpperCase()}`)).toEqual({ page: 'report', id });
});

test('what is prepared, set up and asked has addresses of its own', () => {
  const id = '0b6f1b1e-8a54-4c39-9f6b-2f7a1a0c9d11';
  expect(route('/portal/reports/new')).toEqual({ page: 'new-report' });
  expect(route(`/portal/reports/${id}/preparation`)).toEqual({ page: 'preparation', id });
  expect(route('/portal/import')).toEqual({ page: 'import' });
  expect(route('/portal/forms')).toEqual({ page: 'forms' });
  expect(route(`/portal/forms/${id}`)).toEqual({ page: 'form', id });
  expect(route('/portal/calendar?view=day&date=2026-11-24')).toEqual({ page: 'calendar', search: '?view=day&date=2026-11-24' });
  expect(route('/portal/settings/appointments')).toEqual({ page: 'appointment-settings' });
  expect(route('/portal/settings/reminders')).toEqual({ page: 'reminder-settings' });
  expect(route('/portal/settings/withdrawal')).toEqual({ page: 'withdrawal-settings' });
  expect(route('/portal/support#newPartner')).toEqual({ page: 'support' });
});

test('the reset token is read from the fragment, which no server sees', () => {
  expect(route('/portal/reset-password#abc')).toEqual({ page: 'reset-password', token: 'abc' });
});

test('everything else is not found', () => {
  for (const path of ['/portal/reports/1', '/portal/nonsense', '/portal/sign-in/x', '/other', '/portal/reports/a/b']) {
    expect(route(path), path).toEqual({ page: 'not-found' });
  }
});
