import { readWholeReport } from '../deliveries/read-whole-report.ts';
import type { StaffScope } from '../http/scope.ts';
import type { GatheredReport } from './section.ts';

/** Everything about a report that may leave the house; notes for colleagues only on request. */
export async function gatherReport(scope: StaffScope, reportId: string, { withNotes }: { withNotes: boolean }): Promise<GatheredReport> {
  const report = await readWholeReport(scope, reportId);
  return { report, messages: [], withNotes, workflow: scope.tenant.settings.workflow };
}
