import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

// Of what is in order axe would otherwise describe every node: ten times the work of finding what is not.
const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
};

/**
 * What axe finds on the page as it stands (WCAG 2.2 AA and best practice, open shadow roots included), one readable
 * text per violation; an empty list when it finds nothing. `inert` names what lies behind a modal dialog: nobody can reach
 * it, but axe takes what the dialog half covers for a target too small.
 */
export async function checkAccessibility(page: Page, { inert }: { inert?: string } = {}): Promise<string[]> {
  // Once per document, and in the page itself: a second page would take the focus from it, and menus close without.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ([exclude, runOptions]) => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      return (await inPage.run({ exclude }, runOptions)).violations;
    },
    [inert ? [inert] : [], options] as const,
  );
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => `  ${node.target.flat().join(' >>> ')}\n    ${node.failureSummary?.replaceAll('\n', '\n    ') ?? ''}`);
    return `${id} (${impact ?? 'unrated'}): ${help}\n${places.join('\n')}`;
  });
}
