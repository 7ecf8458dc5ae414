import type postgres from 'postgres';
import { partnerIds, rareTag, type Generated } from './generate-reports.ts';

/** `bare`: the rows of the same page by one plain select of the database's owner, without tenant scope, JSON or HTTP. `alone`: measured with one caller only. */
export type Query = { what: string; path: string; target?: string; alone?: true; bare: (sql: postgres.Sql) => Promise<unknown> };
type Condition = (sql: postgres.Sql) => postgres.PendingQuery<postgres.Row[]>;

const busy = '≥ 0.5, growth ≤ 1.2';
const found = 'p95 ≤ 20 ms, ≥ 0.5';
const quick = 'p95 < 100 ms';

export function queriesOf({ tenantId, staffUserId }: Generated, reports: number): Query[] {
  const deep = Math.floor(reports / 50);
  // The deepest page begins behind the report of this number; both sides know when it was sent.
  const before = new Date(Date.UTC(2022, 0, 1) + deep * 540_000).toISOString();
  const lastId = `${tenantId.slice(0, 8)}-a000-4000-8000-${deep.toString(16).padStart(12, '0')}`;
  const cursor = Buffer.from(JSON.stringify([0, before, lastId])).toString('base64url');
  const rows = (condition: Condition, order: Condition = (sql) => sql`listed_at desc, id desc`) => (sql: postgres.Sql) => sql`
    select id, reference, status, category, license_plate, vehicle ->> 'makeModel' as make_model, customer_name, listed_at, first_opened_at is null as is_new, photo_count, priority, tags, due_on, next_step,
      (select photo.id from photos photo where photo.tenant_id = report.tenant_id and photo.report_id = report.id and photo.state = 'ready' order by position limit 1) as thumbnail
    from damage_reports report where tenant_id = ${tenantId} and ${condition(sql)} order by ${order(sql)} limit 51`;
  const like = (part: string) => rows((sql) => sql`search_text like ${`%${part}%`}`);
  const filter = (search: string, condition: Condition): Query => ({ what: `filter ${search}`, path: `/api/reports?${search}`, target: quick, alone: true, bare: rows(condition) });
  const sort = (name: string, order: Condition): Query => ({ what: `order ${name}`, path: `/api/reports?sort=${name}`, target: quick, alone: true, bare: rows((sql) => sql`true`, order) });
  const counted = (condition: Condition) => (sql: postgres.Sql) =>
    sql`select status, (select count(*) from (select 1 from damage_reports where tenant_id = ${tenantId} and status = named.status and ${condition(sql)} limit 1001) counted) from unnest(array['draft', 'linkSent', 'submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed', 'cancelled']) as named (status)`;
  return [
    { what: 'newest 50', path: '/api/reports', target: busy, bare: rows((sql) => sql`true`) },
    { what: 'newest 50 of a status', path: '/api/reports?status=inReview', target: busy, bare: rows((sql) => sql`status = 'inReview'`) },
    { what: 'open, of a category', path: '/api/reports?status=open&category=glass', target: 'growth ≤ 1.2', bare: rows((sql) => sql`closed_at is null and category = 'glass'`) },
    { what: 'one of the last pages', path: `/api/reports?cursor=${cursor}`, target: busy, bare: rows((sql) => sql`(listed_at, id) < (${before}, ${lastId})`) },
    { what: 'search, a plate', path: '/api/reports?q=kaab12', target: found, bare: like('kaab12') },
    { what: 'search, part of a rare name', path: '/api/reports?q=berzimulm', target: found, bare: like('berzimulm') },
    { what: 'search, part of a common name', path: '/api/reports?q=ber', target: found, bare: like('ber') },
    { what: 'search, a reference', path: '/api/reports?q=SM-2022-000777', target: found, bare: like('sm-2022-000777') },
    filter('status=open', (sql) => sql`closed_at is null`),
    filter('status=inReview,inRepair,ready', (sql) => sql`status in ('inReview', 'inRepair', 'ready')`),
    filter('status=closed', (sql) => sql`closed_at is not null`),
    filter('sub=waitingForParts', (sql) => sql`sub_status = 'waitingForParts'`),
    filter('new=true', (sql) => sql`first_opened_at is null`),
    filter('unread=true', (sql) => sql`customer_wrote_at is not null`),
    filter('from=2022-01-03&to=2022-01-05', (sql) => sql`listed_at >= '2022-01-03' and listed_at < '2022-01-06'`),
    filter(`partner=${partnerIds[0]}`, (sql) => sql`partner_id = ${partnerIds[0] ?? ''}`),
    filter('insurer=nordstern', (sql) => sql`insurer_key >= 'nordstern' and insurer_key < 'nordstern~'`),
    filter('assignee=me', (sql) => sql`assignee_id = ${staffUserId}`),
    filter('assignee=me&status=open', (sql) => sql`assignee_id = ${staffUserId} and closed_at is null`),
    filter('assignee=none&status=open', (sql) => sql`assignee_id is null and closed_at is null`),
    filter('priority=high', (sql) => sql`priority = 'high' and priority <> 'normal'`),
    filter('tag=Hagel', (sql) => sql`id in (select report_id from report_tags where tenant_id = ${tenantId} and tag = 'Hagel')`),
    filter(`tag=${rareTag}`, (sql) => sql`id in (select report_id from report_tags where tenant_id = ${tenantId} and tag = ${rareTag})`),
    filter('due=overdue', (sql) => sql`due_on is not null and closed_at is null and due_on < current_date`),
    filter('due=today', (sql) => sql`due_on is not null and closed_at is null and due_on = current_date`),
    filter('due=week', (sql) => sql`due_on is not null and closed_at is null and due_on >= current_date and due_on < current_date + 7`),
    filter('link=opened', (sql) => sql`submitted_at is null and (select opened_at is not null and begun_at is null from report_links link where link.tenant_id = report.tenant_id and link.report_id = report.id order by generation desc limit 1)`),
    filter('linkStep=photos', (sql) => sql`submitted_at is null and exists (select from report_links link where link.tenant_id = report.tenant_id and link.report_id = report.id and begun_at is not null and last_step = 'photos')`),
    filter('linkStage=begun&linkFrom=2022-01-02', (sql) => sql`id in (select report_id from report_links where tenant_id = ${tenantId} and sent_at >= '2022-01-02' and begun_at is not null)`),
    filter('answer=open', (sql) => sql`submitted_at is not null and first_answered_at is null`),
    filter('internal=true', (sql) => sql`internal_since is not null`),
    filter('turn=staff', (sql) => sql`id in (select report_id from report_scheduling where tenant_id = ${tenantId} and turn = 'staff')`),
    filter('towing=true&status=open', (sql) => sql`closed_at is null and ((safety ->> 'advice') = 'tow' or (answers -> 'drivable') = 'false'::jsonb)`),
    filter('missing=true', (sql) => sql`id in (select report_id from item_requests where tenant_id = ${tenantId} and completed_at is null and withdrawn_at is null)`),
    filter('q=ber&assignee=me&status=open', (sql) => sql`search_text like '%ber%' and assignee_id = ${staffUserId} and closed_at is null`),
    filter(`q=ber&tag=${rareTag}&category=glass`, (sql) => sql`search_text like '%ber%' and category = 'glass' and id in (select report_id from report_tags where tenant_id = ${tenantId} and tag = ${rareTag})`),
    sort('oldest', (sql) => sql`listed_at, id`),
    sort('due', (sql) => sql`due_on, id`),
    { what: 'order activity', path: '/api/reports?sort=activity', target: quick, alone: true, bare: (sql) => sql`select report.* from report_activity activity join damage_reports report on report.tenant_id = activity.tenant_id and report.id = activity.report_id where activity.tenant_id = ${tenantId} order by activity.active_at desc, activity.report_id desc limit 51` },
    sort('plate', (sql) => sql`plate_search_key, id`),
    sort('customer', (sql) => sql`sort_name, id`),
    { what: 'order priority', path: '/api/reports?sort=priority', target: quick, alone: true, bare: rows((sql) => sql`priority = 'high' and priority <> 'normal'`) },
    { what: 'open ones by date due', path: '/api/reports?status=open&sort=due', target: quick, alone: true, bare: rows((sql) => sql`closed_at is null and due_on is not null`, (sql) => sql`due_on, id`) },
    { what: 'my open ones by plate', path: '/api/reports?status=open&assignee=me&sort=plate', target: quick, alone: true, bare: rows((sql) => sql`closed_at is null and assignee_id = ${staffUserId}`, (sql) => sql`plate_search_key, id`) },
    { what: 'a common name by activity', path: '/api/reports?q=ber&sort=activity', target: quick, alone: true, bare: like('ber') },
    { what: 'numbers of the board', path: '/api/report-counts', target: quick, alone: true, bare: counted((sql) => sql`true`) },
    { what: 'numbers of the board, mine', path: '/api/report-counts?assignee=me', target: quick, alone: true, bare: counted((sql) => sql`assignee_id = ${staffUserId}`) },
    { what: 'numbers of the board, a common name', path: '/api/report-counts?q=ber', target: quick, alone: true, bare: counted((sql) => sql`search_text like '%ber%'`) },
    { what: 'tags and insurers to filter by', path: '/api/report-facets', target: quick, alone: true, bare: (sql) => sql`select distinct tag from report_tags where tenant_id = ${tenantId}` },
  ];
}
