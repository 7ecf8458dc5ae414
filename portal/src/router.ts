export type Route =
  | { page: 'overview'; search: string }
  | { page: 'reports'; search: string }
  | { page: 'report'; id: string }
  | { page: 'board'; search: string }
  | { page: 'calendar'; search: string }
  | { page: 'new-report' }
  | { page: 'preparation'; id: string }
  | { page: 'condition'; id: string }
  | { page: 'import' }
  | { page: 'forms' }
  | { page: 'form'; id: string }
  | { page: 'appointment-settings' }
  | { page: 'templates' }
  | { page: 'workflow-settings' }
  | { page: 'rule-settings' }
  | { page: 'reminder-settings' }
  | { page: 'language-settings' }
  | { page: 'towing-settings' }
  | { page: 'embedding' }
  | { page: 'withdrawal-settings' }
  | { page: 'ksr-settings' }
  | { page: 'support' }
  | { page: 'sign-in' }
  | { page: 'forgotten-password' }
  | { page: 'reset-password'; token: string }
  | { page: 'not-found' };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which page a portal URL means. Paths outside /portal/ belong to somebody else and are not found here. */
export function readRoute(url: URL): Route {
  const [root, ...parts] = url.pathname.split('/').filter(Boolean);
  if (root !== 'portal') return { page: 'not-found' };
  const [area, id = '', ...more] = parts;
  if (area === 'reports' && uuid.test(id) && more.length === 0) return { page: 'report', id: id.toLowerCase() };
  if (area === 'reports' && uuid.test(id) && more.join('/') === 'preparation') return { page: 'preparation', id: id.toLowerCase() };
  if (area === 'reports' && uuid.test(id) && more.join('/') === 'condition') return { page: 'condition', id: id.toLowerCase() };
  if (area === 'forms' && uuid.test(id) && more.length === 0) return { page: 'form', id: id.toLowerCase() };
  return routeOf(parts.join('/'), url);
}

function routeOf(path: string, url: URL): Route {
  switch (path) {
    case '':
    case 'overview': return { page: 'overview', search: url.search };
    case 'reports': return { page: 'reports', search: url.search };
    case 'board': return { page: 'board', search: url.search };
    case 'calendar': return { page: 'calendar', search: url.search };
    case 'reports/new': return { page: 'new-report' };
    case 'import': return { page: 'import' };
    case 'forms': return { page: 'forms' };
    case 'settings/appointments': return { page: 'appointment-settings' };
    case 'settings/templates': return { page: 'templates' };
    case 'settings/workflow': return { page: 'workflow-settings' };
    case 'settings/rules': return { page: 'rule-settings' };
    case 'settings/reminders': return { page: 'reminder-settings' };
    case 'settings/ksr': return { page: 'ksr-settings' };
    case 'settings/embedding': return { page: 'embedding' };
    case 'settings/languages': return { page: 'language-settings' };
    case 'settings/towing': return { page: 'towing-settings' };
    case 'settings/withdrawal': return { page: 'withdrawal-settings' };
    case 'support': return { page: 'support' };
    case 'sign-in': return { page: 'sign-in' };
    case 'forgotten-password': return { page: 'forgotten-password' };
    case 'reset-password': return { page: 'reset-password', token: url.hash.slice(1) };
    default: return { page: 'not-found' };
  }
}

export const paths = {
  overview: '/portal/overview',
  reports: '/portal/reports',
  /** Leads on to the view the person begins with. */
  startOfReports: '/portal/reports?start',
  templates: '/portal/settings/templates',
  report: (id: string) => `/portal/reports/${id}`,
  board: '/portal/board',
  calendar: '/portal/calendar',
  calendarOn: (day: string) => `/portal/calendar?date=${day}`,
  newReport: '/portal/reports/new',
  preparation: (id: string) => `/portal/reports/${id}/preparation`,
  condition: (id: string) => `/portal/reports/${id}/condition`,
  import: '/portal/import',
  forms: '/portal/forms',
  form: (id: string) => `/portal/forms/${id}`,
  appointmentSettings: '/portal/settings/appointments',
  workflowSettings: '/portal/settings/workflow',
  ruleSettings: '/portal/settings/rules',
  reminderSettings: '/portal/settings/reminders',
  ksrSettings: '/portal/settings/ksr',
  embedding: '/portal/settings/embedding',
  languageSettings: '/portal/settings/languages',
  towingSettings: '/portal/settings/towing',
  withdrawalSettings: '/portal/settings/withdrawal',
  support: '/portal/support',
  signIn: '/portal/sign-in',
  forgottenPassword: '/portal/forgotten-password',
};

export function currentRoute(): Route {
  return readRoute(new URL(location.href));
}

export function isOfPortal(url: URL): boolean {
  return /^\/portal(\/|$)/.test(url.pathname);
}
