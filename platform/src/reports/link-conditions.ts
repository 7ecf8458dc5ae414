import type { linkStages } from '@meldewerk/contract/report-filter';
import { sql, type SQL } from 'drizzle-orm';

const quietMs = 24 * 3_600_000;

/** As `summarizeLink` tells it, for the newest link of `report`, and whether its message was lost. */
export function waitingLinkState(now: Date): SQL {
  return sql`(
    select case
      when link.withdrawn_at is not null then 'withdrawn' when link.expires_at <= ${now.toISOString()}::timestamptz then 'expired'
      when link.begun_at is not null then 'begun' when link.opened_at is not null then 'opened' when link.sent_at is null then 'notSent'
      when (
        select message.state = 'failed' or coalesce(message.arrival in ('undelivered', 'bounced'), false) from deliveries message
        where message.tenant_id = report.tenant_id and message.report_id = report.id and message.purpose in ('link', 'reminder') and message.created_at >= link.sent_at
        order by message.created_at desc limit 1
      ) then 'notReached' else 'sent' end
    from report_links link where link.tenant_id = report.tenant_id and link.report_id = report.id
    order by link.generation desc limit 1
  )`;
}

/** The customer began by the newest link of `report`, stands at this step and did nothing for a day. */
export function linkStuckAt(step: string, now: Date): SQL {
  return sql`(report.submitted_at is null and exists (
    select from report_links link where link.tenant_id = report.tenant_id and link.report_id = report.id and link.begun_at is not null
      and link.last_step = ${step} and link.last_active_at <= ${new Date(now.getTime() - quietMs).toISOString()}::timestamptz
      and not exists (select from report_links newer where newer.tenant_id = link.tenant_id and newer.report_id = link.report_id and newer.generation > link.generation)))`;
}

/** A link of `report` was sent in this time, and its customer came to this stage or past it. Worded as a join, from whichever side is the smaller. */
export function linkReached(tenantId: string, stage: (typeof linkStages)[number], from: SQL | null, until: SQL | null): SQL {
  const reached = {
    sent: sql`true`,
    opened: sql`(link.opened_at is not null or link.begun_at is not null or report.submitted_at is not null)`,
    begun: sql`(link.begun_at is not null or report.submitted_at is not null)`,
    submitted: sql`report.submitted_at is not null`,
  }[stage];
  return sql`exists (select from report_links link where link.tenant_id = ${tenantId}::uuid and link.report_id = report.id and link.sent_at is not null
    ${from ? sql`and link.sent_at >= ${from}` : sql``} ${until ? sql`and link.sent_at < ${until}` : sql``} and ${reached})`;
}
