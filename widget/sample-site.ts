import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import type { Site } from '@meldewerk/contract/tenant';

/** A workshop with the catalogue that every workshop begins with: what the first load is weighed and timed with. */
export const sampleSite: Site = {
  slug: 'karosserie-muster',
  name: 'Karosserie Muster',
  address: { street: 'Werkstraße 12', postalCode: '76133', city: 'Karlsruhe', country: 'DE' },
  phone: '+49 721 1234567',
  email: 'post@karosserie-muster.example',
  towingPhone: null,
  logoUrl: 'https://karosserie-muster.example/logo',
  colors: { brand: '#14507a', accent: '#f28c28' },
  languages: ['de', 'en', 'tr', 'pl', 'uk', 'ar'],
  timeZone: 'Europe/Berlin',
  openingHours: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  pageUrl: 'https://karosserie-muster.example/',
  catalogueVersion: 1,
  categories: defaultVehicleCatalogue.categories.map(({ questions: _questions, shots: _shots, ...summary }) => summary),
  privacyNotice: { version: 1, text: { de: 'Datenschutzhinweis.', en: 'Privacy notice.' } },
  asksForWishes: true,
};
