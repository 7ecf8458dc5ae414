import type { Site } from '@meldewerk/contract/tenant';

/** What messages say about the workshop they come from. */
export type Workshop = Pick<Site, 'name' | 'address' | 'phone' | 'email' | 'colors' | 'timeZone' | 'openingHours'>;

/** `Industriestraße 12, 76185 Karlsruhe` */
export function addressLine({ address }: Pick<Workshop, 'address'>): string {
  return `${address.street}, ${address.postalCode} ${address.city}`;
}
