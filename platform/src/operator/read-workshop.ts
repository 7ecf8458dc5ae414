import { readAccount } from '@meldewerk/billing/account/read-account';
import { readMandates } from '@meldewerk/billing/account/describe-mandate';
import { listInvoices } from '@meldewerk/billing/invoices/list-invoices';
import type { AuditRow, WorkshopDetail } from '@meldewerk/contract/operator';
import { asOperator } from '@meldewerk/db/billing-scope';
import { deliveries } from '@meldewerk/db/schema';
import { billingAccounts, billingAudit, billingNotices, operatorUsers } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, sql } from 'drizzle-orm';
import { originOf } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import type { OperatorScope } from '../http/scope.ts';
import { readWorkshopRow } from './list-workshops.ts';

const recentCount = 20;

/** One workshop's money side: what it pays, what it gave, what it was told, who did what. Nothing of its customers. */
export async function readWorkshop({ services }: OperatorScope, tenantId: string): Promise<WorkshopDetail> {
  const row = await asOperator(services.db, (tx) => readWorkshopRow(tx, tenantId));
  if (!row) throw new ProblemError('notFound');
  const { billing, db, config } = services;
  const [account] = await asOperator(db, (tx) => tx.select().from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId)));
  const whole = billing && account ? { account: await readAccount(billing, account), invoices: (await listInvoices(billing, account, undefined)).invoices.slice(0, recentCount) } : null;
  const mandates = await inTenant(db, tenantId, (tx) => readMandates(tx, tenantId, recentCount));
  return {
    ...row,
    company: account?.company ?? null,
    cancellationReason: account?.cancellationReason ?? null,
    subscription: whole?.account.subscription ?? null,
    mandates,
    invoices: whole?.invoices ?? [],
    notices: await readNotices(services, tenantId),
    audit: await readAudit(services, tenantId),
    billingUrl: originOf(config, 'billing'),
  };
}

async function readNotices({ db }: OperatorScope['services'], tenantId: string): Promise<WorkshopDetail['notices']> {
  const rows = await inTenant(db, tenantId, (tx) =>
    tx
      .select({ notice: billingNotices, recipient: deliveries.recipient, state: deliveries.state, arrival: deliveries.arrival })
      .from(billingNotices)
      .leftJoin(deliveries, and(eq(deliveries.tenantId, billingNotices.tenantId), sql`${deliveries.dedupeKey} = 'billing/' || ${billingNotices.kind} || '/' || ${billingNotices.subject}`))
      .where(eq(billingNotices.tenantId, tenantId))
      .orderBy(desc(billingNotices.createdAt), desc(billingNotices.id))
      .limit(recentCount),
  );
  return rows.map(({ notice: { id, kind, subject, createdAt }, recipient, state, arrival }) => ({ id, kind, subject, createdAt: createdAt.toISOString(), recipient, state: state ?? 'waiting', arrival }));
}

async function readAudit({ db }: OperatorScope['services'], tenantId: string): Promise<AuditRow[]> {
  const rows = await asOperator(db, (tx) =>
    tx
      .select({ entry: billingAudit, actorName: operatorUsers.name })
      .from(billingAudit)
      .leftJoin(operatorUsers, eq(operatorUsers.id, billingAudit.actorId))
      .where(eq(billingAudit.workshopId, tenantId))
      .orderBy(desc(billingAudit.at), desc(billingAudit.id))
      .limit(recentCount),
  );
  return rows.map(({ entry: { id, at, actor, type, refused, data }, actorName }) => ({ id, at: at.toISOString(), actor, actorName, type, refused, data: data as AuditRow['data'] }));
}
