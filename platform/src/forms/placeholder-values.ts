import type { FormContent, Placeholder } from '@meldewerk/contract/form';
import type { StaffLanguage, LocalizedText } from '@meldewerk/contract/language';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import type { Site } from '@meldewerk/contract/tenant';
import { cleanTyped, isDay, toVin } from '@meldewerk/contract/typed-value';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { placesIn } from './fill-text.ts';

type Typed = Record<string, unknown>;

/** All that placeholders are filled from. `reporter`, `vehicle` and `insurance` as typed or as submitted: both give the same values. */
export type FormFacts = {
  language: StaffLanguage;
  /** The day of signing, at the workshop. */
  day: string;
  reference: string;
  categoryLabel: LocalizedText | null;
  incidentDate: string | null;
  reporter: Typed;
  vehicle: Typed;
  insurance: Typed;
  partner: { name: string; orderNumber: string | null } | null;
  workshop: Pick<Site, 'name' | 'address' | 'phone' | 'email'>;
};

/** `asks`: where the customer can give it. Without, only the workshop can. `ifAny`: many people have none, and a dash says so. */
type Source = { read: (facts: FormFacts) => string; asks?: string[]; ifAny?: true };

const customer = (section: 'reporter' | 'vehicle' | 'insurance', key: string, normalize: (typed: string, facts: FormFacts) => string = (typed) => typed): Source => ({
  read: (facts) => normalize(typedText(facts[section][key]), facts),
  asks: [`${section}.${key}`],
});

const sources: Record<Placeholder, Source> = {
  'kunde.name': { read: ({ reporter }) => fullName(reporter), asks: ['reporter.firstName', 'reporter.lastName'] },
  'kunde.firma': { ...customer('reporter', 'company'), ifAny: true },
  'kunde.strasse': customer('reporter', 'street'),
  'kunde.plz': customer('reporter', 'postalCode'),
  'kunde.ort': customer('reporter', 'city'),
  'kunde.telefon': { ...customer('reporter', 'phone', readablePhone), ifAny: true },
  'kunde.email': { ...customer('reporter', 'email', (typed) => typed.toLowerCase()), ifAny: true },
  'fahrzeug.kennzeichen': customer('vehicle', 'licensePlate', (typed) => readLicensePlate(typed).canonical),
  'fahrzeug.modell': customer('vehicle', 'makeModel'),
  'fahrzeug.fin': customer('vehicle', 'vin', toVin),
  'fahrzeug.erstzulassung': customer('vehicle', 'firstRegistration', (typed, { language }) => readableDay(typed, language)),
  'fahrzeug.hsn': customer('vehicle', 'hsn'),
  'fahrzeug.tsn': customer('vehicle', 'tsn', (typed) => typed.toUpperCase()),
  'fahrzeug.kilometer': customer('vehicle', 'odometerKm', (typed, { language }) => readableNumber(typed, language)),
  'versicherung.name': customer('insurance', 'insurer'),
  'versicherung.police': customer('insurance', 'policyNumber'),
  'versicherung.schadennummer': { read: ({ insurance }) => typedText(insurance['claimNumber']) },
  'schaden.datum': { read: ({ incidentDate, language }) => readableDay(incidentDate ?? '', language), asks: ['answers.incidentDate'] },
  'schaden.art': { read: ({ categoryLabel, language }) => categoryLabel?.[language] ?? '', asks: ['category'] },
  'meldung.nummer': { read: ({ reference }) => reference },
  'partner.name': { read: ({ partner }) => partner?.name ?? '' },
  'partner.auftrag': { read: ({ partner }) => partner?.orderNumber ?? '' },
  'werkstatt.name': { read: ({ workshop }) => workshop.name },
  'werkstatt.strasse': { read: ({ workshop }) => workshop.address.street },
  'werkstatt.plz': { read: ({ workshop }) => workshop.address.postalCode },
  'werkstatt.ort': { read: ({ workshop }) => workshop.address.city },
  'werkstatt.telefon': { read: ({ workshop }) => workshop.phone },
  'werkstatt.email': { read: ({ workshop }) => workshop.email },
  heute: { read: ({ day, language }) => readableDay(day, language) },
};

/** By placeholder, null where there is none. */
export type PlaceholderValues = Record<string, string | null>;

export function placeholderValues(names: Placeholder[], facts: FormFacts): PlaceholderValues {
  return Object.fromEntries(names.map((name) => [name, sources[name].read(facts) || (sources[name].ifAny ? '–' : null)]));
}

/** Where the customer has to add something before these placeholders have a value: `vehicle.vin`, `reporter.city`. */
export function missingPaths(names: Placeholder[], facts: FormFacts): string[] {
  const missing = names.filter((name) => !sources[name].ifAny && !sources[name].read(facts));
  // A name is typed in two fields, and either can be the empty one.
  const paths = missing.flatMap((name) => (sources[name].asks ?? []).filter((path) => name !== 'kunde.name' || !typedText(facts.reporter[path.replace('reporter.', '')])));
  return [...new Set(paths)];
}

/** Those without a value that nobody but the workshop can give. */
export function blanksIn(values: PlaceholderValues): Placeholder[] {
  return (Object.keys(values) as Placeholder[]).filter((name) => values[name] === null && !sources[name].asks);
}

/** What the report itself says: the day and the workshop's own details may change without a form being another one. */
export function comparable(values: PlaceholderValues): PlaceholderValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'heute' && !name.startsWith('werkstatt.')));
}

/** The placeholders of a form, and those without which it is not complete. */
export function placeholdersOf(content: FormContent): { used: Placeholder[]; needed: Placeholder[] } {
  if (content.source === 'text') {
    const used = [...new Set(placesIn(content.text).map(({ name }) => name as Placeholder))];
    return { used, needed: used };
  }
  const named = content.fields.flatMap(({ placeholder, required }) => (placeholder ? [{ placeholder, required }] : []));
  return {
    used: [...new Set(named.map(({ placeholder }) => placeholder))],
    needed: [...new Set(named.filter(({ required }) => required).map(({ placeholder }) => placeholder))],
  };
}

/** `20.11.2026`; nothing for what is no day. */
export function readableDay(day: string, language: StaffLanguage): string {
  if (!isDay(day)) return '';
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

function typedText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? cleanTyped(value).slice(0, 200) : '';
}

function fullName(reporter: Typed): string {
  const [first, last] = [typedText(reporter['firstName']), typedText(reporter['lastName'])];
  return first && last ? `${first} ${last}` : '';
}

function readablePhone(typed: string): string {
  return parsePhoneNumberFromString(typed, 'DE')?.formatInternational() ?? typed;
}

function readableNumber(typed: string, language: StaffLanguage): string {
  const digits = typed.replace(/[.,\s]/g, '');
  return /^\d{1,7}$/.test(digits) ? new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB').format(Number(digits)) : '';
}
