import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { exportBlobKey } from '@meldewerk/blobs/blob-store';
import type { ReportFilter } from '@meldewerk/contract/report-filter';
import { reportExports } from '@meldewerk/db/schema-exports';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { streamRows } from '@meldewerk/spreadsheets/stream-rows';
import { and, eq, isNull } from 'drizzle-orm';
import { findCatalogue } from '../catalogues/find-catalogue.ts';
import type { Config } from '../config.ts';
import { describeError } from '../http/logger.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { openStaffJobScope } from '../job-scope.ts';
import type { Services } from '../services.ts';
import { openRows, type ExportedRow } from './exported-rows.ts';
import type { StoredExport } from './find-export.ts';
import { listColumns, type Words } from './list-columns.ts';

const rowsAtOnce = 100;

type Task = { tenantId: string; exportId: string };

/** Where workbooks grow before they are whole. */
export function exportFolder(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'exports');
}

/** Its asker called it off, or it was swept. */
class CalledOff extends Error {}

/** Makes the workbook that somebody asked for. Cut off half-way, the next worker begins it anew; what fails is said to whoever asked. */
export async function makeExport(services: Services, { tenantId, exportId }: Task): Promise<void> {
  const [wanted] = await inTenant(services.db, tenantId, (tx) => tx.select().from(reportExports).where(ofExport({ tenantId, exportId })));
  if (!wanted || wanted.finishedAt || wanted.failedAt) return;
  const staffScope = await openStaffJobScope(services, tenantId, wanted.createdBy);
  if (!staffScope) return;
  const scope = { ...staffScope, language: wanted.language };
  const path = join(exportFolder(services.config), `${exportId}.${services.newId()}.xlsx`);
  await mkdir(exportFolder(services.config), { recursive: true, mode: 0o700 });
  try {
    await writeFile(scope, wanted, path);
    const { size } = await stat(path);
    await services.blobs.adopt(exportBlobKey(tenantId, exportId), path);
    if (!(await note(scope, exportId, { finishedAt: services.clock.now(), byteSize: size }))) await services.blobs.remove(exportBlobKey(tenantId, exportId));
  } catch (error) {
    if (error instanceof CalledOff) return;
    // A worker that is being stopped leaves it to the next.
    if (services.lifecycle.draining) throw error;
    services.log.error({ requestId: scope.requestId, ...describeError(error) }, 'export failed');
    await note(scope, exportId, { failedAt: services.clock.now() });
  } finally {
    await rm(path, { force: true });
  }
}

async function writeFile(scope: StaffScope, { id, filter, createdAt }: StoredExport, path: string): Promise<void> {
  const { language, tenant, services } = scope;
  // Written from the contract's filter and from nothing else.
  const { total, batches } = await openRows(scope, filter as ReportFilter, createdAt);
  await progress({ startedAt: services.clock.now(), total, done: 0 });
  await streamRows(path, {
    name: { de: 'Meldungen', en: 'Reports' }[language],
    language,
    timeZone: tenant.settings.timeZone,
    columns: listColumns.map(({ heading, width, kind }) => ({ heading: heading[language], width, kind })),
    rows: cells(),
  });

  async function* cells() {
    const words = await findWords(scope);
    let done = 0;
    for await (const rows of batches) {
      await words.know(rows);
      // A few at a time: whoever else this process serves is not kept waiting.
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        yield rows.slice(at, at + rowsAtOnce).map(words.cellsOf);
        await setImmediate();
      }
      done += rows.length;
      if (services.lifecycle.draining) throw new Error('the worker is being stopped');
      await progress({ done });
    }
  }

  async function progress(change: Partial<StoredExport>): Promise<void> {
    if (!(await note(scope, id, change))) throw new CalledOff();
  }
}

/** Categories are named as the version of the catalogue says that a report was sent under. */
async function findWords(scope: Scope) {
  const labels = new Map<number, Map<string, { de: string; en: string }>>();
  const words: Words = { language: scope.language, workflow: scope.tenant.settings.workflow, categoryOf: ({ catalogue_version, category }) => labels.get(catalogue_version)?.get(category ?? '') ?? null };
  return {
    async know(rows: ExportedRow[]) {
      for (const version of new Set(rows.map((row) => row.catalogue_version))) {
        if (!labels.has(version)) labels.set(version, new Map((await findCatalogue(scope, version))?.categories.map(({ id, label }) => [id, label])));
      }
    },
    cellsOf: (row: ExportedRow) => listColumns.map(({ read }) => read(row, words)),
  };
}

/** False when it was called off meanwhile. */
async function note({ services, tenant }: Scope, exportId: string, change: Partial<StoredExport>): Promise<boolean> {
  const noted = await inTenant(services.db, tenant.id, (tx) =>
    tx.update(reportExports).set(change).where(and(ofExport({ tenantId: tenant.id, exportId }), isNull(reportExports.cancelledAt))).returning({ id: reportExports.id }),
  );
  return noted.length > 0;
}

function ofExport({ tenantId, exportId }: Task) {
  return and(eq(reportExports.tenantId, tenantId), eq(reportExports.id, exportId));
}
