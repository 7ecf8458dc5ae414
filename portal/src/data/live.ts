import { liveMessageSchema, type LiveMessage } from '@meldewerk/contract/report';
import * as v from 'valibot';

type LiveListener = {
  onMessage: (message: LiveMessage) => void;
  onConnected: (again: boolean) => void;
  /** `closed`: the server refused the stream instead of just dropping it. */
  onInterrupted: (closed: boolean) => void;
};

const shortestDelayMs = 1_000;
const longestDelayMs = 30_000;

/** Listens for new and changed reports until stopped; comes back by itself, waiting longer each time in vain. */
export function listenLive(listener: LiveListener): { stop: () => void } {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let connectedBefore = false;

  function connect() {
    source = new EventSource('/api/live');
    source.addEventListener('open', () => {
      failures = 0;
      listener.onConnected(connectedBefore);
      connectedBefore = true;
    });
    source.addEventListener('report', (event) => {
      const message = v.safeParse(liveMessageSchema, JSON.parse(event.data));
      if (message.success) listener.onMessage(message.output);
    });
    source.addEventListener('error', () => {
      const closed = source?.readyState === EventSource.CLOSED;
      source?.close();
      listener.onInterrupted(closed);
      retry = setTimeout(connect, delayMs(failures++));
    });
  }

  function connectNow() {
    if (source?.readyState === EventSource.OPEN) return;
    clearTimeout(retry);
    source?.close();
    connect();
  }

  function stop() {
    clearTimeout(retry);
    source?.close();
    window.removeEventListener('online', connectNow);
  }

  window.addEventListener('online', connectNow);
  connect();
  return { stop };
}

/** Spread by half, so that not every portal knocks in the same moment after a restart. */
function delayMs(failures: number): number {
  const full = Math.min(longestDelayMs, shortestDelayMs * 2 ** failures);
  return full / 2 + (Math.random() * full) / 2;
}
