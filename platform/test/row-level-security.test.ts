import { connect, type DatabaseClient } from '@meldewerk/db/client';
import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { activatePartner, findPartner } from '@meldewerk/tenants/partners';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnishAccidentStatement } from './accident-statements.ts';
import { furnishAppointment } from './appointments.ts';
import { furnishConditionPhoto } from './condition-photos.ts';
import { askForExport } from './exports.ts';
import { furnishForms, prepareCase } from './forms.ts';
import { furnishHandoff } from './handoffs.ts';
import { furnishHandling } from './handling.ts';
import { bootPlatform, type Platform } from './harness.ts';
import { importTable } from './import-table.ts';
import { furnishMessages } from './messages.ts';
import { furnishItems } from './missing-items.ts';
import { furnishLists } from './lists.ts';
import { furnishApprovals } from './approvals.ts';
import { furnishRedaction } from './redactions.ts';
import { furnishBilling } from './billing.ts';
import { openStatusPage } from './status-page.ts';
import { submitSmallReport } from './submit-report.ts';
import { furnishWithdrawal } from './withdrawals.ts';
import { provisionWorkshop, signInAs, type Workshop } from './workshop.ts';

let platform: Platform;
let owner: postgres.Sql;
/** The application's role with nothing around it, as an attacker who got hold of its connection would have it. */
let app: postgres.Sql;
let client: DatabaseClient;
let here: Workshop;
let there: Workshop;
let tables: string[];

beforeAll(async () => {
  platform = await bootPlatform();
  owner = postgres(platform.database.ownerUrl, { max: 2, onnotice: () => {} });
  app = postgres(platform.database.appUrl, { max: 2, onnotice: () => {} });
  client = connect(platform.database.appUrl, { poolSize: 1 });
  here = await provisionWorkshop(platform, 'mandant-hier');
  there = await provisionWorkshop(platform, 'mandant-dort');
  for (const workshop of [here, there]) {
    await submitSmallReport(platform, workshop);
    const partner = await findPartner(platform.services.db, 'DMS');
    await activatePartner(platform.services.db, workshop.tenantId, partner!.id, { email: 'dms@partner.example', now: platform.clock.now() });
    const admin = await signInAs(platform, workshop, 'admin');
    await furnishForms(platform, workshop, admin, await prepareCase(platform, workshop, admin), 'Muster');
    await askForExport(platform, workshop, admin);
    await importTable(platform, workshop, await signInAs(platform, workshop, 'clerk'));
    await owner`insert into report_reminders (tenant_id, report_id, generation, number, kind, due_at) select tenant_id, report_id, generation, 1, 'linkUnopened', now() from report_links where tenant_id = ${workshop.tenantId}`;
    await owner`insert into sms_opt_outs (tenant_id, phone, stopped_at) values (${workshop.tenantId}, '+4915123456789', now())`;
  }
  for (const workshop of [here, there]) {
    await furnishBilling(platform, workshop.tenantId);
    await furnishWithdrawal(platform, workshop);
    await furnishHandoff(platform, workshop);
    const [report] = await owner`select id, tenant_id from damage_reports where tenant_id = ${workshop.tenantId} and submitted_at is not null limit 1`;
    const { access } = await openStatusPage(platform, workshop, report?.['id']);
    await furnishConditionPhoto(platform, workshop, await signInAs(platform, workshop, 'clerk'), report?.['id']);
    await furnishAccidentStatement(platform, workshop);
    await furnishHandling(platform, workshop, await signInAs(platform, workshop, 'clerk'), report?.['id']);
    await furnishLists(platform, workshop, await signInAs(platform, workshop, 'clerk'), report?.['id']);
    await furnishAppointment(platform, workshop, await signInAs(platform, workshop, 'clerk'), report?.['id']);
    await owner`insert into proposal_reminders (tenant_id, report_id, round, number, due_at) values (${workshop.tenantId}, ${report?.['id']}, 2, 1, now())`;
    await furnishItems(platform, workshop, { admin: await signInAs(platform, workshop, 'admin'), reportId: report?.['id'], access }, 'Muster');
    await furnishMessages(platform, workshop, { cookie: await signInAs(platform, workshop, 'clerk'), reportId: report?.['id'], access }, 'Muster');
  }
  await platform.runJobs();
  for (const workshop of [here, there]) {
    const [photo] = await owner`select id, report_id from photos where tenant_id = ${workshop.tenantId} and report_id is not null and state = 'ready' limit 1`;
    const { access } = await openStatusPage(platform, workshop, photo?.['report_id']);
    await furnishApprovals(platform, workshop, { cookie: await signInAs(platform, workshop, 'clerk'), reportId: photo?.['report_id'], access, photoId: photo?.['id'], word: 'Muster' });
    await furnishRedaction(platform, workshop, await signInAs(platform, workshop, 'admin'), photo?.['id']);
  }
  const rows = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`;
  tables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), client.close()]);
  await platform.close();
});

/** Runs statements as the app within a tenant, and takes everything back. */
async function withinHere<Result>(work: (tx: postgres.TransactionSql) => Promise<Result>): Promise<Result> {
  let result: Result;
  await app
    .begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${here.tenantId}, true)`;
      result = await work(tx);
      throw new Error('take back');
    })
    .catch((error: Error) => {
      if (error.message !== 'take back') throw error;
    });
  return result!;
}

/** Whole as it is, but for the columns that the database itself makes of the others. */
async function insertCopy(sql: postgres.Sql | postgres.TransactionSql, table: string, content: string): Promise<void> {
  const columns = await owner<{ name: string }[]>`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  const names = sql(columns.map(({ name }) => name));
  await sql`insert into ${sql(table)} (${names}) select ${names} from jsonb_populate_record(null::${sql(table)}, ${content}::text::jsonb)`;
}

const refused = /row-level security|permission denied/;

describe('the catalogue of the database', () => {
  test('every table with a tenant has row-level security enabled and forced, with a policy for reading and writing', async () => {
    const open = await owner`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and (c.relname = any (${tables}) or c.relname = 'tenants')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null))`;
    expect(open).toEqual([]);
    expect(tables).toContain('damage_reports');
    expect(tables.length).toBeGreaterThanOrEqual(13);
  });

  test('every other table is known to belong to no tenant', async () => {
    const others = await owner<{ relname: string }[]>`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'f') and not relname = any (${tables}) order by 1`;
    expect(others.map(({ relname }) => relname)).toEqual(['billing_audit', 'billing_sessions', 'billing_sign_ins', 'chargebee_events', 'chargebee_reconciliations', 'installation_keys', 'operator_invitations', 'operator_sessions', 'operator_users', 'partners', 'queue_workers', 'rate_limits', 'schema_migrations', 'tenants']);
  });

  test('no view shows rows by the rights of its owner', async () => {
    const views = await owner`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
        and not coalesce(reloptions @> array['security_invoker=true'], false)`;
    expect(views).toEqual([]);
  });

  test('primary and unique keys of tenant tables begin with the tenant, so that none tells of another tenant’s rows', async () => {
    const keys = await owner`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relname = any (${tables}) and i.indisunique
        and (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) <> 'tenant_id'`;
    expect(keys).toEqual([]);
  });

  test('foreign keys between tenant tables carry the tenant', async () => {
    const keys = await owner`
      select k.conname from pg_constraint k
      where k.contype = 'f' and k.conrelid::regclass::text = any (${tables}) and k.confrelid::regclass::text = any (${tables})
        and not exists (select from unnest(k.conkey) as n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n where a.attname = 'tenant_id')`;
    expect(keys).toEqual([]);
  });

  test('the application is no superuser, bypasses nothing, owns nothing, and belongs to no other role', async () => {
    const [role] = await owner`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid) as owned,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
        has_schema_privilege(r.oid, 'public', 'create') as may_create
      from pg_roles r where rolname = 'meldewerk_app'`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, owned: 0, memberships: 0, may_create: false });
  });

  test('functions that run with the rights of another role are these two, with a fixed search path', async () => {
    const functions = await owner`
      select proname, proconfig from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`;
    expect(functions.map(({ proname }) => proname)).toEqual(['enqueue_job', 'search_reports']);
    for (const { proconfig } of functions) expect(proconfig.join()).toContain('search_path=');
  });
});

describe('without a tenant', () => {
  test('no row of any tenant’s table can be read', async () => {
    for (const table of tables) expect([table, await app`select count(*)::int as rows from ${app(table)}`]).toEqual([table, [{ rows: 0 }]]);
  });

  test('no row can be changed or deleted', async () => {
    for (const table of tables) {
      const update = await app`update ${app(table)} set tenant_id = tenant_id`.catch((error: Error) => error);
      expect([table, update instanceof Error ? refused.test(update.message) : update.count === 0]).toEqual([table, true]);
      const deletion = await app`delete from ${app(table)}`.catch((error: Error) => error);
      expect([table, deletion instanceof Error ? refused.test(deletion.message) : deletion.count === 0]).toEqual([table, true]);
    }
  });

  test('no row can be inserted, not even a copy of a real one', async () => {
    for (const table of tables) {
      const [row] = await owner`select to_jsonb(t) as content from ${owner(table)} t limit 1`;
      const content = JSON.stringify(row?.['content'] ?? { tenant_id: here.tenantId });
      await expect(insertCopy(app, table, content), table).rejects.toThrow(refused);
    }
  });

  test('the search finds nothing', async () => {
    const found = await app`select * from search_reports('%', '%', '', '', 100)`;
    expect(found).toHaveLength(0);
  });

  test('the empty setting a finished transaction leaves on the connection opens nothing', async () => {
    await inTenant(client.db, here.tenantId, (tx) => tx.select().from(staffUsers));
    expect(await client.db.select().from(staffUsers)).toEqual([]);
  });
});

describe('within a tenant', () => {
  test('rows of this tenant are there, and none of another in any table', async () => {
    const seen = await withinHere(async (tx) => {
      const counts: Record<string, { own: number; foreign: number }> = {};
      for (const table of tables) {
        const [count] = await tx<{ own: number; foreign: number }[]>`
          select count(*) filter (where tenant_id = ${here.tenantId})::int as own, count(*) filter (where tenant_id <> ${here.tenantId})::int as foreign from ${tx(table)}`;
        counts[table] = count!;
      }
      return counts;
    });
    const unused = ['support_requests', 'delivery_attempts', 'password_resets', 'vendor_events'];
    for (const table of tables) {
      expect([table, seen[table]!.foreign]).toEqual([table, 0]);
      if (!unused.includes(table)) expect([table, seen[table]!.own > 0]).toEqual([table, true]);
    }
    for (const table of tables.filter((name) => !unused.includes(name))) {
      const [truth] = await owner`select count(*)::int as rows from ${owner(table)} where tenant_id = ${there.tenantId}`;
      expect([table, truth?.['rows'] > 0]).toEqual([table, true]);
    }
  });

  test('no row can be given to another tenant, or changed or deleted there', async () => {
    for (const table of tables) {
      const [row] = await owner`select to_jsonb(t) as content from ${owner(table)} t where tenant_id = ${there.tenantId} limit 1`;
      const content = JSON.stringify(row?.['content'] ?? { tenant_id: there.tenantId });
      await expect(withinHere((tx) => insertCopy(tx, table, content)), table).rejects.toThrow(refused);
      const changes: Record<string, (tx: postgres.TransactionSql) => Promise<{ count: number }>> = {
        'give away': (tx) => tx`update ${tx(table)} set tenant_id = ${there.tenantId}`,
        'take over': (tx) => tx`update ${tx(table)} set tenant_id = ${here.tenantId} where tenant_id = ${there.tenantId}`,
        delete: (tx) => tx`delete from ${tx(table)} where tenant_id = ${there.tenantId}`,
      };
      for (const [name, change] of Object.entries(changes)) {
        const outcome = await withinHere(change).catch((error: Error) => error);
        expect([table, name, outcome instanceof Error ? refused.test(outcome.message) : outcome.count === 0]).toEqual([table, name, true]);
      }
    }
  });

  test('another workshop cannot be changed or suspended', async () => {
    const changed = await withinHere((tx) => tx`update tenants set suspended_at = now() where id = ${there.tenantId}`);
    expect(changed.count).toBe(0);
  });

  test('what evidence depends on can be added to and never changed', async () => {
    const swept = ['form_documents', 'form_uploads'];
    for (const table of ['report_events', 'consents', 'form_versions', 'form_signatures', 'signed_documents', ...swept]) {
      await expect(withinHere((tx) => tx`update ${tx(table)} set tenant_id = tenant_id`), table).rejects.toThrow('permission denied');
      if (!swept.includes(table)) await expect(withinHere((tx) => tx`delete from ${tx(table)}`), table).rejects.toThrow('permission denied');
      await expect(withinHere((tx) => tx`truncate ${tx(table)}`), table).rejects.toThrow('permission denied');
    }
  });

  test('a filled form that is signed cannot be taken away, only those nobody signed', async () => {
    const [before, after] = await withinHere(async (tx) => {
      const signed = () => tx`select d.id from form_documents d where exists (select from form_signatures s where s.document_id = d.id) order by d.id`;
      const stood = await signed();
      await tx`delete from form_documents`;
      return [stood, await tx`select id from form_documents order by id`];
    });
    expect(before?.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });

  test('the queue can be given a job and otherwise not be touched', async () => {
    await expect(app`select * from graphile_worker._private_jobs`).rejects.toThrow('permission denied');
    await expect(app`select graphile_worker.add_job('deliver')`).rejects.toThrow('permission denied');
    await expect(app`select * from queue_workers`).rejects.toThrow('permission denied');
  });

  test.each([
    ['select', (tx: Parameters<Parameters<typeof inTenant>[2]>[0]) => tx.select({ id: staffUsers.id }).from(staffUsers)],
    ['statement in SQL', (tx: Parameters<Parameters<typeof inTenant>[2]>[0]) => tx.execute<{ id: string }>(sql`select id from staff_users`)],
    ['update', (tx: Parameters<Parameters<typeof inTenant>[2]>[0]) => tx.update(staffUsers).set({ language: 'de' }).returning({ id: staffUsers.id })],
    ['several at once', async (tx: Parameters<Parameters<typeof inTenant>[2]>[0]) => (await Promise.all([tx.select({ id: staffUsers.id }).from(staffUsers), tx.execute(sql`select 1`)]))[0]],
  ])('the tenant is set before the first statement of the work: %s', async (_, work) => {
    expect(await inTenant(client.db, here.tenantId, async (tx) => [...(await work(tx))])).toHaveLength(3);
  });
});
