import { inTenant } from '@meldewerk/db/tenant-scope';
import { openJobScope } from '../job-scope.ts';
import type { Services } from '../services.ts';
import { readDeclaration } from '../withdrawals/read-declarations.ts';
import { createDelivery } from './create-delivery.ts';
import { reportRecipients } from './fan-out.ts';
import { withdrawalMessages } from './messages-of-withdrawal.ts';

/** The mails about a declaration that fits no report, and so has no events to hear of it by. Runs twice without harm. */
export async function announceWithdrawal(services: Services, { tenantId, declarationId }: { tenantId: string; declarationId: string }): Promise<void> {
  const scope = await openJobScope(services, tenantId);
  const declaration = scope && (await readDeclaration(scope, declarationId));
  if (!scope || !declaration) return;
  const messages = withdrawalMessages(scope, declaration, await reportRecipients(scope));
  await inTenant(services.db, tenantId, async (tx) => {
    for (const message of messages) await createDelivery(services, tx, tenantId, { ...message, reportId: null, dedupeKey: `withdrawal/${declarationId}/${message.target}/${message.recipient}` });
  });
}
