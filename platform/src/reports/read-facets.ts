import type { ReportFacets } from '@meldewerk/contract/report-filter';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { sql } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';

const most = 200;

/** The tags and insurers that occur, each looked up once: from one value the index leads to the next. */
export async function readFacets({ services, tenant }: StaffScope): Promise<ReportFacets> {
  const [row] = await readInTenant<ReportFacets>(
    services.sql,
    tenant.id,
    sql`with recursive tag as (
        (select tag from report_tags where tenant_id = ${tenant.id}::uuid order by tag limit 1)
        union all
        select (select next.tag from report_tags next where next.tenant_id = ${tenant.id}::uuid and next.tag > tag.tag order by next.tag limit 1) from tag where tag.tag is not null
      ), insurer as (
        (select insurer_key, btrim(insurance ->> 'insurer') as name from damage_reports where tenant_id = ${tenant.id}::uuid and insurer_key is not null order by insurer_key limit 1)
        union all
        select next.insurer_key, next.name from insurer, lateral (
          select report.insurer_key, btrim(report.insurance ->> 'insurer') as name from damage_reports report
          where report.tenant_id = ${tenant.id}::uuid and report.insurer_key is not null and report.insurer_key > insurer.insurer_key order by report.insurer_key limit 1
        ) next
      )
      select array(select tag from tag where tag is not null limit ${most}) as tags, array(select name from insurer limit ${most}) as insurers`,
  );
  if (!row) throw new Error('a select without a table always has a row');
  return row;
}
