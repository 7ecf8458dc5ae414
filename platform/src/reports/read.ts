import { displayAnswer } from '@meldewerk/catalogue/display-answer';
import type { Answers, Category } from '@meldewerk/contract/catalogue';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { AnsweredQuestion, ReportDetail, ReportEvent } from '@meldewerk/contract/report';
import type { Transaction } from '@meldewerk/db/client';
import { consents, damageReports, reportEvents, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { readAppointments } from '../appointments/read-appointments.ts';
import { findCatalogue } from '../catalogues/find-catalogue.ts';
import { readReportForms } from '../forms/read-report-forms.ts';
import { describeHandling } from '../handling/describe-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { readWithdrawal } from '../withdrawals/read-withdrawal.ts';
import { displayPhone } from './display-phone.ts';
import { readReportPhotos } from './read-photos.ts';

/** All of a report but its link and deliveries, which the slices above add: what was sent, in reading order, and what happened since. */
export type ReportContent = Omit<ReportDetail, 'link' | 'statusLink' | 'approvals' | 'conditionPhotos' | 'missingItems' | 'deliveries'>;

const preparers = alias(staffUsers, 'preparers');
const assignees = alias(staffUsers, 'assignees');

export async function readReport(scope: Scope, reportId: string): Promise<ReportContent> {
  const { tenant, services } = scope;
  const found = await inTenant(services.db, tenant.id, async (tx) => {
    const [rows, photos, consentRows, events, forms, withdrawal, appointments] = await Promise.all([
      tx
        .select({ report: damageReports, openedBy: staffUsers.name, preparedBy: preparers.name, assigneeName: assignees.name })
        .from(damageReports)
        .leftJoin(staffUsers, and(eq(staffUsers.tenantId, damageReports.tenantId), eq(staffUsers.id, damageReports.firstOpenedBy)))
        .leftJoin(preparers, and(eq(preparers.tenantId, damageReports.tenantId), eq(preparers.id, damageReports.preparedBy)))
        .leftJoin(assignees, and(eq(assignees.tenantId, damageReports.tenantId), eq(assignees.id, damageReports.assigneeId)))
        .where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId))),
      readReportPhotos(scope, tx, reportId),
      tx.select().from(consents).where(and(eq(consents.tenantId, tenant.id), eq(consents.reportId, reportId))),
      readEvents(scope, tx, reportId),
      readReportForms(scope, tx, reportId),
      readWithdrawal(scope, tx, reportId),
      readAppointments(scope, tx, reportId),
    ]);
    const row = rows[0];
    return row && { ...row, photos, consentRows, events, forms, withdrawal, appointments };
  });
  if (!found) throw new ProblemError('notFound');

  const { report } = found;
  const catalogue = await findCatalogue(scope, report.catalogueVersion);
  const category = catalogue?.categories.find(({ id }) => id === report.category);
  if (!category && report.category !== null) throw new Error('a category is always one of the catalogue version');
  // These columns were written from the contract's schemas, of a submission or a preparation, and from nothing else.
  const stored = report as typeof report & Pick<ReportDetail, 'reporter' | 'vehicle' | 'insurance' | 'damages' | 'safety'> & { answers: Answers; source: { kind: 'page' | 'embed' | 'link'; origin?: string } };

  return {
    id: report.id,
    reference: report.reference,
    handling: describeHandling(report, found.assigneeName),
    category: report.category,
    categoryLabel: category?.label ?? null,
    preparedIncidentDate: report.incidentDate,
    language: report.language,
    listedAt: report.listedAt.toISOString(),
    submittedAt: report.submittedAt?.toISOString() ?? null,
    preparedBy: report.preparedAt ? { at: report.preparedAt.toISOString(), staffName: found.preparedBy ?? '' } : null,
    partner: report.partner,
    firstOpened: report.firstOpenedAt ? { at: report.firstOpenedAt.toISOString(), staffName: found.openedBy ?? '' } : null,
    source: { kind: stored.source.kind, origin: stored.source.origin ?? null },
    reporter: { ...stored.reporter, phoneDisplay: stored.reporter.phone && displayPhone(stored.reporter.phone) },
    vehicle: stored.vehicle,
    insurance: stored.insurance,
    answers: category ? answeredQuestions(category, stored.answers) : [],
    damages: stored.damages,
    safety: stored.safety,
    photos: found.photos,
    shotLabels: category ? shotLabels(category) : {},
    skippedShots: report.skippedShots,
    consents: found.consentRows.map(({ kind, textVersion, text, givenAt }) => ({ kind, textVersion, text, givenAt: givenAt.toISOString() })),
    forms: found.forms,
    withdrawal: found.withdrawal,
    appointments: found.appointments,
    events: found.events,
  };
}

function answeredQuestions(category: Category, answers: Answers): AnsweredQuestion[] {
  return category.questions.flatMap((question) => {
    const value = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (value === undefined) return [];
    return [{ questionId: question.id, type: question.type, label: question.label, value, display: displayAnswer(question, value) }];
  });
}

function shotLabels(category: Category): Record<string, LocalizedText> {
  return Object.fromEntries(category.shots.map((shot) => [shot.id, shot.label]));
}

async function readEvents(scope: Scope, tx: Transaction, reportId: string): Promise<ReportEvent[]> {
  const rows = await tx
    .select()
    .from(reportEvents)
    .where(and(eq(reportEvents.tenantId, scope.tenant.id), eq(reportEvents.reportId, reportId)))
    .orderBy(asc(reportEvents.sequence));
  const staff = await tx.select({ id: staffUsers.id, name: staffUsers.name }).from(staffUsers).where(eq(staffUsers.tenantId, scope.tenant.id));
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const { actor, data } = JSON.parse(row.body) as { actor: { kind: ReportEvent['actor']['kind']; id: string | null }; data: Record<string, unknown> };
    return {
      sequence: row.sequence,
      type: row.type as ReportEvent['type'],
      at: row.at.toISOString(),
      actor: { ...actor, name: actor.id === null ? null : (names.get(actor.id) ?? null) },
      data,
      hash: Buffer.from(row.hash).toString('hex'),
    };
  });
}
