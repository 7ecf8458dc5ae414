import { staffRoles, type StaffRole } from '@meldewerk/contract/staff';
import postgres from 'postgres';
import { furnishAccidentStatement, type FurnishedStatement } from './accident-statements.ts';
import { furnishApprovals } from './approvals.ts';
import { furnishAppointment, type Furnished as FurnishedAppointment } from './appointments.ts';
import { furnishHolder, type FurnishedHolder } from './billing.ts';
import { furnishConditionPhoto } from './condition-photos.ts';
import { askForExport } from './exports.ts';
import { furnishForms, type FurnishedForms } from './forms.ts';
import { furnishHandoff, handoffWords, type FurnishedHandoff } from './handoffs.ts';
import { furnishHandling } from './handling.ts';
import type { Platform } from './harness.ts';
import { importTable } from './import-table.ts';
import { furnishLists, type FurnishedLists } from './lists.ts';
import { furnishMessages, type FurnishedMessages } from './messages.ts';
import { furnishItems, type FurnishedItems } from './missing-items.ts';
import { linkOf, preparationOf, prepare, sendLink } from './prepare-report.ts';
import { signInOperator } from './operators.ts';
import { furnishRedaction } from './redactions.ts';
import { openStatusPage } from './status-page.ts';
import { beginUpload, openDraft, smallPhoto, submitSmallReport, uploadPhoto, type OpenDraft, type SubmittedReport } from './submit-report.ts';
import { furnishWithdrawal } from './withdrawals.ts';
import { provisionWorkshop, signInAs, type Workshop } from './workshop.ts';

/** One tenant with something of everything in it. */
export type Premises = FurnishedLists & {
  workshop: Workshop;
  cookieOf: Record<StaffRole, string>;
  report: SubmittedReport;
  /** Not sent yet, with one photo and an upload that has begun. */
  draft: FurnishedDraft;
  /** Prepared by the workshop, its link sent: the link's token opens its draft. */
  prepared: OpenDraft & { reportId: string };
  /** The customer's way to the status page of the sent report: the link's token, and what the second factor gave. */
  status: { token: string; access: string };
  /** On the sent report. */
  messages: FurnishedMessages;
  appointment: FurnishedAppointment;
  /** Questions to the customer of the sent report. */
  approvals: { openId: string; answeredId: string };
  /** Not finished, with a code shown; another one is signed. */
  accident: FurnishedStatement;
  /** Taken by the workshop, of the sent report's vehicle. */
  conditionPhotoId: string;
  /** Of the sent report's photo: a part is covered, its original was opened once. */
  redactionId: string;
  /** Asked for of the sent report, and open. */
  items: FurnishedItems;
  /** A table read in, not sent. */
  importId: string;
  /** The list as a workbook, asked for by the admin. */
  exportId: string;
  /** On the prepared report and in the library. */
  forms: FurnishedForms;
  /** A draft of its own with a phone that helps. */
  handoff: FurnishedHandoff;
  /** Of a withdrawal that fits no report. */
  declarationId: string;
  /** Who pays for this workshop. */
  holder: FurnishedHolder;
  operatorCookie: string;
  deliveryId: string;
  smsDeliveryId: string;
};

export type FurnishedDraft = OpenDraft & { photoId: string; uploadPath: string };

/** A workshop whose every text carries `word`: a sent report with its photo and messages, an open draft, staff in each role signed in. */
export async function furnishPremises(platform: Platform, slug: string, word: string): Promise<Premises> {
  const workshop = await provisionWorkshop(platform, slug, { name: `Karosserie ${word}` });
  const report = await submitSmallReport(platform, workshop, word);
  const draft = await furnishDraft(platform, workshop);
  const cookies = await Promise.all(staffRoles.map(async (role) => [role, await signInAs(platform, workshop, role)] as const));
  const cookieOf = Object.fromEntries(cookies) as Record<StaffRole, string>;
  const prepared = await furnishPrepared(platform, workshop, cookieOf.clerk, word);
  const forms = await furnishForms(platform, workshop, cookieOf.admin, prepared, word);
  const handoff = await furnishHandoff(platform, workshop, word);
  const { id: importId } = await importTable(platform, workshop, cookieOf.clerk, word);
  const status = await openStatusPage(platform, workshop, report.receipt.reportId);
  const messages = await furnishMessages(platform, workshop, { cookie: cookieOf.clerk, reportId: report.receipt.reportId, access: status.access }, word);
  await furnishHandling(platform, workshop, cookieOf.admin, report.receipt.reportId);
  const lists = await furnishLists(platform, workshop, cookieOf.admin, report.receipt.reportId, word);
  const appointment = await furnishAppointment(platform, workshop, cookieOf.clerk, report.receipt.reportId);
  const conditionPhotoId = await furnishConditionPhoto(platform, workshop, cookieOf.clerk, report.receipt.reportId);
  const exportId = await askForExport(platform, workshop, cookieOf.admin);
  const accident = await furnishAccidentStatement(platform, workshop, word);
  const items = await furnishItems(platform, workshop, { admin: cookieOf.admin, reportId: report.receipt.reportId, access: status.access }, word);
  const declarationId = await furnishWithdrawal(platform, workshop, word);
  await platform.runJobs();
  const approvals = await furnishApprovals(platform, workshop, { cookie: cookieOf.clerk, reportId: report.receipt.reportId, access: status.access, photoId: report.photoIds[0] ?? '', word });
  await platform.runJobs();
  const redactionId = await furnishRedaction(platform, workshop, cookieOf.admin, report.photoIds[0] ?? '', word);
  const holder = await furnishHolder(platform, workshop);
  const operatorCookie = await signInOperator(platform, `betreiber@${workshop.slug}.example`);
  const owner = postgres(platform.database.ownerUrl, { max: 1 });
  const [delivery] = await owner`select id from deliveries where tenant_id = ${workshop.tenantId} limit 1`;
  const [sms] = await owner`select id from deliveries where tenant_id = ${workshop.tenantId} and target = 'customerSms' limit 1`;
  await owner.end();
  return { ...lists, handoff, holder, operatorCookie, accident, approvals, workshop, report, draft, prepared, status, redactionId, conditionPhotoId, items, appointment, messages, forms, importId, exportId, declarationId, deliveryId: delivery?.['id'], smsDeliveryId: sms?.['id'], cookieOf };
}

async function furnishPrepared(platform: Platform, workshop: Workshop, cookie: string, word: string): Promise<Premises['prepared']> {
  const { id: reportId } = await prepare(platform, workshop, cookie, { preparation: preparationOf(word) });
  const { token } = await linkOf(platform, workshop, cookie, reportId);
  const link = await platform.request(workshop.host, '/api/link', { headers: { authorization: `Bearer ${token}` } });
  const { draftId } = (await link.json()) as { draftId: string };
  await sendLink(platform, workshop, cookie, reportId);
  return { reportId, draftId, token };
}

export async function furnishDraft(platform: Platform, workshop: Workshop): Promise<FurnishedDraft> {
  const draft = await openDraft(platform, workshop);
  const photoId = await uploadPhoto(platform, workshop, draft, await smallPhoto());
  return { ...draft, photoId, uploadPath: await beginUpload(platform, workshop, draft, 100) };
}

/** What may never stand in an answer to somebody at another workshop. */
export function foreignWords(of: Premises, word: string): string[] {
  return [
    ...handoffWords(of), word, word.toLowerCase(), of.workshop.slug, of.workshop.tenantId, of.report.receipt.reportId, of.report.draftId,
    of.draft.draftId, of.draft.photoId, of.prepared.reportId, of.prepared.draftId, of.prepared.token, of.status.token, of.status.access, of.accident.id, of.accident.token, of.accident.pairing, of.conditionPhotoId, of.redactionId, of.items.requestId, of.items.photo, of.items.field, of.items.signature, of.items.documentId, of.approvals.openId, of.approvals.answeredId, of.appointment.appointmentId, of.appointment.feedPath, of.forms.libraryId, of.forms.uploadId, of.forms.openId, of.forms.signedId, of.forms.signedDocumentId, of.forms.signed.sha256, of.importId, of.exportId, of.viewId, of.batchId, of.declarationId, of.deliveryId, of.smsDeliveryId, of.holder.email, of.holder.mandateId, of.holder.startedId, ...of.report.photoIds, ...Object.values(of.messages), ...Object.values(of.workshop.idOf),
  ];
}
