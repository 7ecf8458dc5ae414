import { staffLanguageFor } from '@meldewerk/contract/text-in';
import type { Papers } from '@meldewerk/messaging/templates/confirmation-mail';
import { originOf } from '../config.ts';
import { signedDocumentsOf } from '../forms/signed-documents.ts';
import type { Scope } from '../http/scope.ts';
import type { ReportContent } from '../reports/read.ts';
import { noticeFile } from '../withdrawals/notice-file.ts';
import type { Attachment } from './message.ts';

/** The customer's papers on a durable medium: what was signed, and the notice of withdrawal in the version they were shown. */
export async function papersOf(scope: Scope, report: ReportContent): Promise<{ attachments: Attachment[]; papers: Papers }> {
  const { tenant, services } = scope;
  const { withdrawal, forms } = report;
  const language = staffLanguageFor(report.language);
  const { fitting: signed, leftOut } = fittingMail(await signedDocumentsOf(scope, report.id));
  const notice = withdrawal?.noticeVersion ? await noticeFile(scope, withdrawal.noticeVersion, language) : null;
  const hashes = new Map(forms.flatMap(({ document }) => (document ? [[document.id, document.sha256]] : [])));
  const url = `${originOf(services.config, tenant.slug)}/widerruf?ref=${encodeURIComponent(report.reference)}&lang=${language}`;
  return {
    attachments: [...signed, ...(notice ? [notice] : [])].map(({ documentId, fileName, byteSize }) => ({ documentId, fileName, byteSize, mediaType: 'application/pdf' })),
    papers: {
      files: [...signed.map(({ documentId, fileName }) => ({ name: fileName, hash: hashes.get(documentId) ?? null })), ...(notice ? [{ name: notice.fileName, hash: null }] : [])],
      leftOut: leftOut.map(({ fileName }) => fileName),
      withdrawal: notice ? { endsAt: withdrawal?.endsAt ?? null, url } : null,
    },
  };
}

/** What a mail may carry; vendors and mailboxes take little more once it is encoded. */
const maxMailBytes = 15 * 1024 * 1024;

/** Files in their order as long as there is room. What is left out the mail has to name. */
export function fittingMail<File extends { byteSize: number }>(files: File[]): { fitting: File[]; leftOut: File[] } {
  let total = 0;
  const [fitting, leftOut]: [File[], File[]] = [[], []];
  for (const file of files) {
    const fits = total + file.byteSize <= maxMailBytes;
    if (fits) total += file.byteSize;
    (fits ? fitting : leftOut).push(file);
  }
  return { fitting, leftOut };
}
