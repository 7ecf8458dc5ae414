import { preparationSchema } from '@meldewerk/contract/preparation';
import { reportImportRows, reportImports, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { openJobScope } from '../job-scope.ts';
import { assertLinksGo } from '../links/links-stopped.ts';
import { prepareReport } from '../links/prepare-report.ts';
import { sendLink } from '../links/send-link.ts';
import type { Services } from '../services.ts';
import { stateOf } from './describe-import.ts';
import { findImport, findRows, type StoredImportRow } from './find-import.ts';

type Task = { tenantId: string; importId: string };

/** Then the next job goes on: a worker that is asked to stop is not kept waiting by a thousand rows. */
const rowsAtATime = 25;

/**
 * Prepares and sends the rows that are good and not sent, one after the other. Ids were made when the table was read, so
 * that a row cut off half-way is finished and not begun anew, by whichever worker comes next.
 */
export async function sendImport(services: Services, { tenantId, importId }: Task): Promise<void> {
  const scope = await openStaffScope(services, { tenantId, importId });
  if (!scope) return;
  const rows = await inTenant(services.db, tenantId, (tx) => findRows(scope, tx, importId));
  const unsent = rows.filter((row) => stateOf(row) === 'ready');
  for (const row of unsent.slice(0, rowsAtATime)) await sendRow(scope, row);
  await inTenant(services.db, tenantId, async (tx) => {
    if (unsent.length > rowsAtATime) return tx.execute(sql`select enqueue_job('send-import', ${JSON.stringify({ tenantId, importId })}::json, ${`import/${importId}`})`);
    return tx.update(reportImports).set({ finishedAt: services.clock.now() }).where(and(eq(reportImports.tenantId, tenantId), eq(reportImports.id, importId)));
  });
}

/** The job works in the name of whoever pressed the button. */
async function openStaffScope(services: Services, { tenantId, importId }: Task): Promise<StaffScope | null> {
  const scope = await openJobScope(services, tenantId);
  if (!scope) return null;
  return inTenant(services.db, tenantId, async (tx) => {
    const { startedBy } = await findImport(scope, tx, importId);
    if (startedBy === null) return null;
    const { id, name, email, role, language } = staffUsers;
    const [staff] = await tx.select({ id, name, email, role, language }).from(staffUsers).where(and(eq(staffUsers.tenantId, tenantId), eq(id, startedBy)));
    return staff ? { ...scope, staff } : null;
  });
}

/** What the verbs of a single report refuse stands at the row; anything else is tried again by the queue. */
async function sendRow(scope: StaffScope, row: StoredImportRow): Promise<void> {
  const now = () => scope.services.clock.now();
  try {
    await inTenant(scope.services.db, scope.tenant.id, (tx) => assertLinksGo(scope, tx));
    if (!row.preparedAt) {
      await prepareReport(scope, row.reportId, { version: 0, preparation: v.parse(preparationSchema, row.preparation) });
      await note(scope, row, { preparedAt: now() });
    }
    await sendLink(scope, row.reportId, { id: row.messageId, channel: row.channel ?? 'sms' });
    await note(scope, row, { sentAt: now(), errorCode: null });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await note(scope, row, { errorCode: error.code });
  }
}

async function note({ services, tenant }: StaffScope, { importId, number }: StoredImportRow, change: Partial<typeof reportImportRows.$inferInsert>): Promise<void> {
  const ofRow = and(eq(reportImportRows.tenantId, tenant.id), eq(reportImportRows.importId, importId), eq(reportImportRows.number, number));
  await inTenant(services.db, tenant.id, (tx) => tx.update(reportImportRows).set(change).where(ofRow));
}
