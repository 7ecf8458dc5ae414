import { join } from 'node:path';
import postgres from 'postgres';
import type { Cluster } from './cluster.ts';
import { copyReports } from './generate-reports.ts';
import { createHttpClient, expectStatus } from './http-client.ts';
import { figure, inTurns, loadWith, quantile, type Finding, type Load } from './measure.ts';
import { startPlatform } from './start-platform.ts';
import { provisionWorkshops, signIn, type Workshop } from './workshops.ts';

type Query = { what: string; path: string; target?: string; bare: (sql: postgres.Sql) => Promise<unknown> };

const sizes = [{ reports: 10_000, ofOneWorkshop: 2_000 }, { reports: 1_000_000, ofOneWorkshop: 50_000 }];

/** The list as staff call it, while the installation grows from ten thousand reports to a million. */
export async function* measureLists(cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const database = await cluster.createDatabase('lists');
  const [workshop, ...others] = await provisionWorkshops(database.ownerUrl, 20);
  if (!workshop) throw new Error('workshops were asked for');
  const owner = postgres(database.ownerUrl, { max: 16, onnotice: () => {} });
  const platform = await startPlatform({ ...database, dataFolder: join(cluster.folder, 'idle') }, 'web');
  const http = createHttpClient(platform.port, 16);
  try {
    const cookie = await signIn(http, workshop.host);
    const p95Before = new Map<string, number>();
    let there = { reports: 0, ofOneWorkshop: 0 };
    for (const size of sizes.slice(0, quick ? 1 : 2)) {
      yield await grow(owner, workshop, others, there, size);
      there = size;
      for (const query of queriesOf(workshop, size.ofOneWorkshop)) {
        const load = (callers: number, requests: number, ask: () => Promise<unknown>): Promise<Load> => loadWith(callers, Array.from({ length: requests }), ask);
        const asked = async () => expectStatus(await http.ask(workshop.host, { path: query.path, headers: { cookie } }), 200);
        const busy = await inTurns(quick ? 3 : 5, () => load(16, 600, () => query.bare(owner)), () => load(16, 600, asked));
        const alone = await inTurns(quick ? 2 : 4, () => load(1, 200, () => query.bare(owner)), () => load(1, 200, asked));
        const p95 = quantile(alone.product.latenciesMs, 0.95);
        const before = p95Before.get(query.what);
        p95Before.set(query.what, p95);
        yield {
          what: `${query.what}, ${size.reports.toLocaleString('en')} reports`,
          figures: `16 callers ${figure(busy.product.perSecond.median)}/s, bare select ${figure(busy.bare.perSecond.median)}/s; alone p50 ${figure(quantile(alone.product.latenciesMs, 0.5))} ms (bare ${figure(quantile(alone.bare.latenciesMs, 0.5))}), p95 ${figure(p95)} ms${before ? `, growth ${figure(p95 / before)}` : ''}`,
          ratio: busy.ratio,
          ...(query.target && { target: query.target }),
        };
      }
    }
  } finally {
    http.close();
    await platform.stop();
    await owner.end();
  }
}

/** Trigram indexes are taken off while the rows come in, and made anew. */
async function grow(sql: postgres.Sql, workshop: Workshop, others: Workshop[], from: typeof sizes[0], to: typeof sizes[0]): Promise<Finding> {
  const startedAt = performance.now();
  const indexes = await sql<{ name: string; definition: string }[]>`select indexname as name, indexdef as definition from pg_indexes where tablename = 'damage_reports' and indexdef like '%USING gin%'`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await copyReports(sql, workshop.tenantId, from.ofOneWorkshop, to.ofOneWorkshop, true);
  const perOther = (size: typeof sizes[0]) => Math.floor((size.reports - size.ofOneWorkshop) / others.length);
  for (const { tenantId } of others) await copyReports(sql, tenantId, perOther(from), perOther(to), false);
  const session = await sql.reserve();
  await session`set maintenance_work_mem = '512MB'`;
  await Promise.all(indexes.map(({ definition }) => session.unsafe(definition)));
  session.release();
  await sql`vacuum (analyze) damage_reports, photos`;
  return { what: `${to.reports.toLocaleString('en')} reports by COPY, ${to.ofOneWorkshop.toLocaleString('en')} of them in the workshop asked`, figures: `${figure((performance.now() - startedAt) / 1000)} s` };
}

function queriesOf({ tenantId }: Workshop, reports: number): Query[] {
  const deep = Math.floor(reports / 50);
  const page = (sql: postgres.Sql, condition: postgres.PendingQuery<postgres.Row[]>) => sql`
    select id, reference, status, category, license_plate, vehicle ->> 'makeModel' as make_model, customer_name, listed_at, first_opened_at is null as is_new, photo_count,
      (select photo.id from photos photo where photo.tenant_id = report.tenant_id and photo.report_id = report.id and photo.state = 'ready' order by position limit 1) as thumbnail
    from damage_reports report where tenant_id = ${tenantId} and ${condition} order by listed_at desc, id desc limit 51`;
  // The deepest page begins behind the report of this number; both sides know when it was sent.
  const before = new Date(Date.UTC(2022, 0, 1) + deep * 540_000).toISOString();
  const cursor = Buffer.from(JSON.stringify([before, `${tenantId.slice(0, 8)}-a000-4000-8000-${deep.toString(16).padStart(12, '0')}`])).toString('base64url');
  const like = (sql: postgres.Sql, part: string) => page(sql, sql`search_text like ${`%${part}%`}`);
  return [
    { what: 'newest 50', path: '/api/reports', target: '≥ 0.5, growth ≤ 1.2', bare: (sql) => page(sql, sql`true`) },
    { what: 'newest 50 of a status', path: '/api/reports?status=inReview', target: '≥ 0.5, growth ≤ 1.2', bare: (sql) => page(sql, sql`status = 'inReview'`) },
    { what: 'open, of a category', path: '/api/reports?status=open&category=glass', target: 'growth ≤ 1.2', bare: (sql) => page(sql, sql`status <> 'completed' and status <> 'cancelled' and category = 'glass'`) },
    { what: 'one of the last pages', path: `/api/reports?cursor=${cursor}`, target: '≥ 0.5, growth ≤ 1.2', bare: (sql) => page(sql, sql`(listed_at, id) < (${before}, ${`${tenantId.slice(0, 8)}-a000-4000-8000-${deep.toString(16).padStart(12, '0')}`})`) },
    { what: 'search, a plate', path: '/api/reports?q=kaab12', target: 'p95 ≤ 20 ms, ≥ 0.5', bare: (sql) => like(sql, 'kaab12') },
    { what: 'search, part of a rare name', path: '/api/reports?q=berzimulm', target: 'p95 ≤ 20 ms, ≥ 0.5', bare: (sql) => like(sql, 'berzimulm') },
    { what: 'search, part of a common name', path: '/api/reports?q=ber', target: 'p95 ≤ 20 ms, ≥ 0.5', bare: (sql) => like(sql, 'ber') },
    { what: 'search, a reference', path: '/api/reports?q=SM-2022-000777', target: 'p95 ≤ 20 ms, ≥ 0.5', bare: (sql) => like(sql, 'sm-2022-000777') },
  ];
}
