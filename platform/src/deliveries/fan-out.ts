import { deliveries, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import { readReport } from '../reports/read.ts';
import type { Services } from '../services.ts';
import { messagesFor, type Recipient } from './messages.ts';

/** Decides who hears of a submitted report: one delivery each, with its exact content, and a job that sends it. Runs twice without harm. */
export async function fanOut(services: Services, { tenantId, reportId, sequence }: { tenantId: string; reportId: string; sequence: number }): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  if (!scope) return;
  const [report, staff] = await Promise.all([readReport(scope, reportId), reportRecipients(scope)]);
  const messages = messagesFor(scope, report, staff);
  const createdAt = services.clock.now();

  await inTenant(services.db, tenantId, async (tx) => {
    for (const message of messages) {
      const [created] = await tx
        .insert(deliveries)
        .values({
          tenantId,
          id: services.newId(),
          reportId,
          target: message.target,
          dedupeKey: `${reportId}/${sequence}/${message.target}/${message.recipient}`,
          recipient: message.recipient,
          message: message.content,
          state: 'waiting',
          createdAt,
        })
        .onConflictDoNothing()
        .returning({ id: deliveries.id });
      if (created) await tx.execute(sql`select enqueue_job('deliver', ${JSON.stringify({ tenantId, deliveryId: created.id })}::json, ${`deliver/${created.id}`})`);
    }
  });
}

async function reportRecipients(scope: Scope): Promise<Recipient[]> {
  return inTenant(scope.services.db, scope.tenant.id, (tx) =>
    tx
      .select({ email: staffUsers.email, language: staffUsers.language })
      .from(staffUsers)
      .where(and(eq(staffUsers.tenantId, scope.tenant.id), eq(staffUsers.receivesReports, true), isNull(staffUsers.disabledAt))),
  );
}

