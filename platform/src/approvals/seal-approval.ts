import { createHash } from 'node:crypto';
import type { Signature } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { damageReports } from '@meldewerk/db/schema';
import { approvalPhotos } from '@meldewerk/db/schema-approvals';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq } from 'drizzle-orm';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Scope } from '../http/scope.ts';
import { amountOf, type ApprovalRow } from './read-approvals.ts';
import { approvalTexts, dayText, instantText, moneyText } from './texts.ts';

type Answered = ApprovalRow & { answer: 'yes' | 'no'; signerName: string; answeredAt: Date };
export type SealedApproval = { id: string; sha256: Buffer; bytes: Uint8Array };

/** What was asked and answered as a PDF on the workshop's paper, signed by the customer and sealed. Works outside any transaction. */
export async function sealApproval(scope: Scope, approval: Answered): Promise<SealedApproval> {
  const { services, tenant } = scope;
  const { timeZone } = tenant.settings;
  const [report, photoHashes] = await readFacts(scope, approval);
  const language = report.language;
  const say = approvalTexts[language];
  const letterhead = letterheadOf(tenant.settings);
  const title = say.title[approval.kind];
  const { pdf, signatureFields } = await services.documents.compose({
    language, letterhead, title,
    text: textOf(approval, { language, timeZone, reference: report.reference, licensePlate: report.licensePlate, photoHashes, workshop: tenant.settings.name }),
    footer: say.footer(report.reference),
    isSample: false,
    signers: ['customer'],
  });
  const { signerName: name, answeredAt: signedAt, ip, userAgent } = approval;
  const signature = approval.signature as Signature;
  const bytes = await services.documents.sign({
    pdf,
    signatures: signatureFields.map((place) => ({ place, signature, name, signedAt, timeZone, language })),
    evidence: {
      language, timeZone, letterhead, title, version: 1, reference: report.reference, unsignedSha256: sha256(pdf).toString('hex'),
      signers: [{ name, role: 'customer', method: signature.method, signedAt, ip, userAgent }],
      sealedAt: services.clock.now(),
    },
  });
  return { id: services.newId(), sha256: sha256(bytes), bytes };
}

async function readFacts({ services, tenant }: Scope, { id, reportId }: ApprovalRow): Promise<[{ language: StaffLanguage; reference: string; licensePlate: string }, string[]]> {
  return inTenant(services.db, tenant.id, async (tx) => {
    const [report] = await tx.select({ language: damageReports.language, reference: damageReports.reference, licensePlate: damageReports.licensePlate }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    if (!report) throw new Error('an approval belongs to a report');
    const photos = await tx.select({ sha256: approvalPhotos.sha256 }).from(approvalPhotos).where(and(eq(approvalPhotos.tenantId, tenant.id), eq(approvalPhotos.approvalId, id))).orderBy(asc(approvalPhotos.position));
    return [{ ...report, language: report.language as StaffLanguage }, photos.map((photo) => Buffer.from(photo.sha256).toString('hex'))];
  });
}

type Facts = { language: StaffLanguage; timeZone: string; reference: string; licensePlate: string; workshop: string; photoHashes: string[] };

/** In the format of text forms. What people typed may not become a heading or a list by what it begins with. */
function textOf(approval: Answered, { language, timeZone, reference, licensePlate, workshop, photoHashes }: Facts): string {
  const say = approvalTexts[language];
  const amount = amountOf(approval);
  const facts = [
    `${say.vehicle}: ${[licensePlate, reference].filter(Boolean).join(', ')}`,
    ...(amount ? [`${say.amount}: ${moneyText(amount, language)}`] : []),
    ...(approval.readyOn ? [`${say.readyOn}: ${dayText(approval.readyOn, language)}`] : []),
    `${say.askedAt}: ${instantText(approval.askedAt, language, timeZone)}`,
  ];
  return [
    `# ${say.asked(workshop)}`,
    plain(approval.reason),
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(photoHashes.length > 0 ? [`# ${say.photos(photoHashes.length)}`, photoHashes.map((hash, index) => `- ${say.photo(index + 1)}: SHA-256 ${hash}`).join('\n')] : []),
    `# ${say.answer}`,
    say.answers[approval.kind][approval.answer],
    ...(approval.comment ? [`${say.comment}: ${plain(approval.comment)}`] : []),
    say.answeredAt(instantText(approval.answeredAt, language, timeZone)),
  ].join('\n\n');
}

function plain(typed: string): string {
  return typed.split('\n').map((line) => line.replace(/^\s*(#+|-)\s+/, (mark) => mark.replace('#', '＃').replace('-', '–'))).join('\n');
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
