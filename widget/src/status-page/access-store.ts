import type { StatusAccess } from '@meldewerk/contract/status-page';

const prefix = 'meldewerk status ';
/** Where the browser allows no storage, for as long as the page lives. */
const kept = new Map<string, string>();

/** The access this device holds for a link, as long as it lasts. What is over leaves the device, whichever link it was for. */
export function readAccess(token: string, now: number): StatusAccess | null {
  for (const key of keys()) if (!(Date.parse(read(key)?.expiresAt ?? '') > now)) remove(key);
  return read(prefix + token);
}

export function writeAccess(token: string, access: StatusAccess): void {
  kept.set(prefix + token, JSON.stringify(access));
  try {
    localStorage.setItem(prefix + token, JSON.stringify(access));
  } catch {
    // A private window without storage: the second factor is asked again after a reload.
  }
}

export function forgetAccess(token: string): void {
  remove(prefix + token);
}

function read(key: string): StatusAccess | null {
  try {
    const text = kept.get(key) ?? localStorage.getItem(key);
    return text ? (JSON.parse(text) as StatusAccess) : null;
  } catch {
    return null;
  }
}

function remove(key: string): void {
  kept.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing can have been stored either.
  }
}

function keys(): string[] {
  try {
    return [...kept.keys(), ...Object.keys(localStorage)].filter((key) => key.startsWith(prefix));
  } catch {
    return [...kept.keys()];
  }
}
