import { supportRequestInputSchema, type supportRequestListSchema } from '@meldewerk/contract/support';
import { deliveries, staffUsers, supportRequests } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { supportText, supportTitle } from '@meldewerk/messaging/templates/support-mails';
import { and, desc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { StaffScope } from '../http/scope.ts';
import { operatorMailOf } from './request-support.ts';

const shown = 50;

/** The newest requests of this workshop, and how the mail to the operator stands. */
export async function listSupportRequests({ services, tenant, language }: StaffScope): Promise<v.InferOutput<typeof supportRequestListSchema>> {
  const rows = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ request: supportRequests, sentBy: staffUsers.name, deliveryId: deliveries.id, state: deliveries.state })
      .from(supportRequests)
      .innerJoin(staffUsers, and(eq(staffUsers.tenantId, supportRequests.tenantId), eq(staffUsers.id, supportRequests.staffUserId)))
      .leftJoin(deliveries, and(eq(deliveries.tenantId, supportRequests.tenantId), eq(deliveries.dedupeKey, sql`replace(${operatorMailOf('#')}, '#', ${supportRequests.id}::text)`)))
      .where(eq(supportRequests.tenantId, tenant.id))
      .orderBy(desc(supportRequests.createdAt), desc(supportRequests.id))
      .limit(shown),
  );
  return {
    requests: rows.map(({ request, sentBy, deliveryId, state }) => {
      const content = v.parse(supportRequestInputSchema, request.content);
      return {
        id: request.id,
        kind: request.kind,
        title: supportTitle(content, language),
        text: supportText(content, language),
        sentBy,
        createdAt: request.createdAt.toISOString(),
        reachedOperator: state === 'sent' || state === 'failed' ? state : 'waiting',
        deliveryId,
      };
    }),
  };
}
