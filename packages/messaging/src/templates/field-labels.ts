import type { LocalizedText } from '@meldewerk/contract/language';
import type { ReportDetail } from '@meldewerk/contract/report';

type Reporter = ReportDetail['reporter'];
type Vehicle = ReportDetail['vehicle'];

export const roleLabels: Record<NonNullable<Reporter['role']>, LocalizedText> = {
  keeper: { de: 'Halter/in', en: 'Registered keeper' },
  driver: { de: 'Fahrer/in', en: 'Driver' },
  policyholder: { de: 'Versicherungsnehmer/in', en: 'Policyholder' },
  fleet: { de: 'Fuhrpark', en: 'Fleet' },
  other: { de: 'Andere', en: 'Other' },
};

export const channelLabels: Record<NonNullable<Reporter['preferredChannel']>, LocalizedText> = {
  sms: { de: 'SMS', en: 'Text message' },
  email: { de: 'E-Mail', en: 'E-mail' },
  phone: { de: 'Telefon', en: 'Phone' },
};

export const vehicleTypeLabels: Record<NonNullable<Vehicle['type']>, LocalizedText> = {
  car: { de: 'Pkw', en: 'Car' },
  estate: { de: 'Kombi', en: 'Estate' },
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
  unknown: { de: 'Weiß ich nicht', en: 'I do not know' },
};

export const coverageLabels: Record<ReportDetail['insurance']['coverage'], LocalizedText> = {
  thirdPartyLiability: { de: 'Haftpflicht der Gegenseite', en: 'Other party’s liability' },
  fullyComprehensive: { de: 'Vollkasko', en: 'Fully comprehensive' },
  partialCover: { de: 'Teilkasko', en: 'Partial cover' },
  selfPay: { de: 'Selbstzahler', en: 'I pay myself' },
  unknown: { de: 'Weiß ich nicht', en: 'I do not know' },
};
