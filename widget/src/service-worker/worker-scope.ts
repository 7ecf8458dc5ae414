/** What a service worker has that a page has not; the compiler's own description cannot stand beside the page's. */
type Lasting = { waitUntil(work: Promise<unknown>): void };
type Route = { condition: { urlPattern: { pathname: string } }; source: 'network' };

export type InstallEvent = Event & Lasting & { addRoutes?(routes: Route[]): Promise<void> };
export type FetchEvent = Event & Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
export type SyncEvent = Event & Lasting & { tag: string; lastChance: boolean };

type WorkerScope = {
  location: Location;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install', listener: (event: InstallEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: Event & Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
};

export const workerScope = globalThis as unknown as WorkerScope;
