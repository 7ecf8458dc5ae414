import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtBundles } from '@meldewerk/testing/bundles';
import { contentPolicies } from '../../platform/src/http/security-headers.ts';
import { pdfReaderFile } from '../dev/pdf-reader-files.ts';
import { standIn } from '../dev/stand-in.ts';

/** What the built portal gets by with; any violation fails the tests. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const mediaTypes: Record<string, string> = {
  '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
};

/** The portal as it is shipped, in front of the stand-in API. */
export async function startPortal() {
  await builtBundles();
  // A copy: somebody may build again while the tests run.
  const files = await mkdtemp(join(tmpdir(), 'portal-'));
  await cp(fileURLToPath(new URL('../dist', import.meta.url)), files, { recursive: true });
  const api = standIn();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://portal').pathname;
    if (path.startsWith('/api/')) return void api.handle(request, response);
    const readerFile = pdfReaderFile(path);
    if (readerFile) {
      response.setHeader('Content-Security-Policy', contentPolicies.script);
      return void sendFile(response, readerFile);
    }
    if (path.startsWith('/portal/assets/')) return void sendFile(response, join(files, path.slice('/portal/'.length)));
    if (path === '/embedding-preview') {
      response.setHeader('Content-Security-Policy', contentPolicies.preview);
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="de"><title>Vorschau</title><body><p>${/brand=%23([0-9a-f]{6})/.exec(request.url ?? '')?.[1]}</p>`);
    }
    response.setHeader('Content-Security-Policy', strictPolicy);
    return void sendFile(response, join(files, 'index.html'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    api,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(files, { recursive: true });
    },
  };
}

async function sendFile(response: ServerResponse, path: string) {
  response.setHeader('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
  response.end(await readFile(path));
}
