export type Route =
  | { page: 'reports'; search: string }
  | { page: 'report'; id: string }
  | { page: 'sign-in' }
  | { page: 'forgotten-password' }
  | { page: 'reset-password'; token: string }
  | { page: 'not-found' };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which page a portal URL means. Paths outside /portal/ belong to somebody else and are not found here. */
export function readRoute(url: URL): Route {
  const [root, first, second, ...more] = url.pathname.split('/').filter(Boolean);
  if (root !== 'portal' || more.length > 0) return { page: 'not-found' };
  if (!first) return { page: 'reports', search: url.search };
  if (first === 'reports' && !second) return { page: 'reports', search: url.search };
  if (first === 'reports' && second && uuid.test(second)) return { page: 'report', id: second.toLowerCase() };
  if (second) return { page: 'not-found' };
  if (first === 'sign-in') return { page: 'sign-in' };
  if (first === 'forgotten-password') return { page: 'forgotten-password' };
  if (first === 'reset-password') return { page: 'reset-password', token: url.hash.slice(1) };
  return { page: 'not-found' };
}

export const paths = {
  reports: '/portal/reports',
  report: (id: string) => `/portal/reports/${id}`,
  signIn: '/portal/sign-in',
  forgottenPassword: '/portal/forgotten-password',
};

/** Tells `route` whenever the address changes, by a click on a link, by the browser's back and forward, or by `navigate`. */
export const router = new EventTarget();

export function currentRoute(): Route {
  return readRoute(new URL(location.href));
}

export function navigate(path: string, how: 'push' | 'replace' = 'push') {
  if (how === 'replace') history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  router.dispatchEvent(new Event('route'));
}

export function startRouter() {
  history.scrollRestoration = 'manual';
  window.addEventListener('popstate', () => router.dispatchEvent(new Event('route')));
  window.addEventListener('hashchange', () => router.dispatchEvent(new Event('route')));
  document.addEventListener('click', followLink);
}

function followLink(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !/^\/portal(\/|$)/.test(url.pathname)) return;
  if (url.hash && url.pathname === location.pathname && url.search === location.search) return;
  event.preventDefault();
  navigate(url.pathname + url.search + url.hash);
}
