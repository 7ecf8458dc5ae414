import { createHash, timingSafeEqual } from 'node:crypto';
import { toPlateSearchKey } from '@meldewerk/contract/license-plate';
import type { StatusAccess } from '@meldewerk/contract/status-page';
import { statusLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { addressKey, limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { foldForSearch } from '../reports/search-text.ts';
import { findDoor, type ReportRow } from './find-door.ts';
import { signAccess } from './status-access.ts';
import type { StatusLinkRow } from './status-link.ts';

const perAddress = limit('status-unlock-by-address', 20, 60);
/** Few enough that a plate is not found by trying. */
const perReport = limit('status-unlock-by-report', 8, 10 * 60);
const accessMs = 7 * 24 * 60 * 60 * 1000;

/** The second factor: plate or last name. Right, it gives an access for some days; wrong, invalidCredentials. */
export async function unlockStatusPage(scope: Scope, tokenHash: Buffer, answer: string, clientAddress: string): Promise<StatusAccess> {
  const { services, tenant } = scope;
  const { report, link } = await findDoor(scope, tokenHash, clientAddress);
  await takeAll(services, [perAddress, addressKey(clientAddress)], [perReport, tenant.id, report.id]);
  if (!isRight(report, answer)) throw new ProblemError('invalidCredentials');
  await noteOpening(scope, link);
  const expiresAt = new Date(services.clock.now().getTime() + accessMs);
  return { access: signAccess(services.config, tenant.id, { reportId: report.id, generation: link.generation, expiresAt }), expiresAt: expiresAt.toISOString() };
}

function isRight(report: ReportRow, answer: string): boolean {
  const { lastName, company } = report.reporter as { lastName?: string; company?: string };
  const plate = isEqual(toPlateSearchKey(answer), report.plateSearchKey);
  const names = [lastName, company].map((name) => isEqual(foldForSearch(answer).split('\n').at(-1) ?? '', foldForSearch(name).split('\n').at(-1) ?? ''));
  return [plate, ...names].some(Boolean);
}

function isEqual(given: string, wanted: string): boolean {
  const same = timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());
  return same && wanted !== '';
}

async function noteOpening({ services, tenant }: Scope, { reportId, generation }: StatusLinkRow): Promise<void> {
  await inTenant(services.db, tenant.id, async (tx) => {
    const opened = await tx
      .update(statusLinks)
      .set({ openedAt: services.clock.now() })
      .where(and(eq(statusLinks.tenantId, tenant.id), eq(statusLinks.reportId, reportId), eq(statusLinks.generation, generation), isNull(statusLinks.openedAt)))
      .returning({ reportId: statusLinks.reportId });
    if (opened.length > 0) await recordEvent(services, tx, tenant.id, reportId, { type: 'statusPageOpened', actor: { kind: 'customer', id: null }, data: { generation } });
  });
}
