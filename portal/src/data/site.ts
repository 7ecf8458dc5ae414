import { siteSchema, type Site } from '@meldewerk/contract/tenant';
import { requestJson } from '@meldewerk/shell/request';

let loaded: Promise<Site> | undefined;

/** What the workshop's page shows, asked for once. A failure is not kept. */
export function fetchSite(): Promise<Site> {
  loaded ??= requestJson(siteSchema, 'GET', '/api/site').catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
