export const accountPages = ['overview', 'setup', 'invoices', 'mandate', 'mandate-change', 'plan', 'usage', 'company'] as const;
export type AccountPage = (typeof accountPages)[number];

export type Route =
  /** Without a workshop the address means the only one, or asks which. */
  | { page: AccountPage; slug: string | null; search: string }
  | { page: 'mandate-return'; enrollmentId: string; search: string }
  | { page: 'sign-in'; token: string }
  | { page: 'confirm-email'; token: string }
  | { page: 'workshops' }
  | { page: 'not-found' };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const segments: Record<AccountPage, string> = {
  'overview': '', 'setup': 'setup', 'invoices': 'invoices', 'mandate': 'mandate', 'mandate-change': 'mandate/change', 'plan': 'plan', 'usage': 'usage', 'company': 'company',
};

/** Which page an address means. Mails and the vendor lead to addresses without a workshop. */
export function readRoute(url: URL): Route {
  const parts = url.pathname.split('/').filter(Boolean);
  const [first = '', second = ''] = parts;
  const token = url.hash.slice(1);
  if (parts.length === 1 && (first === 'sign-in' || first === 'invitation')) return { page: 'sign-in', token };
  if (parts.length === 1 && first === 'confirm-email') return { page: 'confirm-email', token };
  if (parts.length === 1 && first === 'workshops') return { page: 'workshops' };
  if (parts.length === 2 && first === 'mandate' && uuid.test(second)) return { page: 'mandate-return', enrollmentId: second.toLowerCase(), search: url.search };
  const [slug, rest] = first === 'workshops' ? [second, parts.slice(2)] : [null, parts];
  const page = accountPages.find((candidate) => segments[candidate] === rest.join('/'));
  return page ? { page, slug, search: url.search } : { page: 'not-found' };
}

export function currentRoute(): Route {
  return readRoute(new URL(location.href));
}

/** Whether the address is one of these pages, and not a file or an answer of the server. */
export function isPage(url: URL): boolean {
  return !/^\/(api|files|assets)\//.test(url.pathname);
}

export const paths = {
  start: '/',
  workshops: '/workshops',
  signIn: '/sign-in',
  of: (slug: string, page: AccountPage) => `/workshops/${slug}${segments[page] && `/${segments[page]}`}`,
};
