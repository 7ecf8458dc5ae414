import { createHash } from 'node:crypto';
import type { DraftContent } from '@meldewerk/contract/draft-content';
import { phoneReads } from '@meldewerk/contract/draft-paths';
import type { Transaction } from '@meldewerk/db/client';
import { formDocuments, formSignatures, reportForms } from '@meldewerk/db/schema';
import { draftContents, draftFields, draftHandoffs } from '@meldewerk/db/schema-draft-contents';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { authorizeDraft, type DraftRow } from './authorize-draft.ts';
import { describeHandoff } from './handoff-state.ts';
import { describeDraft } from './read-draft.ts';

const seenEveryMs = 10_000;

type Asked = { since: number; seen: string | undefined };

/** What a draft holds on the server since a revision; null when nothing at all is new since the version that was `seen`. */
export async function readContent(scope: Scope, draftId: string, tokenHash: Buffer, { since, seen }: Asked): Promise<DraftContent | null> {
  const { services, tenant } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const draft = await authorizeDraft(scope, tx, draftId, tokenHash, 'phoneToo');
    await notePhone(scope, tx, draft);
    const content = await describeContent(scope, tx, draft, since);
    return content.version === seen ? null : content;
  });
}

/** The fields that are newer than `since` or that were just `sent`, and the state of photos, signatures and phone. A phone gets what it needs and no more. */
export async function describeContent(scope: Scope, tx: Transaction, draft: DraftRow, since: number, sent: readonly string[] = []): Promise<DraftContent> {
  const { tenant } = scope;
  const [[counter], fields, { photos, receipt }, signatures, handoff] = await Promise.all([
    tx.select({ revision: draftContents.revision }).from(draftContents).where(and(eq(draftContents.tenantId, tenant.id), eq(draftContents.draftId, draft.id))),
    tx
      .select({ path: draftFields.path, value: draftFields.value, stamp: draftFields.stamp })
      .from(draftFields)
      .where(and(eq(draftFields.tenantId, tenant.id), eq(draftFields.draftId, draft.id), or(gt(draftFields.revision, since), sent.length > 0 ? inArray(draftFields.path, [...sent]) : undefined)))
      .orderBy(asc(draftFields.revision), asc(draftFields.path)),
    describeDraft(scope, tx, draft),
    readSignatures(scope, tx, draft),
    newestHandoff(scope, tx, draft),
  ]);
  const revision = counter?.revision ?? 0;
  const others = { photos, signatures, handoff, receipt };
  const version = createHash('sha256').update(JSON.stringify([revision, others])).digest('base64url').slice(0, 22);
  return { revision, version, fields: draft.handoff ? fields.filter(({ path }) => phoneReads(path)).map(withoutNote) : fields, ...others };
}

/** What somebody wrote beside a damage is for the workshop. */
function withoutNote(field: DraftContent['fields'][number]): DraftContent['fields'][number] {
  if (!field.path.startsWith('damages.') || field.value === null) return field;
  const { note: _, ...spot } = field.value as { note?: string };
  return { ...field, value: spot };
}

async function readSignatures({ tenant }: Scope, tx: Transaction, { preparedReportId }: DraftRow): Promise<DraftContent['signatures']> {
  if (preparedReportId === null) return [];
  const signed = await tx
    .select({ formId: formSignatures.reportFormId, signatureId: formSignatures.id })
    .from(reportForms)
    .innerJoin(formSignatures, and(eq(formSignatures.tenantId, reportForms.tenantId), eq(formSignatures.reportFormId, reportForms.id), eq(formSignatures.signer, 'customer')))
    .innerJoin(formDocuments, and(eq(formDocuments.tenantId, formSignatures.tenantId), eq(formDocuments.id, formSignatures.documentId)))
    .where(and(eq(reportForms.tenantId, tenant.id), eq(reportForms.reportId, preparedReportId), isNull(reportForms.detachedAt)))
    .orderBy(asc(formDocuments.number));
  // Signed once more is signed under the newest document.
  return [...new Map(signed.map((signature) => [signature.formId, signature])).values()];
}

async function newestHandoff({ tenant, services }: Scope, tx: Transaction, { id, handoff }: DraftRow): Promise<DraftContent['handoff']> {
  if (handoff) return null;
  const [newest] = await tx
    .select()
    .from(draftHandoffs)
    .where(and(eq(draftHandoffs.tenantId, tenant.id), eq(draftHandoffs.draftId, id)))
    .orderBy(desc(draftHandoffs.createdAt), desc(draftHandoffs.id))
    .limit(1);
  return newest ? describeHandoff(newest, services.clock.now()) : null;
}

/** The phone is there: the computer shows it, and the time until it counts as left begins anew. */
async function notePhone({ services, tenant }: Scope, tx: Transaction, { handoff }: DraftRow): Promise<void> {
  if (!handoff) return;
  const now = services.clock.now();
  if (handoff.seenAt && now.getTime() - handoff.seenAt.getTime() < seenEveryMs) return;
  await tx
    .update(draftHandoffs)
    .set({ seenAt: now })
    .where(and(eq(draftHandoffs.tenantId, tenant.id), eq(draftHandoffs.id, handoff.id), or(isNull(draftHandoffs.seenAt), lt(draftHandoffs.seenAt, now))));
}
