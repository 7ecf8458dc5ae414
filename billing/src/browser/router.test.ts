import { expect, test } from 'vitest';
import { isPage, paths, readRoute } from './router.ts';

const routeOf = (path: string) => readRoute(new URL(path, 'https://billing.example'));
const id = '01a202a3-b565-73ce-b23e-ad49a4d265a8';

test('every page of an account has an address with its workshop, and one without it for mails', () => {
  expect(routeOf(paths.of('muster', 'overview'))).toEqual({ page: 'overview', slug: 'muster', search: '' });
  expect(routeOf(`${paths.of('muster', 'setup')}?step=plan`)).toEqual({ page: 'setup', slug: 'muster', search: '?step=plan' });
  expect(routeOf('/mandate/change')).toEqual({ page: 'mandate-change', slug: null, search: '' });
  expect(routeOf('/')).toEqual({ page: 'overview', slug: null, search: '' });
});

test('secrets stand in the fragment, and the way back from the vendor names its attempt', () => {
  expect(routeOf('/sign-in#secret')).toEqual({ page: 'sign-in', token: 'secret' });
  expect(routeOf('/confirm-email#secret')).toEqual({ page: 'confirm-email', token: 'secret' });
  expect(routeOf(`/mandate/${id.toUpperCase()}?state=cancelled`)).toEqual({ page: 'mandate-return', enrollmentId: id, search: '?state=cancelled' });
});

test('what is no page is not found, and files and answers are left to the server', () => {
  for (const path of ['/nowhere', '/workshops/muster/nowhere', '/mandate/123', '/sign-in/more']) expect(routeOf(path).page, path).toBe('not-found');
  expect([isPage(new URL('https://billing.example/assets/a.js')), isPage(new URL('https://billing.example/api/billing/x')), isPage(new URL('https://billing.example/plan'))]).toEqual([false, false, true]);
});
