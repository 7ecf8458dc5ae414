import { buffer } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import { fetchInvoicePdf } from '@meldewerk/billing/invoices/fetch-invoice-pdf';
import { noticeContent, type NoticeContent } from '@meldewerk/billing/notices/notice-content';
import type { Billing } from '@meldewerk/billing/billing';
import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import { billingAccounts, billingNotices } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { billingMail } from '@meldewerk/messaging/templates/billing-mails';
import { billingSender } from '@meldewerk/messaging/templates/billing-sender';
import { findTenantById, type Tenant } from '@meldewerk/tenants/find';
import { and, eq, isNull } from 'drizzle-orm';
import { createDelivery } from '../deliveries/create-delivery.ts';
import type { Attachment } from '../deliveries/message.ts';
import { storingFile } from '../forms/storing-file.ts';
import type { Services } from '../services.ts';

type Account = typeof billingAccounts.$inferSelect;
type Notice = typeof billingNotices.$inferSelect;
type Paper = { bytes: Uint8Array | null; attachment: Attachment & { documentId: string } };

/** Writes the mail of one notice to the accounting address and puts it into the outbox, once. Throws while Chargebee has no PDF of an invoice yet, for the queue to try again. */
export async function announceBilling(services: Services, billing: Billing, { tenantId, noticeId }: { tenantId: string; noticeId: string }): Promise<void> {
  const tenant = await findTenantById(services.db, tenantId);
  const found = tenant && (await findNotice(services, tenantId, noticeId));
  if (!tenant || !found) return;
  const { account, notice } = found;
  const told = await noticeContent(billing, account, notice);
  if (!told) return void (await inTenant(services.db, tenantId, (tx) => tx.update(billingNotices).set({ announcedAt: services.clock.now() }).where(ofNotice(notice))));
  const paper = told.document && (await openPaper(services, billing, tenant, account, told.document));
  if (!paper?.bytes) return send(services, billing, tenant, { account, notice, told, paper });
  await storingFile({ services, tenant }, { id: paper.attachment.documentId, bytes: paper.bytes }, (keep) => send(services, billing, tenant, { account, notice, told, paper }, keep));
}

async function findNotice({ db }: Services, tenantId: string, noticeId: string): Promise<{ account: Account; notice: Notice } | null> {
  const [found] = await inTenant(db, tenantId, (tx) =>
    tx
      .select({ account: billingAccounts, notice: billingNotices })
      .from(billingNotices)
      .innerJoin(billingAccounts, eq(billingAccounts.tenantId, billingNotices.tenantId))
      .where(and(eq(billingNotices.tenantId, tenantId), eq(billingNotices.id, noticeId), isNull(billingNotices.announcedAt))),
  );
  return found ?? null;
}

function ofNotice({ tenantId, id }: Notice) {
  return and(eq(billingNotices.tenantId, tenantId), eq(billingNotices.id, id), isNull(billingNotices.announcedAt));
}

/** An invoice is fetched at this moment and kept with the mail it goes out with; a mandate is stored already. */
async function openPaper(services: Services, billing: Billing, tenant: Tenant, { language }: Account, document: NonNullable<NoticeContent['document']>): Promise<Paper> {
  const names = fileNames[language];
  if ('invoiceId' in document) {
    const { body } = await fetchInvoicePdf(billing, document.invoiceId);
    const bytes = body && (await buffer(body as ReadableStream));
    if (!bytes) throw new Error('an invoice without a body');
    return { bytes, attachment: { documentId: services.newId(), fileName: names.invoice(document.invoiceId), mediaType: 'application/pdf', byteSize: bytes.byteLength } };
  }
  const { documentId } = document;
  const stored = await buffer((await services.blobs.open(documentBlobKey(tenant.id, documentId))).stream);
  return { bytes: null, attachment: { documentId, fileName: names.mandate, mediaType: 'application/pdf', byteSize: stored.byteLength } };
}

async function send(services: Services, billing: Billing, tenant: Tenant, { account, notice, told, paper }: { account: Account; notice: Notice; told: NoticeContent; paper: Paper | null }, keep = () => {}): Promise<void> {
  const { creditor, portalUrl } = billing.config;
  const { operatorEmail } = services.config;
  const { name: workshopName, timeZone } = tenant.settings;
  const mail = billingMail({ language: account.language, sender: billingSender({ name: creditor.name, email: operatorEmail }), workshopName, timeZone, portalUrl, creditorId: creditor.id }, told.content);
  await inTenant(services.db, tenant.id, async (tx) => {
    const [announced] = await tx.update(billingNotices).set({ announcedAt: services.clock.now() }).where(ofNotice(notice)).returning({ id: billingNotices.id });
    if (!announced) return;
    keep();
    await createDelivery(services, tx, tenant.id, {
      reportId: null,
      dedupeKey: `billing/${notice.kind}/${notice.subject}`,
      target: 'accountHolderEmail',
      purpose: 'billing',
      recipient: account.email,
      content: { ...mail, ...(paper && { attachments: [paper.attachment] }), fromName: creditor.name, replyTo: operatorEmail },
    });
  });
}

const fileNames = {
  de: { invoice: (id: string) => `Rechnung-${fileSafe(id)}.pdf`, mandate: 'SEPA-Lastschriftmandat.pdf' },
  en: { invoice: (id: string) => `Invoice-${fileSafe(id)}.pdf`, mandate: 'SEPA-mandate.pdf' },
};

function fileSafe(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, '-');
}
