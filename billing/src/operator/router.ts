export type Route =
  | { page: 'workshops'; search: string }
  | { page: 'new-workshop' }
  | { page: 'workshop'; tenantId: string }
  | { page: 'events'; search: string }
  | { page: 'event'; eventId: string }
  | { page: 'figures' }
  | { page: 'password'; token: string }
  | { page: 'sign-in' }
  | { page: 'not-found' };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which page an address means. The command leads to `/password`, with its secret behind `#`. */
export function readRoute(url: URL): Route {
  const [first = 'workshops', second, ...rest] = url.pathname.split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'not-found' };
  if (second === undefined) {
    switch (first) {
      case 'workshops':
      case 'events': return { page: first, search: url.search };
      case 'figures':
      case 'sign-in': return { page: first };
      case 'password': return { page: 'password', token: url.hash.slice(1) };
    }
  } else if (first === 'workshops') {
    if (second === 'new') return { page: 'new-workshop' };
    if (uuid.test(second)) return { page: 'workshop', tenantId: second.toLowerCase() };
  } else if (first === 'events' && /^[\w-]{1,100}$/.test(second)) {
    return { page: 'event', eventId: second };
  }
  return { page: 'not-found' };
}

export function currentRoute(): Route {
  return readRoute(new URL(location.href));
}

export const paths = {
  workshops: '/workshops',
  newWorkshop: '/workshops/new',
  workshop: (tenantId: string) => `/workshops/${tenantId}`,
  events: '/events',
  eventsOf: (tenantId: string) => `/events?workshop=${tenantId}`,
  event: (eventId: string) => `/events/${eventId}`,
  figures: '/figures',
  signIn: '/sign-in',
};
