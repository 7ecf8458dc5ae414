import { sendOutbox } from './send-outbox.ts';
import { answerWithoutNet, dropOldShells, keepShell } from './shell.ts';
import { workerScope } from './worker-scope.ts';

/**
 * Stands between the workshop's own page and the net: opens the page without net, and sends what was pressed to send when
 * its tab is gone. A new version waits until no page of the old one is open.
 */
workerScope.addEventListener('install', (event) => {
  // Staff work on the same origin: where the browser can be told, their pages never wait for this worker.
  void event.addRoutes?.([{ condition: { urlPattern: { pathname: '/portal*' } }, source: 'network' }]).catch(() => {});
  event.waitUntil(keepShell());
});

workerScope.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => workerScope.clients.claim()));
});

workerScope.addEventListener('fetch', (event) => {
  const answer = answerWithoutNet(event.request);
  if (answer) event.respondWith(answer);
});

workerScope.addEventListener('sync', (event) => {
  event.waitUntil(sendOutbox(event.tag));
});
