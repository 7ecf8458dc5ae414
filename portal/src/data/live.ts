import { liveMessageSchema, type LiveMessage } from '@meldewerk/contract/report';
import * as v from 'valibot';

type LiveListener = {
  onMessage: (message: LiveMessage) => void;
  /** What happened before went unheard. */
  onConnected: () => void;
  /** `closed`: the server refused the stream instead of just dropping it. */
  onInterrupted: (closed: boolean) => void;
};
type Told = { kind: 'message'; message: LiveMessage } | { kind: 'connected' } | { kind: 'interrupted'; closed: boolean };

const name = 'portal-live';
const shortestDelayMs = 1_000;
const longestDelayMs = 30_000;

/**
 * Listens for new and changed reports until stopped. However many tabs are open, one of them holds the stream and tells
 * the others: without HTTP/2 a browser allows six connections to a server, and six streams would be all of them.
 */
export function listenLive(listener: LiveListener): { stop: () => void } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const otherTabs = new BroadcastChannel(name);
  const hear = (told: Told) => {
    if (told.kind === 'message') listener.onMessage(told.message);
    else if (told.kind === 'connected') listener.onConnected();
    else listener.onInterrupted(told.closed);
  };
  otherTabs.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
  const tell = (told: Told) => {
    hear(told);
    otherTabs.postMessage(told);
  };
  signal.addEventListener('abort', () => otherTabs.close());
  void whenItIsOurTurn(signal, () => holdStream(signal, (told) => !signal.aborted && tell(told)));
  return { stop: () => stopping.abort() };
}

/** Runs `hold` in one tab at a time. */
async function whenItIsOurTurn(signal: AbortSignal, hold: () => Promise<void>) {
  // Browsers keep locks from pages that came over plain http; there each tab has its own stream.
  if (!('locks' in navigator)) return hold();
  await navigator.locks.request(name, { signal }, hold).catch(() => undefined);
}

/** Keeps the stream open until `signal`; comes back by itself, waiting longer each time in vain. */
function holdStream(signal: AbortSignal, tell: (told: Told) => void): Promise<void> {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function connect() {
    source = new EventSource('/api/live');
    source.addEventListener('open', () => {
      failures = 0;
      tell({ kind: 'connected' });
    });
    source.addEventListener('report', (event) => {
      const message = v.safeParse(liveMessageSchema, JSON.parse(event.data));
      if (message.success) tell({ kind: 'message', message: message.output });
    });
    source.addEventListener('error', () => {
      const closed = source?.readyState === EventSource.CLOSED;
      source?.close();
      tell({ kind: 'interrupted', closed });
      retry = setTimeout(connect, delayMs(failures++));
    });
  }

  function connectNow() {
    if (source?.readyState === EventSource.OPEN) return;
    clearTimeout(retry);
    source?.close();
    connect();
  }

  window.addEventListener('online', connectNow, { signal });
  connect();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      clearTimeout(retry);
      source?.close();
      resolve();
    });
  });
}

/** Spread by half, so that not every portal knocks in the same moment after a restart. */
function delayMs(failures: number): number {
  const full = Math.min(longestDelayMs, shortestDelayMs * 2 ** failures);
  return full / 2 + (Math.random() * full) / 2;
}
