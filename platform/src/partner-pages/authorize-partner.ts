import type { PartnerNotice } from '@meldewerk/contract/partner-notice';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { findActivatedPartner } from '../partners/find-activated-partner.ts';
import { readReport } from '../reports/read.ts';
import { composeNotice } from './compose-notice.ts';
import { readPartnerToken } from './partner-link.ts';

/** What a partner's link opens. It ends with its time, with the partnership, and when the report goes to another partner. */
export async function authorizePartner(scope: Scope, token: string): Promise<PartnerNotice> {
  const { services, tenant } = scope;
  const link = readPartnerToken(scope, token);
  if (!link) throw new ProblemError('notFound');
  if (link.until <= services.clock.now()) throw new ProblemError('linkExpired');
  const partner = await inTenant(services.db, tenant.id, (tx) => findActivatedPartner(scope, tx, link.partnerId));
  const report = await readReport(scope, link.reportId);
  const notice = report.partner?.id === link.partnerId && partner ? composeNotice(scope, report, services.clock.now()) : null;
  if (!notice) throw new ProblemError('linkWithdrawn');
  const url = `${notice.view.url.replace(/\/p\/.*$/, '')}/p/${token}`;
  return { ...notice, photos: notice.photos.map((photo) => ({ ...photo, url: `${url}/photos/${photo.id}` })), view: { url, until: link.until.toISOString() } };
}
