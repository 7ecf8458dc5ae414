import type { Receipt } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { sql } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import type { CheckedSubmission, LinkedPhoto } from './check-submission.ts';
import { canonicalJson, genesisHash } from '../events/event-chain.ts';
import { foldForSearch } from './search-text.ts';
import { submittedFacts } from './submitted-facts.ts';
import { dayIn } from '../time-zone.ts';

type Input = { submission: CheckedSubmission; photos: LinkedPhoto[]; idempotencyKey: string; requestHash: Buffer };

/**
 * Writes everything an accepted report consists of in one statement, so that the row lock on the tenant's counter, which
 * makes the reference numbers gapless, is held no longer than that. Null when the draft was sent by somebody else meanwhile.
 */
export async function insertReport(scope: Scope, tx: Transaction, { submission, photos, idempotencyKey, requestHash }: Input): Promise<Receipt | null> {
  const { services, tenant } = scope;
  const id = services.newId();
  const now = services.clock.now();
  const at = now.toISOString();
  const { reporter: typedReporter, vehicle: typedVehicle, insurance, answers, damages, checkedSafety: safety, skippedShots, source, plate } = submission;
  const reporter = { ...typedReporter, phone: submission.phoneE164 };
  const vehicle = { ...typedVehicle, licensePlate: plate.canonical };
  const customerName = `${reporter.firstName} ${reporter.lastName}`;
  const year = Number(dayIn(tenant.settings.timeZone, now).slice(0, 4));
  const event = submittedEvent({ id, at, submission, content: { reporter, vehicle, insurance, answers, damages, safety, skippedShots }, photos });

  const rows = await tx.execute<{ reference: string }>(sql`
    with claimed as (
      update drafts set report_id = ${id}::uuid
      where tenant_id = ${tenant.id}::uuid and id = ${submission.draftId}::uuid and report_id is null
      returning tenant_id
    ), numbered as (
      insert into report_counters as counter (tenant_id, year, last_number) select tenant_id, ${year}::integer, 1 from claimed
      on conflict (tenant_id, year) do update set last_number = counter.last_number + 1
      returning tenant_id, ${tenant.settings.referencePrefix}::text || '-' || year || '-' || lpad(last_number::text, 6, '0') as reference
    ), inserted as (
      insert into damage_reports (
        tenant_id, id, reference, status, category, catalogue_version, language, reporter, vehicle, insurance, answers, damages, safety,
        skipped_shots, source, license_plate, plate_search_key, customer_name, search_text, photo_count, listed_at, submitted_at, status_since, active_at
      ) select
        tenant_id, ${id}::uuid, reference, 'submitted', ${submission.category}, ${submission.catalogueVersion}::integer, ${submission.language},
        ${JSON.stringify(reporter)}::jsonb, ${JSON.stringify(vehicle)}::jsonb, ${JSON.stringify(insurance)}::jsonb, ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(damages)}::jsonb, ${safety && JSON.stringify(safety)}::jsonb,
        ${JSON.stringify(skippedShots)}::jsonb, ${JSON.stringify(source)}::jsonb, ${plate.canonical}, ${plate.searchKey}, ${customerName},
        lower(reference) || ${`\n${foldForSearch(plate.searchKey, plate.canonical, customerName, reporter.company, vehicle.vin)}`}::text,
        ${photos.length}::integer, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
      from numbered returning tenant_id, id, reference
    ), linked as (
      update photos set report_id = inserted.id, shot_id = named."shotId", position = named.position, spot_id = named."spotId", findings = named.findings, latitude = named.latitude, longitude = named.longitude
      from inserted, jsonb_to_recordset(${JSON.stringify(photos)}::jsonb) as named (id uuid, "shotId" text, "spotId" uuid, findings text[], latitude double precision, longitude double precision, position integer)
      where photos.tenant_id = inserted.tenant_id and photos.draft_id = ${submission.draftId}::uuid and photos.id = named.id
    ), consented as (
      insert into consents (tenant_id, report_id, kind, text_version, text, given_at)
      select tenant_id, id, 'privacy', ${submission.privacyConsent.version}::integer, ${submission.privacyText}, ${at}::timestamptz from inserted
    ), recorded as (
      insert into report_events (tenant_id, report_id, sequence, type, at, body, previous_hash, hash)
      select tenant_id, id, 1, 'reportSubmitted', ${at}::timestamptz, body, ${genesisHash}::bytea, sha256(${genesisHash}::bytea || convert_to(body, 'UTF8'))
      from inserted, lateral (select ${event.before}::text || reference || ${event.after}::text as body) as event
    ), remembered as (
      insert into idempotency_keys (tenant_id, key, request_hash, report_id, created_at)
      select tenant_id, ${idempotencyKey}, ${requestHash}::bytea, id, ${at}::timestamptz from inserted
    )
    select reference,
      enqueue_job('fan-out', json_build_object('tenantId', tenant_id, 'reportId', id, 'sequence', 1)),
      pg_notify('report_changes', json_build_object('tenantId', tenant_id, 'kind', 'reportSubmitted', 'reportId', id)::text)
    from inserted
  `);
  const [row] = rows;
  return row ? { reportId: id, reference: row.reference, submittedAt: at } : null;
}

/** The first link of the report's chain. The reference is not known before the statement runs, so the body comes in two halves around it. */
function submittedEvent({ id, at, submission, content, photos }: { id: string; at: string; submission: CheckedSubmission; content: object; photos: LinkedPhoto[] }) {
  const marker = '\u0000';
  const body = canonicalJson({
    actor: { kind: 'customer', id: null },
    at,
    data: submittedFacts(submission, content, photos, marker),
    reportId: id,
    sequence: 1,
    type: 'reportSubmitted',
  });
  const [before = '', after = ''] = body.split('\\u0000');
  return { before, after };
}
