import { createHash } from 'node:crypto';
import type { CatalogueContent } from '@meldewerk/contract/catalogue';

/** Tells one version of the product's own catalogue from the next. */
export function catalogueDigest(content: CatalogueContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
