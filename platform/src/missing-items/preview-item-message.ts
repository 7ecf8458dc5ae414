import type { InferOutput } from 'valibot';
import type { itemMessagePreviewInputSchema, ItemMessagePreview } from '@meldewerk/contract/missing-items';
import type { ReportDetail } from '@meldewerk/contract/report';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { measureSms } from '@meldewerk/messaging/templates/gsm-text';
import { itemsMail } from '@meldewerk/messaging/templates/items-mail';
import { itemsSms } from '@meldewerk/messaging/templates/items-sms';
import { originOf } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { recipientOf } from '../links/link-recipient.ts';
import { displayPhone } from '../reports/display-phone.ts';
import { problemTexts } from '../http/problem-texts.ts';
import { findReport } from './find-items.ts';

/** Stands for the token, which is as long: the preview is for everybody at the desk, the link for the customer. */
const covered = 'x'.repeat(22);

/** What the customer would read, to the letter but for the token, by every way that is open. */
export async function previewItemMessage(scope: StaffScope, reportId: string, { count, note, items }: InferOutput<typeof itemMessagePreviewInputSchema>): Promise<ItemMessagePreview> {
  const { services, tenant } = scope;
  const workshop = tenant.settings;
  const found = await inTenant(services.db, tenant.id, async (tx) => {
    const report = (await findReport(scope, tx, reportId)) as (NonNullable<Awaited<ReturnType<typeof findReport>>> & Pick<ReportDetail, 'reporter'>) | undefined;
    if (!report) throw new ProblemError('notFound');
    const noSms = report.reporter.phone ? await recipientOf(scope, tx, report.reporter, 'sms').then(() => null, (error: unknown) => reasonOf(scope, error)) : null;
    return { report, noSms };
  });
  const { report, noSms } = found;
  const { reference, reporter } = report;
  const language = report.language;
  const url = `${originOf(services.config, tenant.slug)}/s/${covered}`;
  const sms = itemsSms({ language, workshop, kind: 'request', count, reference, url });
  const mail = itemsMail({ language, workshop, kind: 'request', customerName: report.customerName, reference, url, note: note ?? null, items });
  return {
    sms: reporter.phone && !noSms ? { text: sms.text, to: displayPhone(reporter.phone), segments: measureSms(sms.text).segments } : null,
    email: reporter.email ? { subject: mail.subject, text: mail.text, to: reporter.email } : null,
    noSms,
  };
}

function reasonOf({ language }: StaffScope, error: unknown): string {
  if (!(error instanceof ProblemError)) throw error;
  return error.issues?.[0]?.message ?? problemTexts[error.code][language].detail;
}
