import type { CategorySummary } from '@meldewerk/contract/catalogue';
import { fetchSite } from './data/site.ts';
import { currentLanguage } from './locale.ts';

let categories: CategorySummary[] = [];

export async function loadCategories() {
  categories = (await fetchSite()).categories;
}

export function allCategories(): CategorySummary[] {
  return categories;
}

/** A category that is no longer offered is called by its id. */
export function categoryLabel(id: string): string {
  return categories.find((category) => category.id === id)?.label[currentLanguage()] ?? id;
}

export function categoryIcon(id: string): string {
  return `category-${categories.find((category) => category.id === id)?.icon ?? 'other'}`;
}
