import { joinedImportFields, type ImportField } from '@meldewerk/contract/import';
import type { TableRow } from './table-row.ts';

export type ImportColumn = { heading: string; field: ImportField | null; example: string };

/** Headings as lists of customers have them, without case, accents and signs. */
const headings: Record<ImportField, string> = {
  firstName: 'vorname firstname givenname rufname',
  lastName: 'nachname familienname zuname lastname surname familyname',
  name: 'name kunde kundenname halter fahrzeughalter versicherungsnehmer ansprechpartner fahrer customer customername fullname vorundnachname vorname+nachname namevorname nachnamevorname keeper driver',
  company: 'firma firmenname unternehmen company companyname organisation organization betrieb',
  phone: 'handy handynummer handynr mobil mobilnummer mobilnr mobiltelefon telmobil telefonmobil mobile mobilephone mobilenumber cell cellphone telefon telefonnummer telefonnr tel phone phonenumber rufnummer telefonprivat telprivat',
  email: 'email emailadresse mail mailadresse emailaddress',
  street: 'hausnummer hausnr strasse strassehausnummer strassehausnr strasseundhausnummer anschrift adresse street address',
  postalCode: 'plz postleitzahl postalcode zip zipcode postcode',
  city: 'ort stadt wohnort city town',
  licensePlate: 'kennzeichen amtlicheskennzeichen kfzkennzeichen kfzkz kennz kz licenseplate licenceplate plate registrationnumber registration',
  makeModel: 'fahrzeug fahrzeugmodell modell marke markemodell markeundmodell fahrzeugtyp typ hersteller vehicle model make makemodel makeandmodel car',
  vin: 'fin fahrgestellnummer fahrgestellnr fahrzeugidentnr fahrzeugidentnummer fahrzeugidentifizierungsnummer fahrzeugidentifikationsnummer vin vinnumber chassisnumber',
  firstRegistration: 'erstzulassung ez datumerstzulassung firstregistration dateoffirstregistration',
  insurer: 'versicherung versicherer versicherungsgesellschaft insurer insurance insurancecompany',
  policyNumber: 'police policennummer policennr policenummer versicherungsscheinnummer versicherungsscheinnr versicherungsnummer vsnr vertragsnummer policy policynumber policyno',
  claimNumber: 'schadennummer schadennr schadensnummer schadensnr schadenummer claim claimnumber claimno claimreference',
  category: 'schadenart schadensart art schadenskategorie kategorie category kindofdamage damagetype',
  language: 'sprache language',
};
/** For the headings nobody thought of: what they have in them. */
const hints: [RegExp, ImportField][] = [
  [/kennz/, 'licensePlate'], [/handy|mobil/, 'phone'], [/mail/, 'email'], [/fahrgestell/, 'vin'], [/schaden.*(nr|nummer)/, 'claimNumber'],
  [/polic|versicherungsschein/, 'policyNumber'], [/erstzul/, 'firstRegistration'],
];

/** Where a list has both, this is where an SMS arrives. */
const mobile = /handy|mobil|cell/;
const fieldOfHeading = new Map((Object.entries(headings) as [ImportField, string][]).flatMap(([field, words]) => words.split(' ').map((word) => [word, field] as const)));

/** Reads the headings; a field is taken once, unless it is often kept in two columns. "Name" beside "Vorname" is the family name. */
export function recognizeColumns([heading, ...rows]: TableRow[]): ImportColumn[] {
  const width = Math.max(...[heading, ...rows].map((row) => row?.cells.length ?? 0));
  const taken = new Set<ImportField>();
  const folded = Array.from({ length: width }, (_, index) => fold(heading?.cells[index] ?? ''));
  const hasMobile = folded.some((word) => fieldOf(word) === 'phone' && mobile.test(word));
  const columns = Array.from({ length: width }, (_, index) => {
    const text = heading?.cells[index] ?? '';
    const word = folded[index] ?? '';
    const found = fieldOf(word);
    const free = found && (!taken.has(found) || joinedImportFields.includes(found)) && !(found === 'phone' && hasMobile && !mobile.test(word));
    const field = free ? found : null;
    if (field) taken.add(field);
    return { heading: text, field, example: rows.find(({ cells }) => cells[index])?.cells[index] ?? '' };
  });
  if (!taken.has('firstName') || taken.has('lastName')) return columns;
  return columns.map((column) => (column.field === 'name' ? { ...column, field: 'lastName' } : column));
}

function fieldOf(word: string): ImportField | undefined {
  return fieldOfHeading.get(word) ?? hints.find(([hint]) => hint.test(word))?.[1];
}

function fold(heading: string): string {
  return heading.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replace(/[^a-z]/g, '');
}
