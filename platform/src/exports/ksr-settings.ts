import { defaultKsrColumns } from '@meldewerk/connectors/ksr/default-columns';
import type { KsrColumn, KsrSettings } from '@meldewerk/contract/ksr';
import { currentCatalogue } from '../catalogues/find-catalogue.ts';
import type { StaffScope } from '../http/scope.ts';
import { saveSettings } from '../save-settings.ts';
import { ksrColumnsOf } from './ksr-workbook.ts';

/** The columns, what they begin with, and the questions that a column may hold the answer of. */
export async function viewKsrSettings(scope: StaffScope): Promise<KsrSettings> {
  return { columns: ksrColumnsOf(scope), isDefault: scope.tenant.settings.ksrColumns === null, defaultColumns: defaultKsrColumns, questions: await askedQuestions(scope) };
}

export async function saveKsrColumns(scope: StaffScope, columns: KsrColumn[] | null): Promise<KsrSettings> {
  await saveSettings(scope, { ksrColumns: columns });
  const settings = { ...scope.tenant.settings, ksrColumns: columns };
  return viewKsrSettings({ ...scope, tenant: { ...scope.tenant, settings } });
}

/** Each once, in the order in which they are first asked. */
async function askedQuestions(scope: StaffScope): Promise<KsrSettings['questions']> {
  const catalogue = await currentCatalogue(scope);
  const byId = new Map(catalogue.categories.flatMap(({ questions }) => questions.map(({ id, label }) => [id, { id, label }] as const)).toReversed());
  return [...byId.values()].toReversed();
}
