import { readLicensePlate } from '@meldewerk/contract/license-plate';
import { preparationSchema, type Preparation, type PreparationInput } from '@meldewerk/contract/preparation';
import { toVin } from '@meldewerk/contract/typed-value';
import * as v from 'valibot';

/** What stands in the fields: text as typed. */
export type TypedPreparation = {
  firstName: string; lastName: string; phone: string; email: string; company: string; street: string; postalCode: string; city: string;
  licensePlate: string; plateCountry: string; makeModel: string; type: string; firstRegistration: string; vin: string; hsn: string; tsn: string; odometerKm: string;
  category: string; incidentDate: string;
  coverage: string; insurer: string; policyNumber: string; claimNumber: string;
  partnerId: string; orderNumber: string;
  language: string;
};
export type FieldName = keyof TypedPreparation;

export function emptyTyped(): TypedPreparation {
  return {
    firstName: '', lastName: '', phone: '', email: '', company: '', street: '', postalCode: '', city: '',
    licensePlate: '', plateCountry: 'D', makeModel: '', type: '', firstRegistration: '', vin: '', hsn: '', tsn: '', odometerKm: '',
    category: '', incidentDate: '',
    coverage: 'unknown', insurer: '', policyNumber: '', claimNumber: '',
    partnerId: '', orderNumber: '',
    language: 'de',
  };
}

export function typedFrom({ reporter, vehicle, insurance, partner, category, incidentDate, language }: Preparation): TypedPreparation {
  const known = {
    ...reporter, ...vehicle, ...insurance, category, incidentDate, language,
    odometerKm: vehicle.odometerKm?.toString(), partnerId: partner?.id, orderNumber: partner?.orderNumber,
  };
  const typed = emptyTyped();
  for (const name of Object.keys(typed) as FieldName[]) typed[name] = known[name] ?? typed[name];
  return typed;
}

/** A field as it is stored: the plate in its usual spelling, numbers without gaps. */
export function tidied(name: FieldName, value: string): string {
  const text = value.trim();
  switch (name) {
    case 'licensePlate': return readLicensePlate(text).canonical;
    case 'vin': return toVin(text);
    case 'tsn':
    case 'plateCountry': return text.toUpperCase();
    case 'odometerKm': return text.replace(/[\s.]|km$/gi, '');
    default: return text;
  }
}

export type Fault = { field: FieldName; kind: 'reach' | 'wrong' };

/** What can be sent, or the faults by field in the order of the page. */
export function readTyped(typed: TypedPreparation): { preparation: PreparationInput; faults: Fault[] } {
  const preparation = inputOf(typed);
  const { issues = [] } = v.safeParse(preparationSchema, preparation);
  const faulty = new Map<FieldName, Fault>();
  for (const issue of issues) {
    const field = fieldOfPath(v.getDotPath(issue) ?? '');
    if (field && !faulty.has(field)) faulty.set(field, { field, kind: issue.message === 'phone or email' ? 'reach' : 'wrong' });
  }
  if (!typed.phone.trim() && !typed.email.trim()) faulty.set('phone', { field: 'phone', kind: 'reach' });
  return { preparation, faults: (Object.keys(emptyTyped()) as FieldName[]).flatMap((name) => faulty.get(name) ?? []) };
}

/** `reporter.phone` is the field `phone`; `partner.id` is the drop-down. */
export function fieldOfPath(path: string): FieldName | undefined {
  const name = path.replace(/^preparation\./, '');
  if (name.startsWith('partner')) return name.endsWith('orderNumber') ? 'orderNumber' : 'partnerId';
  const last = name.split('.').at(-1) ?? '';
  return last in emptyTyped() ? (last as FieldName) : undefined;
}

function inputOf(typed: TypedPreparation): PreparationInput {
  const { firstName, lastName, phone, email, company, street, postalCode, city, licensePlate, makeModel, firstRegistration, vin, hsn, insurer, policyNumber, claimNumber, incidentDate } = typed;
  return {
    language: typed.language as PreparationInput['language'],
    category: typed.category || null,
    reporter: { firstName, lastName, phone, email, company, street, postalCode, city },
    vehicle: {
      licensePlate: tidied('licensePlate', licensePlate), plateCountry: tidied('plateCountry', typed.plateCountry) || 'D', type: (typed.type || undefined) as PreparationInput['vehicle']['type'],
      makeModel, firstRegistration, vin, hsn, tsn: typed.tsn, odometerKm: kilometres(typed.odometerKm),
    },
    insurance: { coverage: typed.coverage as NonNullable<PreparationInput['insurance']['coverage']>, insurer, policyNumber, claimNumber },
    partner: typed.partnerId ? { id: typed.partnerId, orderNumber: typed.orderNumber } : null,
    incidentDate,
  };
}

/** Not a number stays wrong, so that the check names the field. */
function kilometres(typed: string): number | undefined {
  const digits = tidied('odometerKm', typed);
  return digits === '' ? undefined : Number(digits);
}
