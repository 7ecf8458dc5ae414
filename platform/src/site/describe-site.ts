import type { Site } from '@meldewerk/contract/tenant';
import { originOf } from '../config.ts';
import { currentCatalogue } from '../catalogues/find-catalogue.ts';
import type { Scope } from '../http/scope.ts';

/** What anybody may know of this workshop. */
export async function describeSite(scope: Scope): Promise<Site> {
  const { tenant, services } = scope;
  const { settings } = tenant;
  const origin = originOf(services.config, tenant.slug);
  const catalogue = await currentCatalogue(scope);
  return {
    slug: tenant.slug,
    name: settings.name,
    address: settings.address,
    phone: settings.phone,
    email: settings.email,
    towingPhone: settings.towingPhone,
    logoUrl: settings.logo ? `${origin}/logo` : null,
    colors: settings.colors,
    languages: settings.languages,
    timeZone: settings.timeZone,
    openingHours: settings.openingHours,
    pageUrl: `${origin}/`,
    catalogueVersion: catalogue.version,
    categories: catalogue.categories.map(({ questions: _questions, shots: _shots, ...summary }) => summary),
    privacyNotice: settings.privacyNotice,
    asksForWishes: settings.appointments.enabled,
  };
}
