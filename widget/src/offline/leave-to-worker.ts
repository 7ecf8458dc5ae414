import type { StepHost } from '../step.ts';

/** Background Sync, as far as it is used; the compiler does not know it yet. */
type Syncing = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/**
 * Asks the browser to have the report sent by the service worker once there is net, also when this page is closed by then.
 * Answers whether that will happen; everywhere else it goes on when the page is opened again.
 */
export async function leaveToWorker({ drafts, ownPage, photos }: StepHost): Promise<boolean> {
  if (!ownPage || !drafts.lasting || photos?.unkept.length) return false;
  const registration = (await navigator.serviceWorker?.getRegistration().catch(() => undefined)) as Syncing | undefined;
  if (!registration?.active || !registration.sync) return false;
  return registration.sync.register(`meldewerk ${drafts.name}`).then(
    () => true,
    () => false,
  );
}
