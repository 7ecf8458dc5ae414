/** What a host name stands for. Everything that is no tenant looks alike from outside. */
export type HostMeaning = { kind: 'apex' } | { kind: 'label'; label: string } | { kind: 'unknown' };

/**
 * Reads the value of a Host header: port and one trailing dot are dropped, case is folded. Anything but the base
 * domain or exactly one plain label before it is unknown.
 */
export function readHost(host: string | null | undefined, baseDomain: string): HostMeaning {
  const name = /^([a-z0-9.-]{1,253}?)\.?(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  if (!name) return { kind: 'unknown' };
  if (name === baseDomain) return { kind: 'apex' };
  if (!name.endsWith(`.${baseDomain}`)) return { kind: 'unknown' };
  const label = name.slice(0, -baseDomain.length - 1);
  return label.includes('.') ? { kind: 'unknown' } : { kind: 'label', label };
}
