import type { Vendor } from './message.ts';

export const faultModes = ['none', 'down', 'slow', 'timeoutAfterAccept', 'rateLimited'] as const;
export type FaultMode = (typeof faultModes)[number];
/** `times` counts the calls that still fail; without it the fault stays until it is switched off. */
export type Fault = { mode: FaultMode; times?: number; delayMs?: number };

export type Faults = {
  current(vendor: Vendor): Fault;
  set(vendor: Vendor, fault: Fault): void;
  /** The fault that this call meets; uses up one of its `times`. */
  meet(vendor: Vendor): Fault;
  onChange(listener: () => void): () => void;
  /** Waits; cut short when the caller hangs up or the simulators close. `null` waits for exactly that. */
  wait(delayMs: number | null, signal: AbortSignal): Promise<void>;
};

export const slowMs = 8000;
const fine: Fault = { mode: 'none' };

/** What is switched to go wrong, for each vendor. Not persisted: a restart begins with healthy vendors. */
export function createFaults(closing: AbortSignal): Faults {
  const faults = new Map<Vendor, Fault>();
  const listeners = new Set<() => void>();
  function set(vendor: Vendor, fault: Fault) {
    faults.set(vendor, fault);
    for (const listener of listeners) listener();
  }
  return {
    current: (vendor) => faults.get(vendor) ?? fine,
    set,
    meet(vendor) {
      const fault = faults.get(vendor) ?? fine;
      if (fault.times !== undefined) set(vendor, fault.times > 1 ? { ...fault, times: fault.times - 1 } : fine);
      return fault;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wait(delayMs, signal) {
      const ended = AbortSignal.any([signal, closing]);
      return new Promise((resolve) => {
        if (ended.aborted) return resolve();
        const timer = delayMs === null ? undefined : setTimeout(resolve, delayMs);
        ended.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
      });
    },
  };
}
