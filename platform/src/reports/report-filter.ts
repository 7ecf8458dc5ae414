import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { partsOf, type ReportFilter } from '@meldewerk/contract/report-filter';
import { sql, type SQL } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { isUnread } from '../messages/unread.ts';
import { dayIn } from '../time-zone.ts';
import { answeredWithin } from './answer-time.ts';
import { findCandidates } from './find-candidates.ts';
import { linkReached, linkStuckAt, waitingLinkState } from './link-conditions.ts';

type Narrowed = {
  /** A condition on `report`, a row of damage_reports of the scope's tenant. */
  where: SQL;
  /** The reports that the search names exactly, by plate or reference. They match too, and a list shows them first. */
  exact: string[];
};

/**
 * What a filter as it stands in the URL means in SQL, for every query over `damage_reports report`: list, counts, calendar,
 * exports. Asks the database once for the candidates of a search, so call it outside a transaction.
 */
export async function reportConditions(scope: StaffScope, filter: ReportFilter): Promise<Narrowed> {
  const { tenant: { id, settings: { timeZone } } } = scope;
  const candidates = filter.q ? await findCandidates(scope, filter.q) : null;
  const conditions = [
    sql`report.tenant_id = ${id}::uuid`,
    ...(candidates ? [candidates.where] : []),
    ...(filter.status ? [statusIs(partsOf(filter.status))] : []),
    ...(filter.sub ? [sql`report.sub_status in (${list(partsOf(filter.sub))})`] : []),
    ...(filter.category ? [sql`report.category in (${list(partsOf(filter.category))})`] : []),
    ...(filter.new ? [filter.new === 'true' ? sql`report.first_opened_at is null` : sql`report.first_opened_at is not null`] : []),
    ...(filter.unread ? [filter.unread === 'true' ? isUnread(scope) : sql`not ${isUnread(scope)}`] : []),
    ...(filter.from ? [sql`report.listed_at >= ${beginOf(filter.from, timeZone)}`] : []),
    ...(filter.to ? [sql`report.listed_at < ${endOf(filter.to, timeZone)}`] : []),
    ...(filter.partner ? [partnerIs(partsOf(filter.partner))] : []),
    ...(filter.insurer ? [insurerBegins(filter.insurer)] : []),
    ...(filter.assignee ? [assigneeIs(scope, partsOf(filter.assignee))] : []),
    ...(filter.priority ? [priorityIs(partsOf(filter.priority))] : []),
    ...(filter.tag ? [sql`report.id in (select tagged.report_id from report_tags tagged where tagged.tenant_id = ${id}::uuid and tagged.tag in (${list(partsOf(filter.tag))}))`] : []),
    ...(filter.due ? [dueIs(filter.due, dayIn(timeZone, scope.services.clock.now()))] : []),
    ...(filter.turn ? [sql`report.id in (select open.report_id from report_scheduling open where open.tenant_id = ${id}::uuid and open.turn = ${filter.turn})`] : []),
    ...(filter.missing ? [filter.missing === 'true' ? sql`report.id in (select request.report_id from item_requests request where request.tenant_id = ${id}::uuid and request.completed_at is null and request.withdrawn_at is null)` : sql`not ${itemsAreMissing}`] : []),
    ...(filter.towing ? [filter.towing === 'true' ? hasToBeTowed : sql`not coalesce(${hasToBeTowed}, false)`] : []),
    ...(filter.link ? [sql`report.submitted_at is null and ${waitingLinkState(scope.services.clock.now())} in (${list(partsOf(filter.link))})`] : []),
    ...(filter.linkStep ? [linkStuckAt(filter.linkStep, scope.services.clock.now())] : []),
    ...(filter.linkStage || filter.linkFrom || filter.linkTo
      ? [linkReached(id, filter.linkStage || 'sent', filter.linkFrom ? beginOf(filter.linkFrom, timeZone) : null, filter.linkTo ? endOf(filter.linkTo, timeZone) : null)]
      : []),
    ...(filter.answer ? [answeredWithin(filter.answer)] : []),
    ...(filter.internal ? [filter.internal === 'true' ? sql`report.internal_since is not null` : sql`report.internal_since is null`] : []),
  ];
  return { where: sql.join(conditions, sql` and `), exact: candidates?.exact ?? [] };
}

export const itemsAreMissing: SQL = sql`exists (select from item_requests request where request.tenant_id = report.tenant_id and request.report_id = report.id and request.completed_at is null and request.withdrawn_at is null)`;

/** Worded as its index is. */
const hasToBeTowed: SQL = sql`((report.safety ->> 'advice') = 'tow' or (report.answers -> 'drivable') = 'false'::jsonb)`;

/** An index holds what is open: the condition is worded as the index is. */
function statusIs(parts: string[]): SQL {
  const named = reportStatuses.filter((status): status is ReportStatus => parts.includes(status));
  const any = [
    ...(parts.includes('open') ? [sql`report.closed_at is null`] : []),
    ...(parts.includes('closed') ? [sql`report.closed_at is not null`] : []),
    ...(named.length > 0 ? [sql`report.status in (${list(named)})`] : []),
  ];
  return anyOf(any);
}

function partnerIs(parts: string[]): SQL {
  const ids = parts.filter((part) => part !== 'any' && part !== 'none');
  return anyOf([
    ...(parts.includes('any') ? [sql`report.partner_id is not null`] : []),
    ...(parts.includes('none') ? [sql`report.partner_id is null`] : []),
    ...(ids.length > 0 ? [sql`report.partner_id in (${uuids(ids)})`] : []),
  ]);
}

/** From the beginning of the name up to the last character there is: a range, which an index can serve. */
function insurerBegins(typed: string): SQL {
  const beginning = typed.trim().toLowerCase();
  return sql`(report.insurer_key >= ${beginning} and report.insurer_key < ${`${beginning}\u{10ffff}`})`;
}

function assigneeIs({ staff }: StaffScope, parts: string[]): SQL {
  const ids = parts.filter((part) => part !== 'none').map((part) => (part === 'me' ? staff.id : part));
  return anyOf([
    ...(parts.includes('none') ? [sql`report.assignee_id is null`] : []),
    ...(ids.length > 0 ? [sql`report.assignee_id in (${uuids(ids)})`] : []),
  ]);
}

function priorityIs(parts: string[]): SQL {
  const named = sql`report.priority in (${list(parts)})`;
  return parts.includes('normal') ? named : sql`(${named} and report.priority <> 'normal')`;
}

function dueIs(due: string, today: string): SQL {
  const range = {
    overdue: sql`report.due_on < ${today}::date`,
    today: sql`report.due_on = ${today}::date`,
    week: sql`report.due_on >= ${today}::date and report.due_on < ${mondayAfter(today)}::date`,
  }[due];
  return sql`(report.due_on is not null and report.closed_at is null and ${range ?? sql`false`})`;
}

function mondayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7 - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function beginOf(day: string, timeZone: string): SQL {
  return sql`(${day}::date::timestamp at time zone ${timeZone})`;
}

function endOf(day: string, timeZone: string): SQL {
  return sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`;
}

function anyOf(conditions: SQL[]): SQL {
  return conditions.length === 1 && conditions[0] ? conditions[0] : sql`(${sql.join(conditions, sql` or `)})`;
}

function list(values: readonly string[]): SQL {
  return sql.join(values.map((value) => sql`${value}`), sql`, `);
}

function uuids(values: string[]): SQL {
  return sql.join(values.map((value) => sql`${value}::uuid`), sql`, `);
}
