const unseen = new Set<string>();

/** Reports that came in while the portal was open and that nobody has opened yet; tells `change`. */
export const arrivals = new EventTarget();

export function arrivalCount(): number {
  return unseen.size;
}

export function noteArrival(reportId: string) {
  unseen.add(reportId);
  arrivals.dispatchEvent(new Event('change'));
}

export function forgetArrival(reportId: string) {
  if (unseen.delete(reportId)) arrivals.dispatchEvent(new Event('change'));
}
