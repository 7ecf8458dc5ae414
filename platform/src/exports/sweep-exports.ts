import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exportBlobKey } from '@meldewerk/blobs/blob-store';
import { reportExports } from '@meldewerk/db/schema-exports';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { keptMs, oldestKept } from './find-export.ts';
import { exportFolder } from './make-export.ts';

/** Takes away a tenant's exports of yesterday: first the files, then what remembers them. */
export async function sweepExports({ db, clock, blobs }: Services, tenantId: string): Promise<void> {
  const outdated = and(eq(reportExports.tenantId, tenantId), lt(reportExports.createdAt, oldestKept(clock.now())));
  const rows = await inTenant(db, tenantId, (tx) => tx.select({ id: reportExports.id }).from(reportExports).where(outdated));
  if (rows.length === 0) return;
  for (const { id } of rows) await blobs.remove(exportBlobKey(tenantId, id));
  await inTenant(db, tenantId, (tx) => tx.delete(reportExports).where(and(eq(reportExports.tenantId, tenantId), inArray(reportExports.id, rows.map(({ id }) => id)))));
}

/** Half-written files that a crash left behind. */
export async function sweepUnfinishedExports({ config, clock }: Services): Promise<void> {
  const folder = exportFolder(config);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < clock.now().getTime() - keptMs) await rm(join(folder, name), { force: true });
  }
}
