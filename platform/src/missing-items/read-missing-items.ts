import type { Category } from '@meldewerk/contract/catalogue';
import { itemFieldLabels } from '@meldewerk/contract/item-labels';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { MissingItems, RequestableField, RequestedItem } from '@meldewerk/contract/missing-items';
import type { Transaction } from '@meldewerk/db/client';
import { formVersions, reportForms, staffUsers } from '@meldewerk/db/schema';
import { itemReminders } from '@meldewerk/db/schema-missing-items';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, max } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';
import { categoryOf } from './category-of.ts';
import { findReport, itemsOfReport, requestsOfReport, type ItemRow, type RequestRow } from './find-items.ts';

/** What was asked for of a report, and what can be. */
export async function readMissingItems(scope: Scope, reportId: string): Promise<MissingItems> {
  const { services, tenant } = scope;
  const found = await inTenant(services.db, tenant.id, async (tx) => {
    const [report, requests, items] = await Promise.all([findReport(scope, tx, reportId), requestsOfReport(scope, tx, reportId), itemsOfReport(scope, tx, reportId)]);
    const some = requests.length > 0;
    const [titles, names, reminders] = await Promise.all([some ? formTitles(scope, tx, reportId) : noNames, some ? staffNames(scope, tx) : noNames, some ? lastReminders(scope, tx, reportId) : noReminders]);
    return { report, requests, items, titles, names, reminders };
  });
  if (!found.report?.submittedAt) return { requests: [], shots: [], questions: [] };
  const category = await categoryOf(scope, found.report);
  return {
    requests: found.requests.map((request) => ({
      id: request.id,
      state: stateOf(request),
      requestedAt: request.requestedAt.toISOString(),
      requestedBy: found.names.get(request.requestedBy) ?? '',
      channel: request.channel,
      note: request.note,
      closedAt: (request.completedAt ?? request.withdrawnAt)?.toISOString() ?? null,
      remindedAt: found.reminders.get(request.id)?.toISOString() ?? null,
      items: found.items.filter(({ requestId }) => requestId === request.id).map((item) => describe(item, labelOf(item, category, found.titles))),
    })),
    shots: category.shots.map(({ id, label }) => ({ id, label })),
    questions: category.questions.filter(({ type }) => type !== 'notice').map(({ id, label }) => ({ id, label })),
  };
}

function stateOf({ completedAt, withdrawnAt }: RequestRow): 'open' | 'complete' | 'withdrawn' {
  if (completedAt) return 'complete';
  return withdrawnAt ? 'withdrawn' : 'open';
}

function describe(item: ItemRow, label: LocalizedText): RequestedItem {
  const { id, kind, subject, reason, note, replacesPhotoId, photoId, before, after } = item;
  return {
    id, kind, subject, label, reason, note,
    state: item.providedAt ? 'provided' : item.withdrawnAt ? 'withdrawn' : 'open',
    requestedAt: item.requestedAt.toISOString(),
    providedAt: item.providedAt?.toISOString() ?? null,
    replacesPhotoId, photoId,
    refused: item.refusedAt !== null,
    before, after,
  };
}

/** How an item is called: shot, field, question, or title of the form. */
export function labelOf({ kind, subject }: Pick<ItemRow, 'kind' | 'subject'>, category: Category, titles: ReadonlyMap<string, string>): LocalizedText {
  const plain = { de: subject, en: subject };
  switch (kind) {
    case 'photo': return category.shots.find(({ id }) => id === subject)?.label ?? plain;
    case 'field': return itemFieldLabels[subject as RequestableField] ?? plain;
    case 'answer': return category.questions.find(({ id }) => id === subject)?.label ?? plain;
    case 'signature': {
      const title = titles.get(subject);
      return title === undefined ? plain : { de: title, en: title };
    }
  }
}

const noNames: ReadonlyMap<string, string> = new Map();
const noReminders: ReadonlyMap<string, Date> = new Map();

/** Also of forms that were taken off again with what was asked for. */
export async function formTitles({ tenant }: Scope, tx: Transaction, reportId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: reportForms.id, title: formVersions.title })
    .from(reportForms)
    .innerJoin(formVersions, and(eq(formVersions.tenantId, reportForms.tenantId), eq(formVersions.formId, reportForms.formId), eq(formVersions.version, reportForms.version)))
    .where(and(eq(reportForms.tenantId, tenant.id), eq(reportForms.reportId, reportId)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

async function staffNames({ tenant }: Scope, tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.select({ id: staffUsers.id, name: staffUsers.name }).from(staffUsers).where(eq(staffUsers.tenantId, tenant.id));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function lastReminders({ tenant }: Scope, tx: Transaction, reportId: string): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ requestId: itemReminders.requestId, at: max(itemReminders.at) })
    .from(itemReminders)
    .where(and(eq(itemReminders.tenantId, tenant.id), eq(itemReminders.reportId, reportId)))
    .groupBy(itemReminders.requestId);
  return new Map(rows.flatMap(({ requestId, at }) => (at ? [[requestId, at]] : [])));
}
