import type { FormVersionInput } from '@meldewerk/contract/form';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { StaffScope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { ownFields } from './own-fields.ts';
import { placeholdersOf, placeholderValues, type FormFacts } from './placeholder-values.ts';
import { renderForm } from './render-form.ts';
import { checkForm } from './save-form.ts';

const perStaff = limit('form-preview-by-staff', 30, 2);

/** The form as it would be read by a customer of an invented report, before it is saved. */
export async function previewForm(scope: StaffScope, input: FormVersionInput): Promise<Uint8Array> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perStaff, tenant.id, staff.id);
  const pageCount = await inTenant(services.db, tenant.id, (tx) => checkForm(scope, tx, input));
  const values = placeholderValues(placeholdersOf(input.content).used, exampleFacts(scope, input));
  const fields = Object.fromEntries(ownFields(input.content).map(({ id, type, label }) => [id, type === 'checkbox' ? true : type === 'date' ? '2026-01-31' : label]));
  const { pdf } = await renderForm(scope, { ...input, pageCount, isSample: true }, { values, fields, footer: footers[input.language] });
  return pdf;
}

const footers = { de: 'Vorschau mit Beispielwerten', en: 'Preview with example values' };

function exampleFacts({ tenant, services }: StaffScope, { language }: FormVersionInput): FormFacts {
  return {
    language,
    day: dayIn(tenant.settings.timeZone, services.clock.now()),
    reference: `${tenant.settings.referencePrefix}-2026-000123`,
    categoryLabel: { de: 'Zusammenstoß mit einem anderen Fahrzeug', en: 'Collision with another vehicle' },
    incidentDate: '2026-01-31',
    reporter: { firstName: 'Erika', lastName: 'Beispiel', company: 'Beispiel GmbH', street: 'Lindenweg 7', postalCode: '76133', city: 'Karlsruhe', phone: '0151 23456789', email: 'erika@beispiel.example' },
    vehicle: { licensePlate: 'KA-EB 123', makeModel: 'VW Golf', vin: 'WVWZZZ1KZAW000123', firstRegistration: '2019-05-14', hsn: '0603', tsn: 'BGU', odometerKm: 84_300 },
    insurance: { insurer: 'Beispiel Versicherung AG', policyNumber: 'KH 123 456 789', claimNumber: '26-11-0815' },
    partner: { name: 'Beispiel-Partner', orderNumber: 'A-4711' },
    workshop: tenant.settings,
  };
}
