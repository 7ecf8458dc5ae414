import type { Transaction } from '@meldewerk/db/client';
import { reportLinks } from '@meldewerk/db/schema';
import { and, eq } from 'drizzle-orm';
import { announceChange } from '../events/announce-change.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Scope } from '../http/scope.ts';
import { assertLive, withLink } from './admit-to-link.ts';
import type { LinkRow } from './find-prepared.ts';

const announceEveryMs = 30_000;
/** A page that asks and asks again writes no faster than this. */
const writeEveryMs = 2_000;

/** The customer is looking at it: a person pressed something or a page ran, which a preview robot does not. */
export async function openLink(scope: Scope, tokenHash: Buffer, clientAddress: string): Promise<void> {
  const { services, tenant } = scope;
  await withLink(scope, tokenHash, clientAddress, async (tx, admitted) => {
    assertLive(scope, admitted);
    const { link, report } = admitted;
    if (link.openedAt || report.submittedAt) return;
    await update(scope, tx, link, { openedAt: services.clock.now() });
    await recordEvent(services, tx, tenant.id, report.id, { type: 'linkOpened', actor: { kind: 'customer', id: null }, data: { generation: link.generation } });
  });
}

/** Where the customer is. No event: it is for staff who wonder, not for the record; open portals hear of it now and then. */
export async function noteProgress(scope: Scope, tokenHash: Buffer, clientAddress: string, step: string): Promise<void> {
  const { services, tenant } = scope;
  await withLink(scope, tokenHash, clientAddress, async (tx, admitted) => {
    assertLive(scope, admitted);
    const { link, report } = admitted;
    if (report.submittedAt) return;
    const now = services.clock.now();
    const begins = !link.begunAt && !isStart(step, report.category);
    const sinceMs = link.lastActiveAt ? now.getTime() - link.lastActiveAt.getTime() : Infinity;
    if (link.lastStep === step && sinceMs < writeEveryMs) return;
    await update(scope, tx, link, { lastStep: step, lastActiveAt: now, ...(begins && { begunAt: now }) });
    if (begins || sinceMs >= announceEveryMs) await announceChange(tx, tenant.id, report.id);
  });
}

/** Where the page opens; a report whose kind of damage is known opens at its questions. */
function isStart(step: string, category: string | null): boolean {
  return step === 'category' || (step === 'questions' && category !== null);
}

async function update({ tenant }: Scope, tx: Transaction, { reportId, generation }: LinkRow, changes: Partial<LinkRow>): Promise<void> {
  await tx.update(reportLinks).set(changes).where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.reportId, reportId), eq(reportLinks.generation, generation)));
}
