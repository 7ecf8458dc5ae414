import type { CustomerMessage, Message, WriteMessage } from '@meldewerk/contract/message';
import type { Transaction } from '@meldewerk/db/client';
import { damageReports, reportMessages, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import { addressKey, limit, takeAll, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope, Scope, StaffScope } from '../http/scope.ts';
import { attachFiles } from './attach-files.ts';
import { readMessage } from './read-messages.ts';
import { messageTexts } from './texts.ts';

type Row = typeof damageReports.$inferSelect;
type NewMessage = { author: 'customer' | 'staff'; staffUserId: string | null; audience: 'customer' | 'internal'; mentions: string[] } & CustomerMessage;

const perStaff = limit('message-by-staff', 40, 5);
const perReport = limit('message-by-customer-of-report', 20, 60);
const perAddress = limit('message-by-address', 40, 30);

/** Staff write to the customer, or a note that never leaves the house. The same id twice is one message. */
export async function writeStaffMessage(scope: StaffScope, reportId: string, { audience, mentions, ...content }: WriteMessage): Promise<Message> {
  const { services, tenant, staff } = scope;
  await takeFrom(services, perStaff, tenant.id, staff.id);
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    await add(scope, tx, report, { ...content, author: 'staff', staffUserId: staff.id, audience, mentions });
    return readMessage(scope, tx, { id: content.id, reportId, side: 'staff' });
  });
}

/** The customer writes to the workshop, by the status page. */
export async function writeCustomerMessage(scope: CustomerScope, content: CustomerMessage, clientAddress: string): Promise<Message> {
  const { services, tenant, reportId } = scope;
  await takeAll(services, [perReport, tenant.id, reportId], [perAddress, addressKey(clientAddress)]);
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    await add(scope, tx, report, { ...content, author: 'customer', staffUserId: null, audience: 'customer', mentions: [] });
    return readMessage(scope, tx, { id: content.id, reportId, side: 'customer' });
  });
}

async function add(scope: Scope, tx: Transaction, report: Row, message: NewMessage): Promise<void> {
  const { services, tenant } = scope;
  const { id, author, staffUserId, audience, body, mentions, fileIds } = message;
  if (await isWritten(scope, tx, report.id, message)) return;
  if (author === 'staff' && audience === 'customer') assertCustomerSees(scope, report);
  await assertColleagues(scope, tx, mentions);

  const now = services.clock.now();
  await tx.insert(reportMessages).values({ tenantId: tenant.id, id, reportId: report.id, author, staffUserId, audience, body, mentions, createdAt: now });
  const files = await attachFiles(scope, tx, { messageId: id, reportId: report.id, staffUserId, fileIds });
  if (author === 'customer') await tx.update(damageReports).set({ customerWroteAt: now }).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, report.id)));
  await recordEvent(services, tx, tenant.id, report.id, {
    type: audience === 'internal' ? 'noteWritten' : 'messageWritten',
    actor: author === 'staff' ? { kind: 'staff', id: staffUserId } : { kind: 'customer', id: null },
    data: { messageId: id, ...(files.length > 0 && { files }), ...(mentions.length > 0 && { mentions }) },
  });
}

/** Whether this very message is there already. An id that stands for somebody else's is refused without a word about it. */
async function isWritten({ tenant }: Scope, tx: Transaction, reportId: string, { id, author, staffUserId }: NewMessage): Promise<boolean> {
  const [known] = await tx.select().from(reportMessages).where(and(eq(reportMessages.tenantId, tenant.id), eq(reportMessages.id, id)));
  if (known && (known.reportId !== reportId || known.author !== author || known.staffUserId !== staffUserId)) throw new ProblemError('notFound');
  return known !== undefined;
}

/** What the customer could not read is not written to them. */
function assertCustomerSees({ tenant, language }: Scope, report: Row): void {
  const { notSentYet, keptInternal, messagesOff } = messageTexts[language];
  const fault = report.internalSince ? keptInternal : ['draft', 'linkSent'].includes(report.status) ? notSentYet : tenant.settings.workflow.customerSees.messages ? null : messagesOff;
  if (fault) throw new ProblemError('validationFailed', { issues: [{ path: 'audience', code: 'notSeen', message: fault }] });
}

async function assertColleagues({ tenant, language }: Scope, tx: Transaction, mentions: string[]): Promise<void> {
  if (mentions.length === 0) return;
  const known = await tx.select({ id: staffUsers.id }).from(staffUsers).where(and(eq(staffUsers.tenantId, tenant.id), inArray(staffUsers.id, mentions), isNull(staffUsers.disabledAt)));
  if (known.length < mentions.length) throw new ProblemError('validationFailed', { issues: [{ path: 'mentions', code: 'unknown', message: messageTexts[language].unknownColleague }] });
}
