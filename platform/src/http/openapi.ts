import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { html } from 'hono/html';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './scope.ts';
import { loadFile, sendFile, type StaticFile } from './static-files.ts';

const viewer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const viewerFiles = new Map<string, () => StaticFile>(
  ['swagger-ui.css', 'swagger-ui-bundle.js'].map((name) => [name, once(() => loadFile(join(viewer, name)))]),
);
viewerFiles.set('start.js', once(() => loadFile(join(import.meta.dirname, 'openapi-viewer.js'))));

/** The API as the validating schemas have it, and a page that shows it from our own files. */
export function openapi(app: Hono<AppEnv>): Hono<AppEnv> {
  let document: Promise<string> | undefined;
  return new Hono<AppEnv>()
    .get('/openapi.json', async (c) => {
      document ??= describe(app);
      return c.body(await document, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' });
    })
    .get('/docs', (c) =>
      c.html(
        html`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Meldewerk API</title>
    <link rel="icon" href="/files/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/docs/swagger-ui.css">
    <script src="/docs/swagger-ui-bundle.js" defer></script><script src="/docs/start.js" defer></script></head>
  <body><div id="viewer"></div></body>
</html>`,
        200,
        { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'" },
      ),
    )
    .get('/docs/:file', (c) => {
      const load = viewerFiles.get(c.req.param('file'));
      if (!load) throw new ProblemError('notFound');
      return sendFile(c.req.raw, load(), { immutable: false });
    });
}

async function describe(app: Hono<AppEnv>): Promise<string> {
  const document = await generateSpecs(app, {
    documentation: {
      openapi: '3.1.0',
      info: { title: 'Meldewerk', version: readVersion(), description: 'Damage reports: the API of the widget and of the portal. Errors are RFC 9457 problem documents.' },
      tags: [
        { name: 'Site', description: 'What anybody may know of a workshop' },
        { name: 'Draft', description: 'A report before it is sent; opened by a bearer token made on the device' },
        { name: 'Staff', description: 'Signing in and out' },
        { name: 'Reports', description: 'What staff work with' },
        { name: 'Preparation', description: 'Reports that the workshop prepares, and their links' },
        { name: 'Link', description: 'What a customer does with an individual link' },
        { name: 'Forms', description: 'What customers sign: the library, what hangs on a report, and what was signed' },
        { name: 'Webhooks', description: 'What vendors tell us, signed by them' },
      ],
    },
  });
  // A recursive schema refers to itself in JSON Schema's way, which means nothing in an OpenAPI document.
  return JSON.stringify(document).replaceAll('#/$defs/', '#/components/schemas/');
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8')) as { version: string }).version;
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
