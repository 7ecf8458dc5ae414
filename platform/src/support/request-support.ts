import type { SupportRequestInput } from '@meldewerk/contract/support';
import { supportRequests } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { supportReceiptMail, supportRequestMail } from '@meldewerk/messaging/templates/support-mails';
import { createDelivery } from '../deliveries/create-delivery.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { StaffScope } from '../http/scope.ts';

const perUser = limit('support-by-user', 10, 300);

/** Stores what a user asks the operator for, with the mail to the operator and the receipt to the user. A repeat under the same id changes nothing. */
export async function requestSupport({ services, tenant, staff }: StaffScope, request: SupportRequestInput): Promise<void> {
  await takeFrom(services, perUser, staff.id);
  const { id, kind } = request;
  const workshop = tenant.settings;
  await inTenant(services.db, tenant.id, async (tx) => {
    const [created] = await tx
      .insert(supportRequests)
      .values({ tenantId: tenant.id, id, kind, staffUserId: staff.id, content: request, createdAt: services.clock.now() })
      .onConflictDoNothing()
      .returning({ id: supportRequests.id });
    if (!created) return;
    await createDelivery(services, tx, tenant.id, {
      reportId: null,
      dedupeKey: operatorMailOf(id),
      target: 'operatorEmail',
      purpose: 'supportRequest',
      recipient: services.config.operatorEmail,
      content: { ...supportRequestMail({ workshop, slug: tenant.slug, sender: staff, request }), fromName: `${workshop.name} – Meldewerk`, replyTo: staff.email },
    });
    await createDelivery(services, tx, tenant.id, {
      reportId: null,
      dedupeKey: `support/${id}/receipt`,
      target: 'staffEmail',
      purpose: 'supportReceipt',
      recipient: staff.email,
      content: { ...supportReceiptMail({ language: staff.language, workshop, sender: staff, request }), fromName: 'Meldewerk', replyTo: services.config.operatorEmail },
    });
  });
}

/** The outbox key of the mail to the operator. */
export function operatorMailOf(requestId: string): string {
  return `support/${requestId}/operator`;
}
