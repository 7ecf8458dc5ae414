import type { FormSummary } from '@meldewerk/contract/form';
import { preparationSchema, type LinkChannel, type PreparationInput } from '@meldewerk/contract/preparation';
import { inTenant } from '@meldewerk/db/tenant-scope';
import * as v from 'valibot';
import { attachForm } from '../forms/attach-form.ts';
import { listForms } from '../forms/list-forms.ts';
import type { Scope, StaffMember } from '../http/scope.ts';
import { noteProgress, openLink } from '../links/follow-link.ts';
import { hashLinkToken, linkToken } from '../links/link-token.ts';
import { prepareReport } from '../links/prepare-report.ts';
import { sendLink } from '../links/send-link.ts';
import { listActivatedPartners } from '../partners/find-activated-partner.ts';
import type { Past } from './seed.ts';
import { minutesAgo, daysAgo } from './seed-reports.ts';
import { settleMessages } from './settle-messages.ts';

const minute = 60_000;

/** A report that the demo workshop prepared: people, plates and numbers are invented. */
export type SeedPrepared = {
  preparedAt: (now: Date) => Date;
  /** Who did, by place in the staff list. */
  by: 0 | 1;
  partner?: { name: string; orderNumber: string };
  /** Kept from the customer: what was said on the phone, for staff alone. */
  internal?: true;
  /** Samples of the library that the customer is to sign. */
  forms?: FormSummary['kind'][];
  sent?: LinkChannel;
  /** Goes the whole way through the queue to the simulator, so that the link can be opened there. */
  fresh?: true;
  /** How far the customer got, and how long after it was sent. */
  reached?: { afterMinutes: number; steps: string[] };
  given: PreparationInput;
};

/** One in each state in which staff may have to do something: run out unopened, stuck half-way, just sent, internal, not sent yet. */
export const seedPrepared: SeedPrepared[] = [
  {
    preparedAt: daysAgo(17, '09:40'), by: 1, sent: 'email',
    given: {
      language: 'de', category: 'parking',
      reporter: { firstName: 'Gisela', lastName: 'Armbruster', email: 'gisela.armbruster@post.example', phone: '0721 66957741' },
      vehicle: { licensePlate: 'KA-GA 417', makeModel: 'Opel Astra' }, insurance: {},
    },
  },
  {
    preparedAt: daysAgo(6, '10:05'), by: 1, forms: ['paymentInstruction', 'assignment'], sent: 'sms', reached: { afterMinutes: 34, steps: ['category', 'questions', 'vehicle', 'photos'] },
    given: {
      language: 'de', category: 'collision', incidentDate: '',
      reporter: { firstName: 'Oskar', lastName: 'Lindenmeyer', phone: '0176 04069061', street: 'Rüppurrer Straße 88', postalCode: '76137', city: 'Karlsruhe' },
      vehicle: { licensePlate: 'KA-OL 1210', makeModel: 'Seat Leon ST', type: 'estate', vin: 'VSSZZZ00ZKR000121' },
      insurance: { coverage: 'thirdPartyLiability', insurer: 'Fächerstadt Assekuranz', claimNumber: 'KH 26-118 402' },
    },
  },
  {
    preparedAt: minutesAgo(64), by: 0, forms: ['paymentInstruction', 'serviceAgreement', 'repairContract'], sent: 'sms', fresh: true, partner: { name: 'DMS', orderNumber: 'DMS-2026-77120' },
    given: {
      language: 'de', category: 'collision',
      reporter: { firstName: 'Selin', lastName: 'Kaya', phone: '0171 3920081', email: 'selin.kaya@post.example', street: 'Waldstraße 21', postalCode: '76133', city: 'Karlsruhe' },
      vehicle: { licensePlate: 'KA-SK 905', type: 'car', makeModel: 'Hyundai Kona', vin: 'KMHZZZ00ZLU000905', firstRegistration: '2021-03-19', odometerKm: 48_300 },
      insurance: { coverage: 'fullyComprehensive', insurer: 'Badische Beispielversicherung', policyNumber: 'KF 7210-334', claimNumber: 'S 26 / 90155' },
    },
  },
  {
    preparedAt: daysAgo(1, '15:25'), by: 1, internal: true,
    given: {
      language: 'de', category: 'collision', incidentDate: '',
      reporter: { firstName: 'Henning', lastName: 'Sturmfels', phone: '0721 66957752' },
      vehicle: { licensePlate: 'KA-HS 2214', makeModel: 'Ford Transit' }, insurance: { coverage: 'thirdPartyLiability', insurer: 'Fächerstadt Assekuranz' },
    },
  },
  {
    preparedAt: minutesAgo(11), by: 1,
    given: { language: 'de', reporter: { lastName: 'Wendt', phone: '0176 04069088' }, vehicle: { licensePlate: 'KA-MW 33' }, insurance: {} },
  },
];

export async function seedPreparedReport({ services, travelTo }: Past, scope: Scope, staff: StaffMember[], seed: SeedPrepared, now: Date): Promise<void> {
  const { tenant } = scope;
  const member = staff[seed.by];
  if (!member) throw new Error('seeded reports are prepared by seeded staff');
  const staffScope = { ...scope, staff: member };
  const reportId = services.newId();
  const preparedAt = seed.preparedAt(now);
  const partners = await inTenant(services.db, tenant.id, (tx) => listActivatedPartners(scope, tx));
  const partner = partners.find(({ name }) => name === seed.partner?.name);
  const preparation = v.parse(preparationSchema, { ...seed.given, partner: partner && seed.partner ? { id: partner.id, orderNumber: seed.partner.orderNumber } : null });

  travelTo(preparedAt);
  await prepareReport(staffScope, reportId, { version: 0, internal: seed.internal ?? false, preparation });
  for (const [index, kind] of (seed.forms ?? []).entries()) {
    travelTo(new Date(preparedAt.getTime() + (index + 1) * 4_000));
    const form = (await listForms(staffScope)).find((candidate) => candidate.kind === kind);
    const id = services.newId();
    if (form) await attachForm(staffScope, { reportId, id }, { id, formId: form.id, version: form.version, acknowledged: false });
  }
  if (!seed.sent) return;
  const sentAt = new Date(preparedAt.getTime() + minute / 2);
  travelTo(sentAt);
  await sendLink(staffScope, reportId, { id: services.newId(), channel: seed.sent });
  if (seed.fresh) return;
  travelTo(new Date(sentAt.getTime() + 4_000));
  // Prepared, forms attached, then sent: the last event of its chain.
  await settleMessages(services, { tenantId: tenant.id, reportId, sequence: 2 + (seed.forms?.length ?? 0) });

  if (!seed.reached) return;
  const tokenHash = hashLinkToken(linkToken(services.config, { tenantId: tenant.id, reportId, generation: 1 }));
  const begunAt = sentAt.getTime() + seed.reached.afterMinutes * minute;
  travelTo(new Date(begunAt));
  await openLink(scope, tokenHash, reportId);
  for (const [index, step] of seed.reached.steps.entries()) {
    travelTo(new Date(begunAt + (index + 1) * 2 * minute));
    await noteProgress(scope, tokenHash, reportId, step);
  }
}
