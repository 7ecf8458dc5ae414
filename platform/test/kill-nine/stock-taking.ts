import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { documentBlobKey, type BlobStore } from '@meldewerk/blobs/blob-store';
import type { Simulators } from '@meldewerk/simulators/start';
import type postgres from 'postgres';
import { expect } from 'vitest';
import { findBreak, type ChainLink } from '../../src/events/event-chain.ts';

export type StoredReport = { id: string; reference: string; status: string; phone: string; submittedAt: Date | null; draftId: string | null; claimNumber: string | null; events: string[] };

/** Every report with the kinds of its events in order; their chain is found whole on the way. */
export async function readReports(sql: postgres.Sql): Promise<StoredReport[]> {
  const reports = await sql<Omit<StoredReport, 'events'>[]>`
    select report.id, reference, status, reporter ->> 'phone' as phone, submitted_at as "submittedAt", draft.id as "draftId", insurance ->> 'claimNumber' as "claimNumber"
    from damage_reports report left join drafts draft on draft.report_id = report.id or draft.prepared_report_id = report.id order by reference`;
  const links = await sql<(ChainLink & { reportId: string; type: string })[]>`
    select report_id as "reportId", type, sequence, body, previous_hash as "previousHash", hash from report_events order by report_id, sequence`;
  return reports.map((report) => {
    const chain = links.filter(({ reportId }) => reportId === report.id);
    expect(findBreak(chain), report.reference).toBeNull();
    return { ...report, events: chain.map(({ type }) => type) };
  });
}

/** Nothing is half there: whatever belongs to a submission is there with it, or none of it is. */
export async function countHalves(sql: postgres.Sql): Promise<Record<string, number>> {
  const [row] = await sql<Record<string, number>[]>`
    select
      (select count(*) from drafts draft left join damage_reports report on report.id = draft.report_id where draft.report_id is not null and report.submitted_at is null)::integer as "drafts claimed without a sent report",
      (select count(*) from damage_reports report where submitted_at is not null and not exists (select from drafts where report_id = report.id))::integer as "sent reports without their draft",
      (select count(*) from damage_reports report where submitted_at is not null and not exists (select from idempotency_keys where report_id = report.id))::integer as "sent reports without their key",
      (select count(*) from damage_reports report where submitted_at is not null and not exists (select from consents where report_id = report.id and kind = 'privacy'))::integer as "sent reports without consent",
      (select count(*) from damage_reports report where preparation_version is not null and not exists (select from report_links where report_id = report.id))::integer as "prepared reports without a link",
      (select count(*) from form_signatures signature where not exists (select from signed_documents where signature_id = signature.id))::integer as "signatures without a sealed file"`;
  return row ?? {};
}

/** By signature: the sealed file as it lies in the blob store, held against its row, the chain, and what the row says of the unsigned file. */
export async function readSealedFiles(sql: postgres.Sql, blobs: BlobStore): Promise<string[]> {
  const sealed = await sql<{ signatureId: string; tenantId: string; id: string; sha256: Buffer; unsignedId: string; unsigned: Buffer; told: string | null }[]>`
    select signed.signature_id as "signatureId", signed.tenant_id as "tenantId", signed.id, signed.sha256, document.id as "unsignedId", signed.unsigned_sha256 as unsigned,
      (select body::jsonb -> 'data' ->> 'signedSha256' from report_events where body::jsonb -> 'data' ->> 'signatureId' = signed.signature_id::text) as told
    from signed_documents signed join form_signatures signature on signature.id = signed.signature_id join form_documents document on document.id = signature.document_id`;
  for (const { signatureId, tenantId, id, sha256, unsignedId, unsigned, told } of sealed) {
    const file = await buffer((await blobs.open(documentBlobKey(tenantId, id))).stream);
    expect(file.subarray(0, 5).toString(), signatureId).toBe('%PDF-');
    expect([hashOf(file), told], signatureId).toEqual([sha256.toString('hex'), sha256.toString('hex')]);
    expect(hashOf(await buffer((await blobs.open(documentBlobKey(tenantId, unsignedId))).stream)), signatureId).toBe(unsigned.toString('hex'));
  }
  return sealed.map(({ signatureId }) => signatureId).sort();
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the vendors were given: by recipient, `link` or `text` for an SMS, the subject of a mail; in the order of the alphabet. */
export function readMessages(inbox: Simulators['inbox']): Map<string, string[]> {
  const byRecipient = new Map<string, string[]>();
  for (const message of inbox.messages()) {
    const told = message.vendor === 'resend' ? message.subject : message.text.includes('/m/') ? 'link' : 'text';
    byRecipient.set(message.to, [...(byRecipient.get(message.to) ?? []), told].sort());
  }
  return byRecipient;
}
