import type { Figures } from '@meldewerk/contract/operator';
import { asOperator } from '@meldewerk/db/billing-scope';
import { sql } from 'drizzle-orm';
import type { OperatorScope } from '../http/scope.ts';

/** How each of the last thirteen months ended, by German time: how many workshops in which state, who came, who went, and what a month brings. Read from the changes of state, so it never changes afterwards. */
export async function readFigures({ services }: OperatorScope): Promise<Figures> {
  const now = services.clock.now().toISOString();
  const months = await asOperator(services.db, (tx) =>
    tx.execute<Figures['months'][number]>(sql`
      with month as (
        select start, start + interval '1 month' as finish
        from generate_series(date_trunc('month', ${now}::timestamptz at time zone 'Europe/Berlin') - interval '12 months', date_trunc('month', ${now}::timestamptz at time zone 'Europe/Berlin'), interval '1 month') as start
      ), change as (
        select tenant_id, at at time zone 'Europe/Berlin' as at, id, state, mrr_cents, lag(state) over (partition by tenant_id order by at, id) as before from billing_state_changes
      ), standing as (
        select month.start, last.state, last.mrr_cents
        from month cross join lateral (select distinct on (tenant_id) tenant_id, state, mrr_cents from change where change.at < month.finish order by tenant_id, change.at desc, change.id desc) as last
      )
      select to_char(month.start, 'YYYY-MM') as month,
        count(*) filter (where standing.state = 'trial')::integer as trial,
        count(*) filter (where standing.state = 'active')::integer as active,
        count(*) filter (where standing.state = 'pastDue')::integer as "pastDue",
        count(*) filter (where standing.state = 'suspended')::integer as suspended,
        (select count(*)::integer from change where change.at >= month.start and change.at < month.finish and change.state in ('trial', 'active') and coalesce(change.before, 'setup') in ('setup', 'cancelled')) as started,
        (select count(*)::integer from change where change.at >= month.start and change.at < month.finish and change.state = 'cancelled' and change.before is distinct from 'cancelled') as churned,
        coalesce(sum(standing.mrr_cents) filter (where standing.state in ('active', 'pastDue', 'suspended')), 0)::integer as "mrrCents"
      from month left join standing on standing.start = month.start
      group by month.start, month.finish order by month.start`),
  );
  return { months: [...months], currency: 'EUR' };
}
