import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, hostOf, type Platform } from '../../test/harness.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await bootPlatform();
});
afterAll(() => platform?.close());

test('the description of the API refers to nothing that is not in it', async () => {
  const text = await (await platform.request(hostOf(platform, null), '/openapi.json')).text();
  const document = JSON.parse(text) as Record<string, unknown>;
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? ''));
  expect(references.size).toBeGreaterThan(0);
  for (const reference of references) {
    const found = reference.split('/').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
    expect(found, reference).toBeTypeOf('object');
  }
});

test('what a report consists of is described by the schema that checks it', async () => {
  const document = (await (await platform.request(hostOf(platform, null), '/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: { required: string[] } }> }; responses: Record<string, unknown> }>>;
  };
  const submission = document.paths['/api/reports']?.['post'];
  expect(submission?.requestBody?.content['application/json']?.schema.required).toEqual(expect.arrayContaining(['draftId', 'reporter', 'vehicle', 'photos']));
  expect(Object.keys(submission?.responses ?? {})).toContain('201');
});

test('the page that shows it needs nothing from elsewhere', async () => {
  const page = await platform.request(hostOf(platform, null), '/docs', { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  expect(await page.text()).not.toMatch(/https?:\/\//);
  expect((await platform.request(hostOf(platform, null), '/docs/swagger-ui-bundle.js')).status).toBe(200);
});
