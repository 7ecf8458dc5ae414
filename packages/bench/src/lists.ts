import { join } from 'node:path';
import postgres from 'postgres';
import type { Cluster } from './cluster.ts';
import { copyReports, withStaff, type Generated } from './generate-reports.ts';
import { createHttpClient, expectStatus } from './http-client.ts';
import { queriesOf } from './list-queries.ts';
import { figure, inTurns, loadWith, quantile, type Finding, type Load } from './measure.ts';
import { startPlatform } from './start-platform.ts';
import { provisionWorkshops, signIn } from './workshops.ts';

const sizes = [{ reports: 10_000, ofOneWorkshop: 2_000 }, { reports: 1_000_000, ofOneWorkshop: 50_000 }];

/** The list as staff call it, every filter and every order of it, while the installation grows from ten thousand reports to a million. */
export async function* measureLists(cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const database = await cluster.createDatabase('lists');
  const [workshop, ...others] = await provisionWorkshops(database.ownerUrl, 20);
  if (!workshop) throw new Error('workshops were asked for');
  const owner = postgres(database.ownerUrl, { max: 16, onnotice: () => {} });
  const platform = await startPlatform({ ...database, dataFolder: join(cluster.folder, 'idle') }, 'web');
  const http = createHttpClient(platform.port, 16);
  try {
    const cookie = await signIn(http, workshop.host);
    const mine = await withStaff(owner, workshop.tenantId);
    const theirs = await Promise.all(others.map(({ tenantId }) => withStaff(owner, tenantId)));
    const p95Before = new Map<string, number>();
    let there = { reports: 0, ofOneWorkshop: 0 };
    for (const size of sizes.slice(0, quick ? 1 : 2)) {
      yield await grow(owner, mine, theirs, there, size);
      there = size;
      for (const query of queriesOf(mine, size.ofOneWorkshop)) {
        const load = (callers: number, requests: number, ask: () => Promise<unknown>): Promise<Load> => loadWith(callers, Array.from({ length: requests }), ask);
        const asked = async () => expectStatus(await http.ask(workshop.host, { path: query.path, headers: { cookie } }), 200);
        const busy = query.alone ? null : await inTurns(quick ? 3 : 5, () => load(16, 600, () => query.bare(owner)), () => load(16, 600, asked));
        const requests = query.alone ? 60 : 200;
        const alone = await inTurns(quick ? 2 : 4, () => load(1, requests, () => query.bare(owner)), () => load(1, requests, asked));
        const p95 = quantile(alone.product.latenciesMs, 0.95);
        const before = p95Before.get(query.what);
        p95Before.set(query.what, p95);
        const together = busy ? `16 callers ${figure(busy.product.perSecond.median)}/s, bare select ${figure(busy.bare.perSecond.median)}/s; ` : '';
        yield {
          what: `${query.what}, ${size.reports.toLocaleString('en')} reports`,
          figures: `${together}alone p50 ${figure(quantile(alone.product.latenciesMs, 0.5))} ms (bare ${figure(quantile(alone.bare.latenciesMs, 0.5))}), p95 ${figure(p95)} ms${before ? `, growth ${figure(p95 / before)}` : ''}`,
          ratio: (busy ?? alone).ratio,
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

/** Indexes that cost the most to keep are taken off while the rows come in, and made anew. */
async function grow(sql: postgres.Sql, mine: Generated, theirs: Generated[], from: typeof sizes[0], to: typeof sizes[0]): Promise<Finding> {
  const startedAt = performance.now();
  const indexes = await sql<{ name: string; definition: string }[]>`select indexname as name, indexdef as definition from pg_indexes where tablename = 'damage_reports' and indexdef like '%USING gin%'`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await copyReports(sql, mine, from.ofOneWorkshop, to.ofOneWorkshop, true);
  const perOther = (size: typeof sizes[0]) => Math.floor((size.reports - size.ofOneWorkshop) / theirs.length);
  for (const other of theirs) await copyReports(sql, other, perOther(from), perOther(to), false);
  const session = await sql.reserve();
  await session`set maintenance_work_mem = '512MB'`;
  await Promise.all(indexes.map(({ definition }) => session.unsafe(definition)));
  session.release();
  await sql`vacuum (analyze) damage_reports, photos, report_activity, report_tags, report_links`;
  return { what: `${to.reports.toLocaleString('en')} reports by COPY, ${to.ofOneWorkshop.toLocaleString('en')} of them in the workshop asked`, figures: `${figure((performance.now() - startedAt) / 1000)} s` };
}
