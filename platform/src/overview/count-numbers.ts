import { answerTimes, type AnswerTime, type Numbers } from '@meldewerk/contract/overview';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql, type SQL } from 'drizzle-orm';
import { currentCatalogue } from '../catalogues/find-catalogue.ts';
import type { StaffScope } from '../http/scope.ts';
import { answeredWithin } from '../reports/answer-time.ts';
import { dayIn } from '../time-zone.ts';

const dayMs = 24 * 60 * 60 * 1000;
type Period = { from: string; to: string; since: SQL };

/** What happened in the last weeks, the running one included. */
export async function countNumbers(scope: StaffScope, weeks: number): Promise<Numbers> {
  const { timeZone } = scope.tenant.settings;
  const to = dayIn(timeZone, scope.services.clock.now());
  const from = addDays(mondayOf(to), -7 * (weeks - 1));
  const period: Period = { from, to, since: sql`(${from}::date::timestamp at time zone ${timeZone})` };
  const [perWeek, byCategory, byPartner, firstAnswer, links, stuckAt] = await Promise.all([
    countWeeks(scope, period), countCategories(scope, period), countPartners(scope, period), countFirstAnswers(scope, period), countLinks(scope, period), countStuck(scope, period),
  ]);
  return { from, to, perWeek, byCategory, byPartner, firstAnswer, links, stuckAt };
}

async function countWeeks({ services, tenant }: StaffScope, { from, to, since }: Period): Promise<Numbers['perWeek']> {
  const rows = await readInTenant<{ monday: string; count: number }>(
    services.sql,
    tenant.id,
    sql`select to_char(date_trunc('week', listed_at at time zone ${tenant.settings.timeZone}), 'YYYY-MM-DD') as monday, count(*)::integer as count
      from damage_reports where tenant_id = ${tenant.id}::uuid and listed_at >= ${since} group by 1`,
  );
  const counts = new Map(rows.map(({ monday, count }) => [monday, count]));
  const weeks: Numbers['perWeek'] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) weeks.push({ from: monday, to: addDays(monday, 6), count: counts.get(monday) ?? 0 });
  return weeks;
}

async function countCategories(scope: StaffScope, { since }: Period): Promise<Numbers['byCategory']> {
  const { services, tenant } = scope;
  const rows = await readInTenant<{ key: string; count: number }>(
    services.sql,
    tenant.id,
    sql`select category as key, count(*)::integer as count from damage_reports
      where tenant_id = ${tenant.id}::uuid and listed_at >= ${since} and category is not null group by 1 order by 2 desc, 1`,
  );
  const { categories } = await currentCatalogue(scope);
  // A category that was taken out of the catalogue keeps its reports.
  return rows.map((row) => ({ ...row, label: categories.find(({ id }) => id === row.key)?.label ?? { de: row.key, en: row.key } }));
}

async function countPartners({ services, tenant }: StaffScope, { since }: Period): Promise<Numbers['byPartner']> {
  return readInTenant<Numbers['byPartner'][number]>(
    services.sql,
    tenant.id,
    sql`select partner ->> 'id' as key, max(partner ->> 'name') as name, count(*)::integer as count from damage_reports
      where tenant_id = ${tenant.id}::uuid and listed_at >= ${since} and partner is not null group by 1 order by 3 desc, 2 limit 20`,
  );
}

async function countFirstAnswers({ services, tenant }: StaffScope, { since }: Period): Promise<Numbers['firstAnswer']> {
  const [row] = await readInTenant<Record<AnswerTime, number> & { medianMinutes: number | null }>(
    services.sql,
    tenant.id,
    sql`select round(percentile_cont(0.5) within group (order by extract(epoch from report.first_answered_at - report.submitted_at) / 60))::integer as "medianMinutes",
        ${sql.join(answerTimes.map((time) => sql`count(*) filter (where ${answeredWithin(time)})::integer as ${sql.identifier(time)}`), sql`, `)}
      from damage_reports report where report.tenant_id = ${tenant.id}::uuid and report.listed_at >= ${since} and report.submitted_at is not null`,
  );
  if (!row) throw new Error('an aggregate always has a row');
  return { medianMinutes: row.medianMinutes, byTime: answerTimes.map((time) => ({ time, count: row[time] })) };
}

async function countLinks({ services, tenant }: StaffScope, { since }: Period): Promise<Numbers['links']> {
  const [row] = await readInTenant<Numbers['links']>(
    services.sql,
    tenant.id,
    sql`with sent as (
        select report_id, bool_or(opened_at is not null) as opened, bool_or(begun_at is not null) as begun from report_links
        where tenant_id = ${tenant.id}::uuid and sent_at >= ${since} group by 1
      )
      select count(*)::integer as sent, (count(*) filter (where opened or begun or submitted_at is not null))::integer as opened,
        (count(*) filter (where begun or submitted_at is not null))::integer as begun, count(submitted_at)::integer as submitted
      from sent join damage_reports report on report.tenant_id = ${tenant.id}::uuid and report.id = sent.report_id`,
  );
  if (!row) throw new Error('an aggregate always has a row');
  return row;
}

async function countStuck({ services, tenant }: StaffScope, { since }: Period): Promise<Numbers['stuckAt']> {
  const quietSince = new Date(services.clock.now().getTime() - dayMs).toISOString();
  return readInTenant<Numbers['stuckAt'][number]>(
    services.sql,
    tenant.id,
    sql`select link.last_step as step, count(distinct link.report_id)::integer as count
      from report_links link join damage_reports report on report.tenant_id = link.tenant_id and report.id = link.report_id
      where link.tenant_id = ${tenant.id}::uuid and link.sent_at >= ${since} and link.begun_at is not null and link.last_step is not null
        and link.last_active_at <= ${quietSince}::timestamptz and report.submitted_at is null and report.closed_at is null
        and not exists (select from report_links newer where newer.tenant_id = link.tenant_id and newer.report_id = link.report_id and newer.generation > link.generation)
      group by 1 order by 2 desc, 1`,
  );
}

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
