/** Tells `route` whenever the address changes, by a click on a link, by the browser's back and forward, or by `navigate`. */
export const router = new EventTarget();

/** Asks the page whether it may be left, for as long as it holds the address. */
type Guard = () => Promise<boolean>;
let guard: Guard | undefined;
let shownAddress = '';
let isOurs: (url: URL) => boolean = () => false;

/** Whoever leaves the page is asked by `mayLeave` first, whichever way they go; call the answer to let go. */
export function holdPage(mayLeave: Guard): () => void {
  guard = mayLeave;
  return () => {
    if (guard === mayLeave) guard = undefined;
  };
}

/** Asks the page that holds the address; who may leave once need not be asked again. */
export async function mayLeavePage(): Promise<boolean> {
  if (guard && !(await guard())) return false;
  guard = undefined;
  return true;
}

export function navigate(path: string, how: 'push' | 'replace' = 'push') {
  const { pathname } = new URL(path, location.href);
  if (pathname !== location.pathname) return void whenFree(() => go(path, how));
  go(path, how);
}

/** Links to addresses of this origin that are `ours` change the page without loading it anew; the browser follows all others. */
export function startRouter(ours: (url: URL) => boolean) {
  isOurs = ours;
  history.scrollRestoration = 'manual';
  shownAddress = location.href;
  window.addEventListener('popstate', followHistory);
  window.addEventListener('hashchange', showRoute);
  document.addEventListener('click', followLink);
}

function go(path: string, how: 'push' | 'replace') {
  if (how === 'replace') history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  showRoute();
}

/** The browser has gone already: the address is put back while the page is asked. */
function followHistory() {
  const held = new URL(shownAddress || location.href);
  if (!guard || held.pathname === location.pathname) return showRoute();
  history.pushState(null, '', held);
  whenFree(() => history.back());
}

function whenFree(leave: () => void) {
  if (!guard) return leave();
  void mayLeavePage().then((agreed) => agreed && leave());
}

function showRoute() {
  shownAddress = location.href;
  router.dispatchEvent(new Event('route'));
}

function followLink(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !isOurs(url)) return;
  if (url.hash && url.pathname === location.pathname && url.search === location.search) return;
  event.preventDefault();
  navigate(url.pathname + url.search + url.hash);
}
