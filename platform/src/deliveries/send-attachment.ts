import { deliveries } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, ne } from 'drizzle-orm';
import { attachment as asDownload } from '../http/content-disposition.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { loadAttachments } from './load-attachments.ts';
import type { MailContent } from './message.ts';

/** A file as it went with a mail, as a download. Invoices are the account holder's, who need not be staff. */
export async function sendAttachment({ services, tenant }: StaffScope, deliveryId: string, number: number): Promise<Response> {
  const [delivery] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ message: deliveries.message }).from(deliveries).where(and(eq(deliveries.tenantId, tenant.id), eq(deliveries.id, deliveryId), ne(deliveries.target, 'accountHolderEmail'))),
  );
  const attachment = (delivery?.message as MailContent | undefined)?.attachments?.[number - 1];
  if (!attachment) throw new ProblemError('notFound');
  const [file] = await loadAttachments(services, tenant.id, [attachment]);
  if (!file) throw new ProblemError('notFound');
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.mediaType, 'content-disposition': asDownload(file.fileName), 'x-content-type-options': 'nosniff' },
  });
}
