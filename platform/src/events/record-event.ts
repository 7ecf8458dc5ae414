import type { ReportEvent, ReportMessage } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportEvents } from '@meldewerk/db/schema';
import { and, desc, eq, sql } from 'drizzle-orm';
import { announceChange } from './announce-change.ts';
import { canonicalJson, genesisHash, linkHash } from './event-chain.ts';
import type { Services } from '../services.ts';

type NewEvent = { type: ReportEvent['type']; actor: { kind: ReportEvent['actor']['kind']; id: string | null }; data: Record<string, unknown> };

/** Events somebody outside has to hear of: a job decides who, and composes the messages. */
const heardOutside = new Set<NewEvent['type']>(['reportSubmitted', 'linkRequested', 'reminderDue', 'formsComplete', 'withdrawalDeclared',
  'statusChanged', 'appointmentProposed', 'appointmentDeclined', 'appointmentConfirmed', 'appointmentCancelled', 'wishesGiven', 'messageWritten', 'noteWritten',
  'itemsRequested', 'itemsComplete', 'approvalRequested', 'approvalReminded', 'approvalAnswered', 'reportPublished', 'statusLinkRequested',
]);

/** The first of these by staff is what the customer hears first. */
const answering = new Set<NewEvent['type']>(['messageWritten', 'appointmentProposed', 'appointmentConfirmed', 'itemsRequested', 'approvalRequested', 'statusChanged']);

/**
 * Appends to a report's chain within the transaction of the change, tells open portals, and puts in the job for those
 * outside. The report's row is written first, so that two writers take turns. Returns the event's place in the chain.
 */
export async function recordEvent(services: Pick<Services, 'clock'>, tx: Transaction, tenantId: string, reportId: string, event: NewEvent): Promise<number> {
  const ofReport = and(eq(reportEvents.tenantId, tenantId), eq(reportEvents.reportId, reportId));
  const at = services.clock.now();
  const answers = event.actor.kind === 'staff' && answering.has(event.type);
  await tx.update(damageReports).set({ activeAt: at, ...(answers && { firstAnsweredAt: sql`coalesce(${damageReports.firstAnsweredAt}, ${at.toISOString()}::timestamptz)` }) }).where(and(eq(damageReports.tenantId, tenantId), eq(damageReports.id, reportId)));
  const [last] = await tx
    .select({ sequence: reportEvents.sequence, hash: reportEvents.hash })
    .from(reportEvents)
    .where(ofReport)
    .orderBy(desc(reportEvents.sequence))
    .limit(1);

  const sequence = (last?.sequence ?? 0) + 1;
  const previousHash = last ? Buffer.from(last.hash) : genesisHash;
  const body = canonicalJson({ ...event, at: at.toISOString(), reportId, sequence });
  await tx.insert(reportEvents).values({ tenantId, reportId, sequence, type: event.type, at, body, previousHash, hash: linkHash(previousHash, body) });
  if (heardOutside.has(event.type)) await tx.execute(sql`select enqueue_job('fan-out', ${JSON.stringify({ tenantId, reportId, sequence })}::json)`);
  await announceChange(tx, tenantId, reportId, liveKinds[event.type]);
  return sequence;
}

const liveKinds: Partial<Record<NewEvent['type'], ReportMessage['kind']>> = { reportPrepared: 'reportPrepared', reportSubmitted: 'reportSubmitted' };
