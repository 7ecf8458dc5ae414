const key = 'billing.returnTo';
const keptMs = 3_600_000;

/** Keeps where somebody was when they asked for a link: it may open in another tab. */
export function keepPlace() {
  const path = location.pathname + location.search;
  if (!/^\/(sign-in|invitation|confirm-email)\b/.test(path)) localStorage.setItem(key, JSON.stringify({ path, at: Date.now() }));
}

/** Once, and within an hour. */
export function placeToReturnTo(): string | null {
  const kept = localStorage.getItem(key);
  localStorage.removeItem(key);
  if (!kept) return null;
  const { path, at } = JSON.parse(kept) as { path: string; at: number };
  return Date.now() - at < keptMs ? path : null;
}
