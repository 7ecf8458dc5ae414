import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page as it stands (WCAG 2.2 AA and best practice, open shadow roots included), one readable
 * text per violation; an empty list when it finds nothing.
 */
export async function checkAccessibility(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => `  ${node.target.flat().join(' >>> ')}\n    ${node.failureSummary?.replaceAll('\n', '\n    ') ?? ''}`);
    return `${id} (${impact ?? 'unrated'}): ${help}\n${places.join('\n')}`;
  });
}
