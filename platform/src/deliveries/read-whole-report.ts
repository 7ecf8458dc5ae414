import type { ReportDetail } from '@meldewerk/contract/report';
import { readConditionPhotos } from '../condition-photos/read-condition-photos.ts';
import { readApprovals } from '../approvals/read-approvals.ts';
import type { StaffScope } from '../http/scope.ts';
import { readLinkSummary } from '../links/read-link-summary.ts';
import { readMissingItems } from '../missing-items/read-missing-items.ts';
import { readStatusLinkSummary } from '../status-pages/staff-link.ts';
import { readReport } from '../reports/read.ts';
import { readDeliveries } from './read-deliveries.ts';

/** Everything about a report, as staff see it on its page and take it out of the house. Throws notFound. */
export async function readWholeReport(scope: StaffScope, reportId: string): Promise<ReportDetail> {
  const [report, link, statusLink, conditionPhotos, missingItems, deliveries] = await Promise.all([readReport(scope, reportId), readLinkSummary(scope, reportId), readStatusLinkSummary(scope, reportId), readConditionPhotos(scope, reportId), readMissingItems(scope, reportId), readDeliveries(scope, reportId)]);
  const approvals = await readApprovals(scope, reportId, report.shotLabels);
  return { ...report, approvals, link, statusLink, conditionPhotos, missingItems, deliveries };
}
