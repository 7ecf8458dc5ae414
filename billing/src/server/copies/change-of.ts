import { BillingFault } from '../billing-fault.ts';

/** What a copy came to. `older`: a newer version was there, and stays. */
export type Change = 'new' | 'changed' | 'older';

/** Reads what an upsert that spares newer versions returned: nothing when it spared one. */
export function changeOf([row]: { isNew: boolean }[]): Change {
  return row ? (row.isNew ? 'new' : 'changed') : 'older';
}

/** Chargebee counts milliseconds in it. Where it leaves it out, the second of the last change stands in for it. */
export function versionOf(resource: { resource_version?: number; updated_at?: number }): number {
  return resource.resource_version ?? (resource.updated_at ?? 0) * 1000;
}

/** Chargebee's instants are whole seconds. */
export function fromSeconds(seconds: number): Date;
export function fromSeconds(seconds: number | undefined): Date | null;
export function fromSeconds(seconds: number | undefined): Date | null {
  return seconds === undefined ? null : new Date(seconds * 1000);
}

/** What belongs to another customer is never written into this workshop's books. */
export function mustBeOf(tenantId: string, customerId: string | undefined): void {
  if (customerId !== tenantId) throw new BillingFault('forbidden');
}
