import type { Language, LocalizedText } from './language.ts';
import type { Site } from './tenant.ts';
import { textIn } from './text-in.ts';

/** Of a workshop, what the first step shows; its texts are in one language alone. */
export type FirstSite = Pick<Site, 'name' | 'phone' | 'logoUrl' | 'colors' | 'languages' | 'catalogueVersion' | 'categories' | 'asksForWishes'>;

/**
 * What the server writes at the head of widget.js as `const meldewerkSite`, so that one request is enough for the first
 * step: the workshop in the language that its customers read first, or that it does not allow the website that asks.
 */
export type SiteInScript = { language: Language; site: FirstSite } | { refused: Pick<Site, 'name' | 'phone' | 'pageUrl'> };

/** What the script brings where the workshop allows it. */
export function siteForScript({ name, phone, logoUrl, colors, languages, catalogueVersion, categories, asksForWishes }: Site): SiteInScript {
  const language = languages[0] ?? 'de';
  const only = (text: LocalizedText) => ({ [language]: textIn(text, language) }) as LocalizedText;
  // Which questions the safety check asks is said later; for the way through the steps it is enough that there is one.
  const told = categories.map(({ label, hint, safetyCheck, ...category }) => ({ ...category, ...(safetyCheck && { safetyCheck: safetyCheck.slice(0, 1) }), label: only(label), hint: only(hint) }));
  return { language, site: { name, phone, logoUrl, colors, languages, catalogueVersion, categories: told, asksForWishes } };
}

/**
 * What stands before the code in widget.js. The first line tells browsers that know it (Chromium) to compile all of it while
 * it comes in, beside the page's own thread: nearly everything in it is called before the first step is drawn.
 */
export function scriptHead(brought: SiteInScript): string {
  return `//# allFunctionsCalledOnLoad\nconst meldewerkSite=${JSON.stringify(brought)};\n`;
}
