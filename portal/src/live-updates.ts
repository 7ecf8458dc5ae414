import type { ReportMessage } from '@meldewerk/contract/report';
import { noteArrival } from './arrivals.ts';
import { listenLive } from './data/live.ts';
import { fetchSession } from './data/staff.ts';

let stream: { stop: () => void } | undefined;
let interrupted = false;

/** Tells `report` and `presence` (each a LiveReportEvent), `settings` when the workshop's own words or rules may be others, `connected` when what was read before may have been overtaken, and `connection` when `isInterrupted` changes. */
export const liveUpdates = new EventTarget();

export class LiveReportEvent extends Event {
  readonly message: ReportMessage;

  constructor(type: 'report' | 'presence', message: ReportMessage) {
    super(type);
    this.message = message;
  }
}

export function isInterrupted(): boolean {
  return interrupted;
}

export function startLiveUpdates() {
  stream ??= listenLive({
    onMessage(message) {
      if (message.kind === 'settingsChanged') return void liveUpdates.dispatchEvent(new Event('settings'));
      if (message.kind === 'reportSubmitted') noteArrival(message.reportId);
      liveUpdates.dispatchEvent(new LiveReportEvent(message.kind === 'presenceChanged' ? 'presence' : 'report', message));
    },
    onConnected() {
      setInterrupted(false);
      liveUpdates.dispatchEvent(new Event('connected'));
    },
    onInterrupted(closed) {
      setInterrupted(true);
      // A refused stream is how an ended session shows while nobody clicks.
      if (closed && navigator.onLine) void fetchSession().catch(() => undefined);
    },
  });
}

export function stopLiveUpdates() {
  stream?.stop();
  stream = undefined;
  setInterrupted(false);
}

function setInterrupted(next: boolean) {
  if (interrupted === next) return;
  interrupted = next;
  liveUpdates.dispatchEvent(new Event('connection'));
}
