import type { StaffLanguage } from '@meldewerk/contract/language';
import type { withdrawalDeclarationInputSchema, withdrawalDeclarationSchema } from '@meldewerk/contract/withdrawal';
import type { Transaction } from '@meldewerk/db/client';
import { withdrawalDeclarations } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import { addressKey, limit, takeAll, takeFrom } from '../http/rate-limit.ts';
import type { Scope } from '../http/scope.ts';
import { findMeantReport } from './find-meant-report.ts';

export type Declaration = InferOutput<typeof withdrawalDeclarationInputSchema>;
export type DeclarationReceipt = InferOutput<typeof withdrawalDeclarationSchema>;

// The confirmation goes to an address that anybody may type: nobody shall send many of them to a stranger.
const perAddress = limit('withdrawal-by-address', 6, 600);
const perRecipient = limit('withdrawal-by-recipient', 4, 1800);
const perTenant = limit('withdrawal-by-tenant', 60, 30);
/** Over all workshops: otherwise every one of them could be made to write to the same stranger. */
const perRecipientAnywhere = limit('withdrawal-by-recipient-anywhere', 8, 3600);

/**
 * Stores a declaration of withdrawal, whether or not it fits a report; the answer does not tell. A repeat under the same id
 * gets the first receipt.
 */
export async function declareWithdrawal(scope: Scope, declaration: Declaration, from: { clientAddress: string; language: StaffLanguage }): Promise<DeclarationReceipt> {
  const { services, tenant } = scope;
  const to = declaration.email.toLowerCase();
  // The sender first: whoever is refused as one must not fill the buckets' table with addresses made up.
  const refusal = await takeFrom(services, perAddress, addressKey(from.clientAddress))
    .then(() => takeAll(services, [perRecipient, tenant.id, to], [perRecipientAnywhere, to], [perTenant, tenant.id]))
    .then(() => null, (error: unknown) => error);
  return inTenant(services.db, tenant.id, async (tx) => {
    const earlier = await findEarlier(scope, tx, declaration);
    if (earlier) return earlier;
    if (refusal) throw refusal;
    const { id, name, email, contract, statement } = declaration;
    const declaredAt = services.clock.now();
    const reportId = await findMeantReport(scope, tx, declaration);
    const stored = await tx
      .insert(withdrawalDeclarations)
      .values({ tenantId: tenant.id, id, name, email, contract, statement: statement ?? null, language: from.language, declaredAt, reportId })
      .onConflictDoNothing()
      .returning({ id: withdrawalDeclarations.id });
    if (stored.length === 0) return (await findEarlier(scope, tx, declaration)) ?? { id, declaredAt: declaredAt.toISOString() };
    if (reportId) await recordEvent(services, tx, tenant.id, reportId, { type: 'withdrawalDeclared', actor: { kind: 'customer', id: null }, data: { declarationId: id } });
    else await tx.execute(sql`select enqueue_job('announce-withdrawal', ${JSON.stringify({ tenantId: tenant.id, declarationId: id })}::json)`);
    return { id, declaredAt: declaredAt.toISOString() };
  });
}

async function findEarlier({ tenant }: Scope, tx: Transaction, { id, name, email, contract, statement }: Declaration): Promise<DeclarationReceipt | null> {
  const [row] = await tx.select().from(withdrawalDeclarations).where(and(eq(withdrawalDeclarations.tenantId, tenant.id), eq(withdrawalDeclarations.id, id)));
  if (!row) return null;
  if (row.name !== name || row.email !== email || row.contract !== contract || row.statement !== (statement ?? null)) throw new ProblemError('changedMeanwhile');
  return { id, declaredAt: row.declaredAt.toISOString() };
}
