import { inviteAccountHolder } from '@meldewerk/billing/invite-account-holder';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import type { NewWorkshop } from '@meldewerk/contract/operator';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { provisionTenant, SlugTaken } from '@meldewerk/tenants/provision';
import { slugSchema } from '@meldewerk/tenants/slug';
import * as v from 'valibot';
import { originOf } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import type { OperatorScope } from '../http/scope.ts';

/** Creates a workshop as the provisioning command does, and invites who pays. The link for its first staff member is told once and stored nowhere. */
export async function createWorkshop({ services, operator }: OperatorScope, input: NewWorkshop): Promise<{ tenantId: string; slug: string; staffInvitationUrl: string }> {
  const { slug, name, address, phone, email, referencePrefix, staff, billingEmail } = input;
  if (!v.is(slugSchema, slug)) throw notThisSlug('reserved');
  const context = { now: services.clock.now(), newId: services.newId, catalogue: defaultVehicleCatalogue, sampleForms };
  const settings = { ...defaultSettings(name, { address, phone, email }), referencePrefix };
  const { tenantId, invitationToken } = await provisionTenant(services.db, context, { slug, settings, staff }).catch((error: unknown) => {
    throw error instanceof SlugTaken ? notThisSlug('taken') : error;
  });
  if (billingEmail !== null && services.billing) await inviteAccountHolder(services.billing, { tenantId, email: billingEmail, by: { actor: 'operator', actorId: operator.id } });
  return { tenantId, slug, staffInvitationUrl: `${originOf(services.config, slug)}/portal/reset-password#${invitationToken}` };
}

function notThisSlug(code: 'reserved' | 'taken'): ProblemError {
  const message = code === 'taken' ? 'Diese Adresse ist vergeben. / This address is taken.' : '3 bis 40 Kleinbuchstaben, Ziffern und einzelne Bindestriche, kein reservierter Name. / 3 to 40 lower case letters, digits and single hyphens, no reserved name.';
  return new ProblemError('validationFailed', { issues: [{ path: 'slug', code, message }] });
}
