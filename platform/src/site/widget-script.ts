import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { scriptHead, siteForScript, type SiteInScript } from '@meldewerk/contract/site-in-script';
import type { Tenant } from '@meldewerk/tenants/find';
import { originOf } from '../config.ts';
import type { Scope } from '../http/scope.ts';
import type { StaticFile } from '../http/static-files.ts';
import { bundles } from './bundles.ts';
import { describeSite } from './describe-site.ts';

const [compressBrotli, compressGzip] = [promisify(brotliCompress), promisify(gzip)];

/** As long as the tenant is remembered, so is its script: between two looks at its settings nothing is asked or compressed. */
const scripts = new WeakMap<Tenant, Promise<StaticFile>>();
/** Compressed once for each text; bounded, since tenants are many. */
const compressed = new Map<string, Promise<StaticFile>>();
const maxCompressed = 200;

/** widget.js with the workshop at its head, so that one request is enough for the first step. */
export function widgetScript(scope: Scope): Promise<StaticFile> {
  const known = scripts.get(scope.tenant) ?? describeSite(scope).then((site) => scriptWith(siteForScript(site)));
  scripts.set(scope.tenant, known);
  known.catch(() => scripts.delete(scope.tenant));
  return known;
}

/** For a website that the workshop does not allow: the script says so instead of failing at the first question. */
export function refusingScript({ tenant: { slug, settings }, services }: Scope): Promise<StaticFile> {
  const { name, phone } = settings;
  return scriptWith({ refused: { name, phone, pageUrl: `${originOf(services.config, slug)}/` } });
}

function scriptWith(brought: SiteInScript): Promise<StaticFile> {
  const bundle = bundles.widget().get('widget.js');
  if (!bundle) throw new Error('widget/dist has no widget.js: run pnpm build first');
  const head = Buffer.from(scriptHead(brought));
  const hash = createHash('sha256').update(head).update(bundle.etag).digest('base64url').slice(0, 22);
  const known = compressed.get(hash) ?? compress(head, bundle, hash);
  // The one asked for last goes last.
  compressed.delete(hash);
  compressed.set(hash, known);
  known.catch(() => compressed.delete(hash));
  const oldest = compressed.keys().next();
  if (compressed.size > maxCompressed && !oldest.done) compressed.delete(oldest.value);
  return known;
}

async function compress(head: Buffer, bundle: StaticFile, hash: string): Promise<StaticFile> {
  const whole = Buffer.concat([head, bundle.bytes]);
  const [brotli, gzipped] = await Promise.all([compressBrotli(whole), compressGzip(whole)]);
  return {
    mediaType: bundle.mediaType,
    etag: `"${hash}"`,
    brotli: Buffer.from(brotli),
    gzip: Buffer.from(gzipped),
    get bytes() {
      return Buffer.concat([head, bundle.bytes]);
    },
  };
}
