import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Cluster } from './cluster.ts';
import { putDrafts, submissionOf, type ReadyDraft } from './drafts.ts';
import { createHttpClient, expectStatus } from './http-client.ts';
import { figure, inTurns, loadWith, quantile, type Finding } from './measure.ts';
import { startPlatform } from './start-platform.ts';
import { provisionWorkshops, type Workshop } from './workshops.ts';

const callers = 16;

/** Reports with eight photos already up, sent over HTTP, against bare postgres.js writing the same rows in one statement. */
export async function* measureSubmissions(cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const database = await cluster.createDatabase('submissions');
  const workshops = await provisionWorkshops(database.ownerUrl, quick ? 20 : 60);
  const owner = postgres(database.ownerUrl, { max: callers, onnotice: () => {} });
  const platform = await startPlatform({ ...database, dataFolder: join(cluster.folder, 'idle') }, 'web');
  const http = createHttpClient(platform.port, callers);
  try {
    for (const [what, among] of [['many workshops', workshops], ['one workshop', workshops.slice(0, 1)]] as [string, Workshop[]][]) {
      // Below the hourly allowance of one workshop, which is handed out anew before every round.
      const perRound = quick ? 160 : 290;
      const result = await inTurns(
        quick ? 3 : 7,
        async () => loadWith(callers, await putDrafts(owner, among, perRound), (draft) => writeBare(owner, draft)),
        async () => {
          const drafts = await putDrafts(owner, among, perRound);
          await owner`delete from rate_limits`;
          return loadWith(callers, drafts, async (draft) => {
            const headers = { 'content-type': 'application/json', authorization: `Bearer ${draft.token}`, 'idempotency-key': randomUUID() };
            expectStatus(await http.ask(draft.host, { method: 'POST', path: '/api/reports', headers, body: JSON.stringify(submissionOf(draft)) }), 201);
          });
        },
      );
      const [median, late] = [quantile(result.product.latenciesMs, 0.5), quantile(result.product.latenciesMs, 0.99)];
      yield {
        what: `submit, 8 photos up, 16 callers, ${what}`,
        figures: `${figure(result.product.perSecond.median)}/s, bare ${figure(result.bare.perSecond.median)}/s; p50 ${figure(median)} ms, p99 ${figure(late)} ms (${figure(late / median)} × p50)`,
        ratio: result.ratio,
        target: '≥ 0.5, p99 < 4 × p50',
      };
    }
  } finally {
    http.close();
    await platform.stop();
    await owner.end();
  }
}

/** The rows of a report without tenant, checks, numbering or HTTP: what the database and the driver can do. */
async function writeBare(sql: postgres.Sql, draft: ReadyDraft): Promise<void> {
  const id = randomUUID();
  const submission = submissionOf(draft) as Record<string, object>;
  const body = JSON.stringify(submission);
  const hash = createHash('sha256').update(body).digest();
  await sql`
    with claimed as (
      update drafts set report_id = ${id} where tenant_id = ${draft.tenantId} and id = ${draft.id} returning tenant_id
    ), inserted as (
      insert into damage_reports (
        tenant_id, id, reference, status, category, catalogue_version, language, reporter, vehicle, insurance, answers, skipped_shots, source,
        license_plate, plate_search_key, customer_name, search_text, photo_count, listed_at, submitted_at, status_since, active_at
      ) select tenant_id, ${id}, ${id}, 'submitted', 'other', 1, 'de', ${JSON.stringify(submission['reporter'])}::text::jsonb, ${JSON.stringify(submission['vehicle'])}::text::jsonb,
        ${JSON.stringify(submission['insurance'])}::text::jsonb, ${JSON.stringify(submission['answers'])}::text::jsonb, '[]', '{"kind":"page"}', 'KA-MW 1234', 'KAMW1234', 'Messgard Wägemann',
        ${`${id}\nkamw1234\nka-mw 1234\nmessgard wägemann\nmessgard waegemann\nwvwzzz1jzxw000001`}, 8, now(), now(), now(), now()
      from claimed returning tenant_id
    ), linked as (
      update photos set report_id = ${id}, position = named.position - 1
      from unnest(${draft.photos.map((photo) => photo.id)}::uuid[]) with ordinality as named (id, position)
      where photos.tenant_id = ${draft.tenantId} and photos.draft_id = ${draft.id} and photos.id = named.id
    ), consented as (
      insert into consents (tenant_id, report_id, kind, text_version, text, given_at) select tenant_id, ${id}, 'privacy', 1, ${'Ich willige ein. '.repeat(20)}, now() from inserted
    ), recorded as (
      insert into report_events (tenant_id, report_id, sequence, type, at, body, previous_hash, hash) select tenant_id, ${id}, 1, 'reportSubmitted', now(), ${body}, ${hash}, ${hash} from inserted
    ), remembered as (
      insert into idempotency_keys (tenant_id, key, request_hash, report_id, created_at) select tenant_id, ${id}, ${hash}, ${id}, now() from inserted
    )
    select graphile_worker.add_job('fan-out', json_build_object('reportId', ${id}::text)) from inserted`;
}
