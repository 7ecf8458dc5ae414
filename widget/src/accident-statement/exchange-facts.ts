import { otherSide, type AccidentValue } from '@meldewerk/contract/accident-fields';
import type { AccidentChanges, AccidentStatement } from '@meldewerk/contract/accident-statement';
import type { Draft, Typed } from '../draft.ts';

type Known = Pick<Draft, 'answers' | 'vehicle' | 'insurance' | 'reporter'>;

/** What the report says already, for the statement of driver A. */
export function factsForStatement({ answers, vehicle, insurance, reporter }: Known): AccidentChanges {
  const text = (value: Typed | undefined) => (typeof value === 'string' ? value.trim() : '');
  const name = [text(reporter['firstName']), text(reporter['lastName'])].filter(Boolean).join(' ');
  const address = [text(reporter['street']), [text(reporter['postalCode']), text(reporter['city'])].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const contact = text(reporter['phone']) || text(reporter['email']);
  const drives = reporter['role'] === 'driver' || reporter['role'] === 'keeper' || reporter['role'] === undefined;
  const owns = reporter['role'] === 'policyholder' || reporter['role'] === 'keeper' || reporter['role'] === undefined;
  const ticked = answers['circumstances'];
  const facts: Record<string, AccidentValue | undefined> = {
    'shared.date': text(answers['incidentDate']), 'shared.time': text(answers['incidentTime']), 'shared.place': text(answers['incidentPlace']).slice(0, 200), 'shared.witnesses': text(answers['witnesses']).slice(0, 1000),
    'shared.injured': typeof answers['injured'] === 'boolean' ? answers['injured'] : undefined,
    'a.plate': text(vehicle['licensePlate']).slice(0, 20), 'a.makeModel': text(vehicle['makeModel']).slice(0, 120), 'a.plateCountry': text(vehicle['plateCountry']),
    'a.insurer': text(insurance['insurer']).slice(0, 120), 'a.policyNumber': text(insurance['policyNumber']).slice(0, 60),
    ...(drives ? { 'a.driverName': name.slice(0, 120), 'a.driverAddress': address.slice(0, 200), 'a.driverPhone': contact.slice(0, 120) } : {}),
    ...(owns ? { 'a.policyholderName': name.slice(0, 120), 'a.policyholderAddress': address.slice(0, 200), 'a.policyholderContact': contact.slice(0, 120) } : {}),
    'a.circumstances': Array.isArray(ticked) ? ticked : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
}

/** What the finished statement answers of the report's questions. */
export function factsForReport({ side, content }: Pick<AccidentStatement, 'side' | 'content'>): Record<string, Typed> {
  const other = otherSide(side);
  const text = (path: string) => (typeof content[path] === 'string' ? content[path] : '');
  const phone = text(`${other}.driverPhone`);
  const facts: Record<string, Typed | undefined> = {
    accidentStatement: true,
    otherPartyKnown: true,
    incidentDate: text('shared.date'), incidentTime: text('shared.time'), incidentPlace: text('shared.place'), witnesses: text('shared.witnesses'),
    injured: typeof content['shared.injured'] === 'boolean' ? content['shared.injured'] : undefined,
    circumstances: Array.isArray(content[`${side}.circumstances`]) ? (content[`${side}.circumstances`] as string[]) : undefined,
    otherPartyPlate: text(`${other}.plate`), otherPartyName: text(`${other}.policyholderName`) || text(`${other}.driverName`), otherPartyAddress: text(`${other}.policyholderAddress`) || text(`${other}.driverAddress`),
    // The statement takes an e-mail as well; the report asks for a number.
    otherPartyPhone: /^[+\d][\d\s/()-]{5,}$/.test(phone) ? phone : '',
    otherPartyInsurer: text(`${other}.insurer`), otherPartyPolicyNumber: text(`${other}.policyNumber`) || text(`${other}.greenCardNumber`),
  };
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Typed] => entry[1] !== undefined && entry[1] !== ''));
}
