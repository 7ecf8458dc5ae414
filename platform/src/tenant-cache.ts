import type { Tenant } from '@meldewerk/tenants/find';

const maxAgeMs = 10_000;
const maxEntries = 5_000;

/**
 * Remembers who a host label belongs to for ten seconds, also that it belongs to nobody: a suspension is felt that late
 * on other processes. A Map, since `constructor` is a valid host label; bounded, since labels come from strangers.
 */
export function rememberTenants(find: (label: string) => Promise<Tenant | null>): { findTenant: (label: string) => Promise<Tenant | null>; forgetTenant: (label: string) => void } {
  const known = new Map<string, { tenant: Promise<Tenant | null>; until: number }>();
  const findTenant = (label: string) => {
    const entry = known.get(label);
    if (entry && entry.until > performance.now()) return entry.tenant;
    if (known.size >= maxEntries) known.clear();
    const tenant = find(label);
    known.set(label, { tenant, until: performance.now() + maxAgeMs });
    tenant.catch(() => known.delete(label));
    return tenant;
  };
  return { findTenant, forgetTenant: (label) => void known.delete(label) };
}
