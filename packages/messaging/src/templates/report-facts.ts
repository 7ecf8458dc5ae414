import { channelLabels, coverageLabels, driveTypeLabels, roleLabels, vehicleTypeLabels } from '@meldewerk/contract/labels';
import type { Language } from '@meldewerk/contract/language';
import type { ReportDetail } from '@meldewerk/contract/report';
import { textIn } from '@meldewerk/contract/text-in';
import { inOtherLanguages } from './customer-texts.ts';
import { formatCount, formatDay } from './dates.ts';
import { type Fact, presentFacts } from './mail-block.ts';

/** Everything known about the vehicle, in the order of the form. */
export function vehicleFacts(vehicle: ReportDetail['vehicle'], language: Language): Fact[] {
  const say = labels[language];
  return presentFacts([
    { label: say.licensePlate, value: plateOf(vehicle) },
    { label: say.type, value: vehicle.type && textIn(vehicleTypeLabels[vehicle.type], language) },
    { label: say.makeModel, value: vehicle.makeModel },
    { label: say.firstRegistration, value: vehicle.firstRegistration && formatDay(vehicle.firstRegistration, language) },
    { label: say.vin, value: vehicle.vin },
    { label: 'HSN / TSN', value: [vehicle.hsn, vehicle.tsn].filter(Boolean).join(' / ') },
    { label: say.odometer, value: vehicle.odometerKm === undefined ? undefined : `${formatCount(vehicle.odometerKm, language)} km` },
    { label: say.drive, value: vehicle.driveType && textIn(driveTypeLabels[vehicle.driveType], language) },
    { label: say.leased, value: yesNo(vehicle.leased, language) },
    { label: say.location, value: vehicle.location },
  ]);
}

/** Who pays, in the order of the form. */
export function insuranceFacts(insurance: ReportDetail['insurance'], language: Language): Fact[] {
  const say = labels[language];
  return presentFacts([
    { label: say.coverage, value: textIn(coverageLabels[insurance.coverage], language) },
    { label: say.insurer, value: insurance.insurer },
    { label: say.policyNumber, value: insurance.policyNumber },
    { label: say.claimNumber, value: insurance.claimNumber },
  ]);
}

/** Who reported and how to reach them. */
export function contactFacts(reporter: ReportDetail['reporter'], language: Language): Fact[] {
  const say = labels[language];
  const town = [reporter.postalCode, reporter.city].filter(Boolean).join(' ');
  return presentFacts([
    { label: say.name, value: `${reporter.firstName} ${reporter.lastName}` },
    { label: say.company, value: reporter.company },
    { label: say.role, value: reporter.role && textIn(roleLabels[reporter.role], language) },
    { label: say.phone, value: reporter.phoneDisplay ?? reporter.phone },
    { label: say.email, value: reporter.email },
    { label: say.address, value: [reporter.street, town].filter(Boolean).join('\n') },
    {
      label: say.channel,
      value: reporter.preferredChannel && textIn(channelLabels[reporter.preferredChannel], language),
    },
  ]);
}

function plateOf({ licensePlate, plateCountry }: ReportDetail['vehicle']): string {
  return plateCountry === 'D' ? licensePlate : `${licensePlate} (${plateCountry})`;
}

function yesNo(value: boolean | undefined, language: Language): string | undefined {
  if (value === undefined) return undefined;
  return value ? labels[language].yes : labels[language].no;
}

const german = {
  licensePlate: 'Kennzeichen', type: 'Fahrzeugart', makeModel: 'Marke und Modell', firstRegistration: 'Erstzulassung', vin: 'Fahrgestellnummer (FIN)', odometer: 'Kilometerstand', drive: 'Antrieb', leased: 'Geleast oder finanziert', location: 'Standort des Fahrzeugs', coverage: 'Abrechnung über', insurer: 'Versicherung', policyNumber: 'Versicherungsschein-Nr.', claimNumber: 'Schadennummer', company: 'Firma', role: 'Rolle', phone: 'Telefon', email: 'E-Mail', address: 'Anschrift', channel: 'Am liebsten erreichbar per', name: 'Name', yes: 'Ja', no: 'Nein',
};

const labels: Record<Language, typeof german> = {
  de: german,
  en: { licensePlate: 'Licence plate', type: 'Type of vehicle', makeModel: 'Make and model', firstRegistration: 'First registration', vin: 'Vehicle identification number', odometer: 'Odometer', drive: 'Drive', leased: 'Leased or financed', location: 'Where the vehicle is', coverage: 'Paid by', insurer: 'Insurer', policyNumber: 'Policy number', claimNumber: 'Claim number', company: 'Company', role: 'Role', phone: 'Phone', email: 'E-mail', address: 'Address', channel: 'Best reached by', name: 'Name', yes: 'Yes', no: 'No' },
  ...inOtherLanguages('facts'),
};
