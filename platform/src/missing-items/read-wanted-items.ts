import type { Answers, Category } from '@meldewerk/contract/catalogue';
import type { LinkForm } from '@meldewerk/contract/form';
import { itemKinds, requestableFields, type RequestableField, type WantedItem, type WantedItems } from '@meldewerk/contract/missing-items';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { readLinkForms } from '../forms/read-link-forms.ts';
import type { CustomerScope } from '../http/scope.ts';
import { categoryOf } from './category-of.ts';
import { valuesNow } from './field-values.ts';
import { findReport, isOpen, itemsOfReport, requestsOfReport, type ItemRow, type ReportRow, type RequestRow } from './find-items.ts';

/** Who reloads the page right after the last item still reads that all is there. */
const shownAfterMs = 24 * 60 * 60 * 1000;

/** What the customer is asked for: photos first, what is typed next, signatures last, since a form prints the rest. */
export async function readWantedItems(scope: CustomerScope): Promise<WantedItems | null> {
  const { services, tenant, reportId } = scope;
  const found = await inTenant(services.db, tenant.id, async (tx) => {
    const [request] = await requestsOfReport(scope, tx, reportId);
    if (!request || !isShown(request, services.clock.now())) return null;
    const report = await findReport(scope, tx, reportId);
    const items = (await itemsOfReport(scope, tx, reportId)).filter((item) => item.requestId === request.id && item.withdrawnAt === null);
    const forms = items.some(({ kind }) => kind === 'signature') ? await readLinkForms(scope, tx, reportId) : [];
    return report && { request, report, items, forms };
  });
  if (!found) return null;
  const { request, report, items, forms } = found;
  const category = await categoryOf(scope, report);
  const open = items.filter(isOpen).toSorted((one, other) => itemKinds.indexOf(one.kind) - itemKinds.indexOf(other.kind));
  return {
    requestId: request.id,
    note: request.note,
    totalCount: items.length,
    providedCount: items.length - open.length,
    items: open.flatMap((item) => describe(item, report, category, forms)),
  };
}

function isShown({ withdrawnAt, completedAt }: RequestRow, now: Date): boolean {
  return !withdrawnAt && (!completedAt || now.getTime() - completedAt.getTime() < shownAfterMs);
}

function describe({ id, kind, subject, reason, note, replacesPhotoId, refusedAt }: ItemRow, report: ReportRow, category: Category, forms: LinkForm[]): WantedItem[] {
  const common = { id, reason, note };
  switch (kind) {
    case 'photo': {
      const shot = category.shots.find((candidate) => candidate.id === subject);
      return shot ? [{ ...common, kind, shot, replacesPhotoId, refused: refusedAt !== null }] : [];
    }
    case 'field': {
      const field = subject as RequestableField;
      return [{ ...common, kind, field, values: valuesNow(report, [...requestableFields[field]]) }];
    }
    case 'answer': {
      const question = category.questions.find((candidate) => candidate.id === subject);
      return question ? [{ ...common, kind, question, value: (report.answers as Answers)[subject] ?? null }] : [];
    }
    case 'signature': {
      const form = forms.find((candidate) => candidate.id === subject);
      return form ? [{ ...common, kind, form }] : [];
    }
  }
}
