import { instantSchema, daySchema } from '@meldewerk/contract/identifier';
import type { ReportSort } from '@meldewerk/contract/report-filter';
import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';

const instantFormat = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/**
 * A stretch of a sorted list: the reports it holds and their order, each served by an index. A list whose order no single
 * index knows is several stretches, one after the other.
 */
export type Stretch = {
  from?: SQL;
  where?: SQL;
  order: SQL;
  /** Where a report stands in the order, as text. */
  key: SQL;
  keySchema: v.GenericSchema<unknown, string>;
  after: (key: string, id: string) => SQL;
};

const newest: Stretch = {
  order: sql`report.listed_at desc, report.id desc`,
  key: sql`to_char(report.listed_at at time zone 'UTC', ${sql.raw(`'${instantFormat}'`)})`,
  keySchema: instantSchema,
  after: (key, id) => sql`(report.listed_at, report.id) < (${key}::timestamptz, ${id}::uuid)`,
};
const text = v.pipe(v.string(), v.check((value) => !value.includes('\0')));
const byText = (column: SQL): Stretch => ({ order: sql`${column}, report.id`, key: column, keySchema: text, after: (key, id) => sql`(${column}, report.id) > (${key}, ${id}::uuid)` });
const within = (stretch: Stretch, where: SQL): Stretch => ({ ...stretch, where });
const plate = byText(sql`report.plate_search_key`);
const name = byText(sql`report.sort_name`);

export const stretchesOf: Record<ReportSort, Stretch[]> = {
  newest: [newest],
  oldest: [{ ...newest, order: sql`report.listed_at, report.id`, after: (key, id) => sql`(report.listed_at, report.id) > (${key}::timestamptz, ${id}::uuid)` }],
  due: [
    { where: sql`report.due_on is not null`, order: sql`report.due_on, report.id`, key: sql`report.due_on::text`, keySchema: daySchema, after: (key, id) => sql`(report.due_on, report.id) > (${key}::date, ${id}::uuid)` },
    within(newest, sql`report.due_on is null`),
  ],
  activity: [{
    from: sql`report_activity activity join damage_reports report on report.tenant_id = activity.tenant_id and report.id = activity.report_id`,
    order: sql`activity.active_at desc, activity.report_id desc`,
    key: sql`to_char(activity.active_at at time zone 'UTC', ${sql.raw(`'${instantFormat}'`)})`,
    keySchema: instantSchema,
    after: (key, id) => sql`(activity.active_at, activity.report_id) < (${key}::timestamptz, ${id}::uuid)`,
  }],
  // What was prepared without a plate or a name comes last, not first.
  plate: [within(plate, sql`report.plate_search_key > ''`), within(newest, sql`report.plate_search_key = ''`)],
  customer: [within(name, sql`report.sort_name > ''`), within(newest, sql`report.sort_name = ''`)],
  priority: [within(newest, sql`(report.priority = 'high' and report.priority <> 'normal')`), within(newest, sql`report.priority = 'normal'`), within(newest, sql`(report.priority = 'low' and report.priority <> 'normal')`)],
};
