import { createHash } from 'node:crypto';
import { labelOfStatus } from '@meldewerk/contract/workflow';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { ReportStatus } from '@meldewerk/contract/handling';
import { damageReports, staffUsers } from '@meldewerk/db/schema';
import { appointments, calendarFeeds } from '@meldewerk/db/schema-appointments';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq, gte, isNull, ne, sql } from 'drizzle-orm';
import { feedFile, type FeedEntry } from '../appointments/calendar-file.ts';
import { originOf } from '../config.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { feedHash } from './feed.ts';

const guesses = limit('calendar-feed-guess-by-address', 20, 60);
const keptMs = 60 * 24 * 60 * 60 * 1000;
const mostEntries = 2_000;

/**
 * The workshop's appointments as an iCalendar file, by the token of a staff member who still works here. It lies with
 * whoever runs their calendar, so it names vehicle and reference, and nobody.
 */
export async function sendFeed(scope: Scope, request: Request, token: string, clientAddress: string): Promise<Response> {
  const { services, tenant } = scope;
  const found = await inTenant(services.db, tenant.id, async (tx) => {
    const [owner] = await tx
      .select({ language: staffUsers.language })
      .from(calendarFeeds)
      .innerJoin(staffUsers, and(eq(staffUsers.tenantId, calendarFeeds.tenantId), eq(staffUsers.id, calendarFeeds.staffUserId), isNull(staffUsers.disabledAt)))
      .where(and(eq(calendarFeeds.tenantId, tenant.id), eq(calendarFeeds.tokenHash, feedHash(token))));
    if (!owner) return null;
    const rows = await tx
      .select({
        id: appointments.id, sequence: appointments.sequence, startsAt: appointments.startsAt, endsAt: appointments.endsAt, stamp: appointments.confirmedAt,
        reportId: damageReports.id, reference: damageReports.reference, licensePlate: damageReports.licensePlate, makeModel: sql<string | null>`${damageReports.vehicle} ->> 'makeModel'`, status: damageReports.status, subStatus: damageReports.subStatus,
      })
      .from(appointments)
      .innerJoin(damageReports, and(eq(damageReports.tenantId, appointments.tenantId), eq(damageReports.id, appointments.reportId), ne(damageReports.status, 'cancelled')))
      .where(and(eq(appointments.tenantId, tenant.id), isNull(appointments.cancelledAt), gte(appointments.startsAt, new Date(services.clock.now().getTime() - keptMs))))
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
      .limit(mostEntries);
    return { language: owner.language, rows };
  });
  if (!found) {
    await takeFrom(services, guesses, addressKey(clientAddress));
    throw new ProblemError('notFound');
  }
  const origin = originOf(services.config, tenant.slug);
  const { workflow, name } = tenant.settings;
  const entries = found.rows.map(({ reportId, reference, licensePlate, makeModel, status, subStatus, ...entry }): FeedEntry => ({
    ...entry,
    summary: [licensePlate || reference, makeModel].filter(Boolean).join(' · '),
    description: [reference, labelOfStatus(workflow, status as ReportStatus, subStatus)[found.language]].join('\n'),
    url: `${origin}/portal/reports/${reportId}`,
  }));
  return answer(request, feedFile(titles[found.language](name), entries));
}

function answer(request: Request, file: string): Response {
  const etag = `"${createHash('sha256').update(file).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow' };
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(file, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="termine.ics"' } });
}

const titles: Record<StaffLanguage, (workshop: string) => string> = { de: (workshop) => `Termine ${workshop}`, en: (workshop) => `Appointments ${workshop}` };
