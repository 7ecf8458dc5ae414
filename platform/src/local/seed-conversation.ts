import { damageReports, reportEvents } from '@meldewerk/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import type { Scope, StaffMember } from '../http/scope.ts';
import { markReadByCustomer, markReadByStaff } from '../messages/mark-read.ts';
import { writeCustomerMessage, writeStaffMessage } from '../messages/write-message.ts';
import type { Past } from './seed.ts';
import { settleMessages } from './settle-messages.ts';

/** What somebody wrote in a seeded report. `by`: the customer, or a staff member by place in the staff list; whom a note names, alike. */
export type SeedLine = { hoursAfter: number; body: string } & ({ by: 'customer' } | { by: 0 | 1; note?: true; names?: (0 | 1)[] });

/** A conversation as it went: who answers has read what came before. What was written last waits for its reader. */
export async function seedConversation({ services, travelTo }: Past, scope: Scope, staff: StaffMember[], { reportId, sentAt, lines }: { reportId: string; sentAt: Date; lines: SeedLine[] }): Promise<void> {
  const tenantId = scope.tenant.id;
  let last: string | null = null;
  for (const line of lines) {
    travelTo(new Date(sentAt.getTime() + line.hoursAfter * 60 * 60_000));
    const content = { id: services.newId(), body: line.body, fileIds: [] };
    if (line.by === 'customer') {
      if (last) await markReadByCustomer({ ...scope, reportId }, last);
      ({ id: last } = await writeCustomerMessage({ ...scope, reportId }, content, reportId));
    } else {
      const writer = { ...scope, staff: memberAt(staff, line.by) };
      if (last) await markReadByStaff(writer, reportId, last);
      const { id } = await writeStaffMessage(writer, reportId, { ...content, audience: line.note ? 'internal' : 'customer', mentions: (line.names ?? []).map((place) => memberAt(staff, place).id) });
      if (!line.note) last = id;
    }
    const [newest] = await services.db.select({ sequence: reportEvents.sequence }).from(reportEvents).where(and(eq(reportEvents.tenantId, tenantId), eq(reportEvents.reportId, reportId))).orderBy(desc(reportEvents.sequence)).limit(1);
    if (newest) await settleMessages(services, { tenantId, reportId, sequence: newest.sequence });
  }
  await services.db.update(damageReports).set({ assigneeId: memberAt(staff, 1).id }).where(and(eq(damageReports.tenantId, tenantId), eq(damageReports.id, reportId)));
}

function memberAt(staff: StaffMember[], place: number): StaffMember {
  const member = staff[place];
  if (!member) throw new Error('seeded lines are written by seeded staff');
  return member;
}
