import type { Transaction } from '@meldewerk/db/client';
import { reportLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { findPrepared, newestLink, type LinkRow, type PreparedRow } from './find-prepared.ts';

const guesses = limit('link-guess-by-address', 20, 60);

export type Admitted = { link: LinkRow; newest: LinkRow; report: PreparedRow };

/**
 * Works on the link that a token opens, in one transaction that holds the report. A token nobody has is notFound and
 * counts against its sender's address; honest customers behind one address are not counted.
 */
export async function withLink<Result>(scope: Scope, tokenHash: Buffer, clientAddress: string, work: (tx: Transaction, admitted: Admitted) => Promise<Result>): Promise<Result> {
  const { services, tenant } = scope;
  const found = await inTenant(services.db, tenant.id, async (tx) => {
    const [named] = await tx.select().from(reportLinks).where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.tokenHash, tokenHash)));
    const report = named && (await findPrepared(scope, tx, named.reportId));
    if (!report || report.internalSince) return null;
    const newest = await newestLink(scope, tx, report.id);
    // Read anew: it may have been changed while we waited for the report.
    const link = newest.generation === named.generation ? newest : named;
    return { result: await work(tx, { link, newest, report }) };
  });
  if (found) return found.result;
  await takeFrom(services, guesses, addressKey(clientAddress));
  throw new ProblemError('notFound');
}

/** For everything but asking for a new link: replaced, withdrawn and expired ones say so. */
export function assertLive({ services }: Scope, { link, newest }: Admitted): void {
  if (link.generation !== newest.generation || link.withdrawnAt) throw new ProblemError('linkWithdrawn');
  if (link.expiresAt <= services.clock.now()) throw new ProblemError('linkExpired');
}
