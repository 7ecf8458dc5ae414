import type { Language } from '@meldewerk/contract/language';
import type { SiteInScript } from '@meldewerk/contract/site-in-script';
import type { Site } from '@meldewerk/contract/tenant';

declare const meldewerkSite: SiteInScript | undefined;

export const scriptOrigin = new URL(import.meta.url).origin;

/** What the script brings of the workshop at `origin`; nothing of another one, and nothing where the bare file is served. */
export function workshopInScript(origin: string): { refused: Pick<Site, 'name' | 'phone' | 'pageUrl'> } | { language: Language; site: Site } | null {
  // Only the first step is drawn with it, and that needs no more; the whole site is there before the second one is.
  return origin !== scriptOrigin || typeof meldewerkSite === 'undefined' ? null : (meldewerkSite as ReturnType<typeof workshopInScript>);
}
