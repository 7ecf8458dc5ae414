import type { ReactiveControllerHost } from 'lit';
import type { StepHost } from '../step.ts';
import { followPageLanguage } from '../page-language.ts';
import { NetworkBar } from './network-bar.ts';

const bars = new WeakMap<StepHost, NetworkBar>();

/**
 * From the second step on: says when there is no net, and on the workshop's own page brings what opens it without net. Comes
 * after everything that the customer waits for.
 */
export async function stayUsable(host: StepHost & ReactiveControllerHost): Promise<void> {
  if (bars.has(host)) return;
  bars.set(host, new NetworkBar(host));
  if (host.ownPage) followPageLanguage();
  if (host.ownPage && host.api.origin === location.origin && 'serviceWorker' in navigator) whenIdle(register);
}

function register(): void {
  // Where the browser refuses, everything goes on as before.
  navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => {});
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 2_000);
}
