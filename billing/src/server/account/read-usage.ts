import type { Usage } from '@meldewerk/contract/billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { findTenantById } from '@meldewerk/tenants/find';
import { sql } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import type { Account } from './find-account.ts';

const shownMonths = 12;

/** What a workshop did with the product, month by month of its own time zone. Numbers only: whose reports they are is nobody's business here. */
export async function readUsage({ db, now }: Billing, { tenantId }: Pick<Account, 'tenantId'>): Promise<Usage> {
  const tenant = await findTenantById(db, tenantId);
  if (!tenant) throw new Error('a workshop with an account is never gone');
  const { timeZone } = tenant.settings;
  return inTenant(db, tenantId, async (tx) => {
    const months = await tx.execute<{ month: string; submitted: number; links: number }>(sql`
      with months as (
        select begins, (begins at time zone ${timeZone}) as since, ((begins + interval '1 month') at time zone ${timeZone}) as until
        from generate_series(date_trunc('month', ${now().toISOString()}::timestamptz at time zone ${timeZone}) - ${shownMonths - 1} * interval '1 month', date_trunc('month', ${now().toISOString()}::timestamptz at time zone ${timeZone}), interval '1 month') as begins
      )
      select to_char(begins, 'YYYY-MM') as month,
        (select count(*) from damage_reports where tenant_id = ${tenantId} and submitted_at >= since and submitted_at < until)::integer as submitted,
        (select count(*) from report_links where tenant_id = ${tenantId} and sent_at >= since and sent_at < until)::integer as links
      from months order by begins desc`);
    const [staff] = await tx.execute<{ count: number }>(sql`select count(*)::integer as count from staff_users where tenant_id = ${tenantId} and disabled_at is null`);
    return { months: months.map(({ month, submitted, links }) => ({ month, submittedCount: submitted, linkCount: links })), staffCount: staff?.count ?? 0 };
  });
}
