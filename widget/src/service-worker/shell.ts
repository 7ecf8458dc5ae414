import type { Site } from '@meldewerk/contract/tenant';

/** What the build knows: every file that the page needs without net, and the very widget.js that they belong to. */
declare const BUILT: { version: string; widget: { sha256: string; length: number }; files: readonly string[] };

const shellName = `meldewerk shell ${BUILT.version}`;
/** What the workshop last said of itself, to everybody: it outlives a new version. */
const workshopName = 'meldewerk workshop';
const pageFiles = ['/', '/files/tenant-page.css', '/files/icon.svg'];
const patienceMs = 4_000;

/** Once the net has kept somebody waiting, the rest of the page does not wait for it again. */
let hurriedUntil = 0;

/** The whole page as this version has it, or nothing of it. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(shellName);
  await cache.addAll([...BUILT.files, ...pageFiles].map((path) => plainRequest(path)));
  const widget = await fetch(plainRequest('/widget.js', 'no-cache'));
  if (!(await isOfThisVersion(widget))) throw new Error('widget.js is of another version');
  await cache.put('/widget.js', widget);
  await keepWorkshop().catch(() => {});
}

/** The pages open now belong to this version or to the net: what older versions kept goes. */
export async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('meldewerk shell ') && name !== shellName).map((name) => caches.delete(name)));
}

/**
 * The answer to a request that the page needs without net too; null for everything else, which the worker does not touch:
 * the portal, everything under a bearer, everything that changes something.
 */
export function answerWithoutNet(request: Request): Promise<Response> | null {
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || request.headers.has('authorization')) return null;
  if (request.mode === 'navigate') return isOwnPage(pathname) ? netFirst(request, '/', shellName, pathname === '/') : null;
  if (pathname.startsWith('/widget/assets/')) return keptFirst(request, pathname);
  if (pathname === '/widget.js' || pageFiles.includes(pathname)) return netFirst(request, pathname, shellName, true);
  if (pathname === '/api/site' || pathname === '/logo' || pathname.startsWith('/api/catalogues/')) return netFirst(request, pathname, workshopName, true);
  return null;
}

/** The page is the same at every one of these addresses: it asks by itself what a token is worth. */
function isOwnPage(pathname: string): boolean {
  return pathname === '/' || /^\/[hmsu](\/[^/]+)?$/.test(pathname);
}

/** What the net says; what is kept when it says nothing, or only that it cannot. */
async function netFirst(request: Request, path: string, cacheName: string, keep: boolean): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path, { ignoreVary: true });
  const asked = fetch(request).then((answer) => {
    if (!kept || answer.status < 500) return answer;
    throw new Error(`status ${answer.status}`);
  });
  // The page gets its answer first.
  if (keep) void asked.then((answer) => keepAnswer(cache, path, answer.clone())).catch(() => {});
  if (!kept) return asked;
  return Promise.race([asked.catch(() => kept), waited().then(() => kept)]);
}

async function waited(): Promise<void> {
  if (Date.now() < hurriedUntil) return;
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  hurriedUntil = Date.now() + 30_000;
}

/** Their names say what is in them: the same name is never another file. */
async function keptFirst(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(shellName);
  const kept = await cache.match(path, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) void cache.put(path, answer.clone()).catch(() => {});
  return answer;
}

async function keepWorkshop(): Promise<void> {
  const cache = await caches.open(workshopName);
  const answer = await fetch(plainRequest('/api/site'));
  const site = (await answer.clone().json()) as Site;
  await keepAnswer(cache, '/api/site', answer);
  const others = [`/api/catalogues/${site.catalogueVersion}`, ...(site.logoUrl ? ['/logo'] : [])];
  for (const path of others) await keepAnswer(cache, path, await fetch(plainRequest(path)));
}

async function keepAnswer(cache: Cache, path: string, answer: Response): Promise<void> {
  if (!answer.ok || (path === '/widget.js' && !(await isOfThisVersion(answer)))) return;
  await cache.put(path, answer);
  if (!path.startsWith('/api/catalogues/')) return;
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/api/catalogues/') && pathname !== path) await cache.delete(pathname);
  }
}

function plainRequest(path: string, cache: RequestCache = pageFiles.includes(path) ? 'no-cache' : 'default'): Request {
  return new Request(path, { credentials: 'omit', cache });
}

/**
 * Whether it is the widget.js that the kept files belong to. Each workshop's begins with what the workshop says of itself,
 * and ends as it was built.
 */
async function isOfThisVersion(widget: Response): Promise<boolean> {
  const built = (await widget.clone().arrayBuffer()).slice(-BUILT.widget.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', built));
  return widget.ok && Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') === BUILT.widget.sha256;
}
