import type { Letterhead } from '@meldewerk/documents/documents';
import type { TenantSettings } from '@meldewerk/tenants/settings';

/** What stands at the head of a workshop's papers. */
export function letterheadOf({ name, address, phone, email, colors, logo }: TenantSettings): Letterhead {
  return {
    name,
    street: address.street,
    postalCode: address.postalCode,
    city: address.city,
    phone,
    email,
    color: colors.brand,
    logo: logo?.mediaType === 'image/png' ? new Uint8Array(Buffer.from(logo.base64, 'base64')) : null,
  };
}
