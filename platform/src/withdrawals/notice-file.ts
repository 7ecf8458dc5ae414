import { createHash } from 'node:crypto';
import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import { withdrawalNoticeFiles } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Scope } from '../http/scope.ts';
import { findNotice } from './current-notice.ts';

export type NoticeFile = { documentId: string; fileName: string; byteSize: number; sha256: string };

/** A version of the notice with its model form as a PDF: made once, and the same file for everybody. Not to be called in a transaction. */
export async function noticeFile(scope: Scope, version: number, language: StaffLanguage): Promise<NoticeFile> {
  const { services, tenant } = scope;
  const found = await findFile(scope, version, language);
  if (found) return found;
  const notice = await inTenant(services.db, tenant.id, (tx) => findNotice(scope, tx, version));
  if (!notice) throw new Error('a version that was agreed to is never gone');
  const pdf = await services.documents.letter(letterOf(scope, notice, language));
  const documentId = services.newId();
  await services.blobs.put(documentBlobKey(tenant.id, documentId), pdf);
  const sha256 = createHash('sha256').update(pdf).digest();
  await inTenant(services.db, tenant.id, (tx) =>
    tx.insert(withdrawalNoticeFiles).values({ tenantId: tenant.id, version, language, documentId, sha256, byteSize: pdf.byteLength, createdAt: services.clock.now() }).onConflictDoNothing(),
  );
  const stored = await findFile(scope, version, language);
  if (!stored) throw new Error('the file of the notice was stored and is not there');
  return stored;
}

async function findFile({ services, tenant }: Scope, version: number, language: StaffLanguage): Promise<NoticeFile | null> {
  const [row] = await inTenant(services.db, tenant.id, (tx) =>
    tx
      .select()
      .from(withdrawalNoticeFiles)
      .where(and(eq(withdrawalNoticeFiles.tenantId, tenant.id), eq(withdrawalNoticeFiles.version, version), eq(withdrawalNoticeFiles.language, language))),
  );
  return row ? { documentId: row.documentId, byteSize: row.byteSize, sha256: Buffer.from(row.sha256).toString('hex'), fileName: texts[language].fileName } : null;
}

function letterOf({ tenant }: Scope, { version, notice, modelForm, isSample }: WithdrawalNotice, language: StaffLanguage) {
  const say = texts[language];
  return {
    language,
    letterhead: letterheadOf(tenant.settings),
    title: say.title,
    text: `${notice[language]}\n\n# ${say.modelForm}\n\n${modelForm[language]}`,
    footer: say.version(version),
    isSample,
    sealedAt: null,
  };
}

const texts = {
  de: { title: 'Widerrufsbelehrung', modelForm: 'Muster-Widerrufsformular', fileName: 'Widerrufsbelehrung.pdf', version: (version: number) => `Fassung ${version}` },
  en: { title: 'Notice of the right of withdrawal', modelForm: 'Model withdrawal form', fileName: 'Withdrawal-notice.pdf', version: (version: number) => `Version ${version}` },
} satisfies Record<StaffLanguage, unknown>;
