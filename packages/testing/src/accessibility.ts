import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page as it stands (WCAG 2.2 AA and best practice, open shadow roots included), one readable
 * text per violation; an empty list when it finds nothing. `inert` names what lies behind a modal dialog: nobody can reach
 * it, but axe takes what the dialog half covers for a target too small.
 */
export async function checkAccessibility(page: Page, { inert }: { inert?: string } = {}): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(wcag);
  const { violations } = await (inert ? builder.exclude(inert) : builder).analyze();
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => `  ${node.target.flat().join(' >>> ')}\n    ${node.failureSummary?.replaceAll('\n', '\n    ') ?? ''}`);
    return `${id} (${impact ?? 'unrated'}): ${help}\n${places.join('\n')}`;
  });
}
