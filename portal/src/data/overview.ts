import { overviewSchema, type overviewWeeks } from '@meldewerk/contract/overview';
import { requestJson } from '@meldewerk/shell/request';
import type * as v from 'valibot';

export type Overview = v.InferOutput<typeof overviewSchema>;
export type OverviewWeeks = (typeof overviewWeeks)[number];

export function fetchOverview(weeks: OverviewWeeks, signal?: AbortSignal): Promise<Overview> {
  return requestJson(overviewSchema, 'GET', `/api/overview?weeks=${weeks}`, { ...(signal && { signal }) });
}
