import type { Category } from '@meldewerk/contract/catalogue';
import { findCatalogue } from '../catalogues/find-catalogue.ts';
import type { Scope } from '../http/scope.ts';
import type { ReportRow } from './find-items.ts';

/** The questions and shots a sent report was made with. */
export async function categoryOf(scope: Scope, report: Pick<ReportRow, 'catalogueVersion' | 'category'>): Promise<Category> {
  const catalogue = await findCatalogue(scope, report.catalogueVersion);
  const category = catalogue?.categories.find(({ id }) => id === report.category);
  if (!category) throw new Error('a category is always one of the catalogue version');
  return category;
}
