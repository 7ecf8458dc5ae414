import { isDeepStrictEqual } from 'node:util';
import type { FormSignatureInput, LinkForm } from '@meldewerk/contract/form';
import type { Transaction } from '@meldewerk/db/client';
import { formSignatures } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { describeIssue } from '../http/issue-text.ts';
import { limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { checkSignature, hasLetters } from './check-signature.ts';
import type { FoundReportForm } from './find-report-forms.ts';
import type { FormDoor } from './form-of-draft.ts';
import { lockReport } from './lock-report.ts';
import { newestDocument } from './newest-document.ts';
import { readableDay } from './placeholder-values.ts';
import { readLinkForms } from './read-link-forms.ts';
import type { DocumentRow, SignatureRow } from './read-signing.ts';
import { recordSignature } from './record-signature.ts';
import { sealForm } from './seal-form.ts';
import { storingFile } from './storing-file.ts';

/** From where somebody signs; it goes on the evidence page. */
export type Device = { clientAddress: string; userAgent: string | undefined };

const perDraft = limit('form-signature-by-draft', 30, 10);
const perTenant = limit('form-signature-by-tenant', 200, 1);

/**
 * The customer signs the very document they have read. It is sealed before anything is written down, so that a signature
 * is there with its file or not at all, and a request that was cut off can simply be made again under the same id.
 */
export async function signForm(scope: Scope, door: FormDoor, typed: FormSignatureInput, device: Device): Promise<LinkForm> {
  const { services, tenant } = scope;
  const input = checkInput(scope, typed);

  const opened = await inTenant(services.db, tenant.id, async (tx) => {
    const form = await door.form(scope, tx);
    if (await isRepeat(scope, tx, form, input)) return { done: await describe(scope, tx, form) };
    return { form, document: await findSignable(scope, tx, door, form, input) };
  });
  if (opened.done) return opened.done;
  // Only now: what a stranger asks for must not count against a whole workshop.
  await takeAll(services, [perDraft, door.key], [perTenant, tenant.id]);

  const { form, document } = opened;
  const signature: SignatureRow = { ...signatureBy(scope, form, input, device), signer: 'customer', staffUserId: null };
  const sealed = await sealForm(scope, form, document, [signature]);

  return storingFile(scope, sealed, (keep) =>
    inTenant(services.db, tenant.id, async (tx) => {
      await lockReport(scope, tx, form.reportId);
      const still = await door.form(scope, tx);
      if (!(await isRepeat(scope, tx, still, input))) {
        await findSignable(scope, tx, door, still, input);
        await recordSignature(scope, tx, still, signature, sealed);
        await door.signed?.(scope, tx, still);
        keep();
      }
      return describe(scope, tx, still);
    }),
  );
}

export function checkInput({ language }: Scope, input: FormSignatureInput): FormSignatureInput {
  if (!hasLetters(input.name)) throw new ProblemError('validationFailed', { issues: [{ path: 'name', code: 'invalid', message: describeIssue('name', { code: 'invalid', missing: false }, language) }] });
  return { ...input, signature: checkSignature(input.signature) };
}

/** The row that is to be written: what is signed by whom, from where and when. */
export function signatureBy({ services, tenant }: Scope, form: FoundReportForm, { id, documentId, name, signature }: FormSignatureInput, { clientAddress, userAgent }: Device): Omit<SignatureRow, 'signer' | 'staffUserId'> {
  return { tenantId: tenant.id, id, reportFormId: form.id, documentId, name, signature, signedAt: services.clock.now(), ip: clientAddress || null, userAgent: userAgent?.slice(0, 300) || null };
}

/** Whether this very signature is there already. An id that stands for another one is refused. */
export async function isRepeat({ tenant }: Scope, tx: Transaction, form: FoundReportForm, input: FormSignatureInput): Promise<boolean> {
  const [known] = await tx.select().from(formSignatures).where(and(eq(formSignatures.tenantId, tenant.id), eq(formSignatures.id, input.id)));
  if (!known) return false;
  const same = known.reportFormId === form.id && known.documentId === input.documentId && known.name === input.name && isDeepStrictEqual(known.signature, input.signature);
  if (!same) throw new ProblemError('formAlreadySigned');
  return true;
}

/** The document that is to be signed, if it is still what was read: the newest one, with this hash, of today. */
async function findSignable(scope: Scope, tx: Transaction, door: FormDoor, form: FoundReportForm, input: FormSignatureInput): Promise<DocumentRow> {
  door.assertOpen(form);
  const document = await newestDocument(scope, tx, form.id);
  if (!document || document.id !== input.documentId || Buffer.from(document.sha256).toString('hex') !== input.sha256) throw new ProblemError('formChanged');
  if (await isSigned(scope, tx, document.id, 'customer')) throw new ProblemError('formAlreadySigned');
  const { heute } = document.placeholderValues;
  const today = dayIn(scope.tenant.settings.timeZone, scope.services.clock.now());
  if (heute !== undefined && heute !== readableDay(today, form.version.language)) throw new ProblemError('formChanged');
  return document;
}

export async function isSigned({ tenant }: Scope, tx: Transaction, documentId: string, signer: SignatureRow['signer']): Promise<boolean> {
  const [signed] = await tx
    .select({ id: formSignatures.id })
    .from(formSignatures)
    .where(and(eq(formSignatures.tenantId, tenant.id), eq(formSignatures.documentId, documentId), eq(formSignatures.signer, signer)));
  return signed !== undefined;
}

async function describe(scope: Scope, tx: Transaction, form: FoundReportForm): Promise<LinkForm> {
  const described = (await readLinkForms(scope, tx, form.reportId)).find(({ id }) => id === form.id);
  if (!described) throw new Error('a form that is signed is on its report');
  return described;
}
