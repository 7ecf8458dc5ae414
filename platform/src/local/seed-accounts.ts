import type { BillingProfile } from '@meldewerk/contract/billing';
import { demoTenant } from './seed-workshop.ts';

/** Who pays for the demo workshop. */
export const demoAccountHolder = 'buchhaltung@karosserie-muster.example';

export type SeedAccount = {
  slug: string;
  name: string;
  email: string;
  phone: string;
  profile: BillingProfile;
  invitedDaysBefore: number;
  /** When the mandate was given; without one the set-up is still open. */
  mandate?: { daysBefore: number; iban: string; quantity: number };
  /** When it was cancelled, to the end of what was paid. */
  cancelledDaysBefore?: number;
};

const inGermany = (street: string, postalCode: string, city: string) => ({ street, postalCode, city, country: 'DE' });

/** Two that pay, one that left, one whose debits fail, one on trial and one that was only invited. Which number does what is written on the payment account. */
export const seedAccounts: SeedAccount[] = [
  {
    slug: 'autohaus-bergmann', name: 'Autohaus Bergmann Karosserie & Lack', email: 'buchhaltung@autohaus-bergmann.example', phone: '+49 7221 555 600', invitedDaysBefore: 141,
    profile: { company: 'Autohaus Bergmann GmbH', address: inGermany('Rheinstraße 101', '76532', 'Baden-Baden'), vatNumber: null },
    mandate: { daysBefore: 140, iban: 'DE89370400440532013000', quantity: 4 },
  },
  {
    slug: 'karosserie-schwarzwald', name: 'Karosserie Schwarzwald', email: 'buero@karosserie-schwarzwald.example', phone: '+49 7441 555 230', invitedDaysBefore: 112,
    profile: { company: 'Karosserie Schwarzwald e. K.', address: inGermany('Murgtalstraße 19', '72250', 'Freudenstadt'), vatNumber: null },
    mandate: { daysBefore: 110, iban: 'DE89370400440532013000', quantity: 1 }, cancelledDaysBefore: 75,
  },
  {
    slug: demoTenant, name: 'Karosserie Muster', email: demoAccountHolder, phone: '+49 721 6695 7700', invitedDaysBefore: 46,
    profile: { company: 'Karosserie Muster GmbH', address: inGermany('Blechnerstraße 12a', '76131', 'Karlsruhe'), vatNumber: 'DE136695976' },
    mandate: { daysBefore: 45, iban: 'DE89370400440532013000', quantity: 2 },
  },
  {
    slug: 'beulendoktor-kehl', name: 'Beulendoktor Kehl', email: 'rechnung@beulendoktor-kehl.example', phone: '+49 7851 555 120', invitedDaysBefore: 43,
    profile: { company: 'Beulendoktor Kehl Inh. Marc Weber', address: inGermany('Hafenstraße 8', '77694', 'Kehl'), vatNumber: null },
    mandate: { daysBefore: 42, iban: 'DE62370400440532013001', quantity: 1 },
  },
  {
    slug: 'lackwerk-sued', name: 'Lackwerk Süd', email: 'buero@lackwerk-sued.example', phone: '+49 761 555 340', invitedDaysBefore: 16,
    profile: { company: 'Lackwerk Süd GmbH & Co. KG', address: inGermany('Industriestraße 12', '79100', 'Freiburg im Breisgau'), vatNumber: null },
    mandate: { daysBefore: 14, iban: 'DE08370400440532013003', quantity: 3 },
  },
  {
    slug: 'unfallzentrum-ortenau', name: 'Unfallzentrum Ortenau', email: 'verwaltung@unfallzentrum-ortenau.example', phone: '+49 781 555 910', invitedDaysBefore: 2,
    profile: { company: 'Unfallzentrum Ortenau GmbH', address: inGermany('Okenstraße 77', '77652', 'Offenburg'), vatNumber: null },
  },
];
