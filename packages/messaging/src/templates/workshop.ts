import type { Site } from '@meldewerk/contract/tenant';

/** What messages say about the workshop they come from. */
export type Workshop = Pick<Site, 'name' | 'address' | 'phone' | 'email' | 'colors' | 'timeZone' | 'openingHours'>;

/** Whom a mail is from, at its head and foot: a workshop, or the operator, who has no street and phone here. */
export type MailSender = Pick<Workshop, 'name' | 'email'> & { colors: Pick<Workshop['colors'], 'brand'> } & Partial<Pick<Workshop, 'address' | 'phone'>>;

/** `Industriestraße 12, 76185 Karlsruhe` */
export function addressLine({ address }: Pick<Workshop, 'address'>): string {
  return `${address.street}, ${address.postalCode} ${address.city}`;
}
