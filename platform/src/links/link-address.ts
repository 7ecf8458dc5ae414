import type { linkAddressSchema } from '@meldewerk/contract/preparation';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type * as v from 'valibot';
import { recordEvent } from '../events/record-event.ts';
import { assertForCustomer } from '../handling/kept-internal.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { addGeneration } from './add-generation.ts';
import { findPrepared, lockOpenPrepared, newestLink, type LinkRow } from './find-prepared.ts';
import { assertLinkMayGo } from './links-stopped.ts';
import { linkToken, linkUrl } from './link-token.ts';

type LinkAddress = v.InferOutput<typeof linkAddressSchema>;

/** The address that opens the draft, to be copied, shown as QR, or passed on by hand. */
export async function readLinkAddress(scope: StaffScope, reportId: string): Promise<LinkAddress> {
  const { services, tenant } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await findPrepared(scope, tx, reportId);
    if (!report) throw new ProblemError('notFound');
    assertForCustomer(report);
    const link = await newestLink(scope, tx, reportId);
    if (link.withdrawnAt) throw new ProblemError('linkWithdrawn');
    if (link.expiresAt <= services.clock.now()) throw new ProblemError('linkExpired');
    await assertLinkMayGo(scope, tx, reportId);
    return addressOf(scope, link);
  });
}

/** Makes a new address with its full time; the old one says that it was replaced. Photos and progress of the draft stay. */
export async function renewLink(scope: StaffScope, reportId: string): Promise<LinkAddress> {
  const { services, tenant, staff } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    assertForCustomer(await lockOpenPrepared(scope, tx, reportId));
    await assertLinkMayGo(scope, tx, reportId);
    const before = await newestLink(scope, tx, reportId);
    const link = await addGeneration(scope, tx, { ...before, generation: before.generation + 1, createdBy: staff.id });
    await recordEvent(services, tx, tenant.id, reportId, { type: 'linkRenewed', actor: { kind: 'staff', id: staff.id }, data: { generation: link.generation } });
    return addressOf(scope, link);
  });
}

function addressOf({ services, tenant }: Scope, { tenantId, reportId, generation, expiresAt }: LinkRow): LinkAddress {
  return { url: linkUrl(services.config, tenant.slug, linkToken(services.config, { tenantId, reportId, generation })), expiresAt: expiresAt.toISOString() };
}
