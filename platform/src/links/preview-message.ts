import type { messagePreviewInputSchema, MessagePreview } from '@meldewerk/contract/preparation';
import { reportLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { measureSms } from '@meldewerk/messaging/templates/gsm-text';
import { linkMail } from '@meldewerk/messaging/templates/link-mail';
import { linkSms } from '@meldewerk/messaging/templates/link-sms';
import { and, desc, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Scope } from '../http/scope.ts';
import { linkLifetimeMs } from './add-generation.ts';
import { isOptedOut } from './link-recipient.ts';
import { linkUrl } from './link-token.ts';
import { readPhoneLine } from './phone-line.ts';

type Input = v.InferOutput<typeof messagePreviewInputSchema>;

/** Stands for the token, which is as long: the preview is for everybody at the desk, the link for the customer. */
const covered = 'x'.repeat(22);

/** What would be sent, to the letter but for the token, also before the report is saved for the first time. */
export async function previewMessage(scope: Scope, { reportId, language, firstName, lastName, phone }: Input): Promise<MessagePreview> {
  const { services, tenant } = scope;
  const workshop = tenant.settings;
  const line = phone === '' ? null : readPhoneLine(phone);
  const { link, optedOut } = await inTenant(services.db, tenant.id, async (tx) => {
    const [newest] = await tx
      .select({ expiresAt: reportLinks.expiresAt })
      .from(reportLinks)
      .where(and(eq(reportLinks.tenantId, tenant.id), eq(reportLinks.reportId, reportId)))
      .orderBy(desc(reportLinks.generation))
      .limit(1);
    return { link: newest, optedOut: line ? await isOptedOut(scope, tx, line.e164) : false };
  });
  const now = services.clock.now();
  const expiresAt = link && link.expiresAt > now ? link.expiresAt : new Date(now.getTime() + linkLifetimeMs);
  const message = { language: language, workshop, url: linkUrl(services.config, tenant.slug, covered), expiresAt: expiresAt.toISOString() };
  const { text } = linkSms(message);
  const { characters, segments, encoding } = measureSms(text);
  const mail = linkMail({ ...message, firstName, lastName });
  return {
    phone: phone === '' ? null : { valid: line !== null, e164: line?.e164 ?? null, display: line?.display ?? null, line: line?.line ?? 'unknown', optedOut },
    sms: { text, segments, characters, encoding },
    email: { subject: mail.subject, text: mail.text },
  };
}
