import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import type { FormContent, FormSigner } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { SignatureField } from '@meldewerk/documents/documents';
import type { Scope } from '../http/scope.ts';
import { fillText } from './fill-text.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import { printedValue, type FieldValues } from './own-fields.ts';
import type { PlaceholderValues } from './placeholder-values.ts';

type Form = { title: string; language: StaffLanguage; content: FormContent; isSample: boolean; needsWorkshopSignature: boolean; pageCount: number | null };

export type RenderedForm = { pdf: Uint8Array; sha256: Buffer; pageCount: number; text: string | null; signatureFields: SignatureField[] };

/** A form with its values in place, ready to be read and signed. Works outside any transaction. */
export async function renderForm(scope: Scope, form: Form, { values, fields, footer }: { values: PlaceholderValues; fields: FieldValues; footer: string }): Promise<RenderedForm> {
  const { documents, blobs } = scope.services;
  const { content, title, language, isSample } = form;
  if (content.source === 'text') {
    const text = fillText(content.text, values);
    const signers: FormSigner[] = form.needsWorkshopSignature ? ['customer', 'workshop'] : ['customer'];
    const composed = await documents.compose({ language, letterhead: letterheadOf(scope.tenant.settings), title, text, footer, isSample, signers });
    return { ...composed, sha256: sha256(composed.pdf), text };
  }
  const empty = await buffer((await blobs.open(documentBlobKey(scope.tenant.id, content.documentId))).stream);
  const pdf = await documents.fill(empty, content.fields.map((field) => ({ ...field, value: printedValue(field, values, fields, language) })));
  const signatureFields = content.fields.filter(({ type }) => type === 'signature');
  return { pdf, sha256: sha256(pdf), pageCount: form.pageCount ?? 0, text: null, signatureFields };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
