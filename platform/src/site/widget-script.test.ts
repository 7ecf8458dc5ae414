import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
const ask = (headers: Record<string, string> = {}) => platform.request(workshop.host, '/widget.js', { headers });
const headOf = async (response: Response) => {
  const text = await response.text();
  const [, told = ''] = /^const meldewerkSite=(.*);$/m.exec(text) ?? [];
  return JSON.parse(told);
};

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'skript', { languages: ['de', 'en'] });
});
afterAll(() => platform.close());

test('widget.js brings what the first step shows, in the language customers read first, and is asked for again by its fingerprint', async () => {
  const answer = await ask();
  const { language, site } = await headOf(answer.clone());
  expect([language, site.name, site.colors.brand]).toEqual(['de', workshop.name, '#0f4c81']);
  expect(site.categories.map(({ label }: { label: object }) => Object.keys(label))).toEqual(site.categories.map(() => ['de']));
  // What only later steps need stays out.
  expect([site.privacyNotice, site.openingHours, site.email]).toEqual([undefined, undefined, undefined]);
  expect([answer.headers.get('cache-control'), answer.headers.get('vary')]).toEqual(['public, max-age=0, must-revalidate', 'Accept-Encoding']);
  const etag = answer.headers.get('etag') ?? '';
  expect((await ask({ 'if-none-match': etag })).status).toBe(304);
  expect((await ask({ 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe('br');

  const cookie = await signInAs(platform, workshop, 'admin');
  const changed = { widgetOrigins: null, colors: { brand: '#aa0033', accent: '#f28c28' } };
  expect((await platform.request(workshop.host, '/api/settings/embedding', { method: 'PUT', cookie, json: changed })).status).toBe(200);
  const after = await ask({ 'if-none-match': etag });
  expect([after.status, (await headOf(after)).site.colors.brand]).toEqual([200, '#aa0033']);
});

test('a website that the workshop does not allow gets a script that says so; others, and the own page, are served', async () => {
  const shop = await provisionWorkshop(platform, 'waehlerisch', { widgetOrigins: ['https://autohaus.example'] });
  const headFor = async (headers: Record<string, string>) => {
    const answer = await platform.request(shop.host, '/widget.js', { headers });
    return { vary: answer.headers.get('vary'), head: await headOf(answer) };
  };
  const refused = await headFor({ origin: 'https://fremd.example' });
  expect(refused.vary).toBe('Accept-Encoding, Origin');
  expect(refused.head).toEqual({ refused: { name: shop.name, phone: '+49 721 123456', pageUrl: expect.stringContaining(shop.slug) } });
  const others: Record<string, string>[] = [{ origin: 'https://autohaus.example' }, {}];
  for (const headers of others) expect((await headFor(headers)).head.site.name).toBe(shop.name);
});

test('a logo that is no picture and a website that is no address are sent back', async () => {
  const cookie = await signInAs(platform, workshop, 'admin');
  const colors = { brand: '#14507a', accent: '#f28c28' };
  const put = async (change: object) => {
    const answer = await platform.request(workshop.host, '/api/settings/embedding', { method: 'PUT', cookie, json: { widgetOrigins: null, colors, ...change } });
    return [answer.status, ((await answer.json()) as { issues?: { path: string }[] }).issues?.[0]?.path];
  };
  expect(await put({ logo: { mediaType: 'image/png', base64: Buffer.from('<script>').toString('base64') } })).toEqual([422, 'logo']);
  expect(await put({ widgetOrigins: ['autohaus.example'] })).toEqual([422, 'widgetOrigins.0']);
  expect(await put({ logo: { mediaType: 'image/svg+xml', base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64') } })).toEqual([200, undefined]);
});
