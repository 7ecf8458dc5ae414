import type { LocalizedText } from './language.ts';
import type { PartnerKind } from './partner.ts';
import type { ReportDetail } from './report.ts';

type Reporter = ReportDetail['reporter'];
type Vehicle = ReportDetail['vehicle'];

/** How mails and portal name what a report holds as a code. The widget asks in the customer's own voice ("Meine Vollkasko"). */
export const roleLabels: Record<NonNullable<Reporter['role']>, LocalizedText> = {
  keeper: { de: 'Halter', en: 'Keeper' },
  driver: { de: 'Fahrer', en: 'Driver' },
  policyholder: { de: 'Versicherungsnehmer', en: 'Policyholder' },
  fleet: { de: 'Fuhrpark', en: 'Fleet' },
  other: { de: 'Andere Person', en: 'Another person' },
};

export const channelLabels: Record<NonNullable<Reporter['preferredChannel']>, LocalizedText> = {
  sms: { de: 'SMS', en: 'Text message' },
  email: { de: 'E-Mail', en: 'E-mail' },
  phone: { de: 'Anruf', en: 'Call' },
};

export const vehicleTypeLabels: Record<NonNullable<Vehicle['type']>, LocalizedText> = {
  car: { de: 'Pkw', en: 'Car' },
  estate: { de: 'Kombi / SUV', en: 'Estate / SUV' },
  van: { de: 'Transporter', en: 'Van' },
  motorcycle: { de: 'Motorrad', en: 'Motorcycle' },
  trailer: { de: 'Anhänger', en: 'Trailer' },
};

export const driveTypeLabels: Record<NonNullable<Vehicle['driveType']>, LocalizedText> = {
  petrol: { de: 'Benzin', en: 'Petrol' },
  diesel: { de: 'Diesel', en: 'Diesel' },
  electric: { de: 'Elektro', en: 'Electric' },
  hybrid: { de: 'Hybrid', en: 'Hybrid' },
  gas: { de: 'Gas', en: 'Gas' },
  unknown: { de: 'Nicht bekannt', en: 'Not known' },
};

export const coverageLabels: Record<ReportDetail['insurance']['coverage'], LocalizedText> = {
  thirdPartyLiability: { de: 'Haftpflicht der Gegenseite', en: 'Other party’s liability' },
  fullyComprehensive: { de: 'Vollkasko', en: 'Fully comprehensive' },
  partialCover: { de: 'Teilkasko', en: 'Partial cover' },
  selfPay: { de: 'Selbstzahler', en: 'Paid by the customer' },
  unknown: { de: 'Noch unklar', en: 'Not yet clear' },
};

export const partnerKindLabels: Record<PartnerKind, LocalizedText> = {
  steering: { de: 'Schadensteuerer', en: 'Claims steering partner' },
  leasing: { de: 'Leasinggesellschaft', en: 'Leasing company' },
  insurer: { de: 'Versicherer', en: 'Insurer' },
  fleet: { de: 'Fuhrpark', en: 'Fleet' },
  broker: { de: 'Makler', en: 'Broker' },
};
