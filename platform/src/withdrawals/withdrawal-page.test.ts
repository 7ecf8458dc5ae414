import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'widerruf-seite');
});
afterAll(() => platform.close());

const browser = { accept: 'text/html' };
const open = (path: string, headers: Record<string, string> = {}) => platform.request(workshop.host, path, { headers: { ...browser, ...headers } });
function post(path: string, fields: Record<string, string>, headers: Record<string, string> = browser): Promise<Response> {
  return platform.request(workshop.host, path, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
}
const hidden = (page: string) => Object.fromEntries([...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')]));
const typed = { name: 'Jo Kern', email: 'jo@kunde.example', contract: 'SM-2026-000001', statement: '' };

test('the way goes over typing and confirming to a page with the time, and only the second step declares anything', async () => {
  const first = await (await open('/widerruf?ref=SM-2026-000001')).text();
  expect(first).toContain('value="SM-2026-000001"');
  const second = await (await post('/widerruf', typed)).text();
  expect(second).toMatch(/Widerruf bestätigen[^]*Jo Kern[^]*jo@kunde\.example/);
  await platform.runJobs();
  expect(platform.simulators.inbox.messages()).toHaveLength(0);

  const confirmed = hidden(second);
  for (let press = 0; press < 2; press++) {
    const done = await post('/widerruf/bestaetigung', confirmed);
    expect(done.status).toBe(200);
    expect(await done.text()).toMatch(/Eingegangen am 20\.11\.2026, 11:00 Uhr/);
  }
  await platform.runJobs();
  expect(platform.simulators.inbox.messages().filter(({ to }) => to === 'jo@kunde.example')).toHaveLength(1);
});

test('what is missing or wrong is marked, and what was typed stays', async () => {
  const answer = await post('/widerruf', { ...typed, name: ' ', email: 'jo@', contract: 'Mein "Golf"' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toMatch(/role="alert"[^]*Bitte geben Sie Ihren Namen an[^]*E-Mail-Adresse stimmt nicht/);
  expect(page).toContain('value="Mein &quot;Golf&quot;"');
  expect(page.match(/aria-invalid/g)).toHaveLength(2);
});

test('one can go back from the second step and change what was typed', async () => {
  const page = await (await post('/widerruf/eingabe', { ...typed, statement: 'Danke & Gruß', lang: 'en' })).text();
  expect(page).toMatch(/Step 1 of 2[^]*value="Jo Kern"[^]*Danke &amp; Gruß/);
});

test('it needs no script and no login, runs none, is found from the workshop’s page, and speaks the reader’s language', async () => {
  const answer = await open('/widerruf', { 'accept-language': 'en' });
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'none'[^]*form-action 'self'[^]*frame-ancestors 'none'/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const page = await answer.text();
  expect(page).toContain('Withdraw from contract');
  expect(page).not.toMatch(/<script|style=|\son\w+=/);
  expect(await (await open('/widerruf?lang=de', { 'accept-language': 'en' })).text()).toContain('Vertrag widerrufen');
  expect(await (await open('/')).text()).toContain('href="/widerruf?lang=de"');
  expect(await (await open('/widerruf/style.css')).text()).toMatch(/--brand: #[0-9a-f]{6}/);
});

test('whatever is typed stays text', async () => {
  const evil = '"><script>alert(1)</script>';
  for (const path of ['/widerruf', '/widerruf/eingabe'] as const) {
    const page = await (await post(path, { name: evil, email: 'jo@kunde.example', contract: evil, statement: `</textarea>${evil}`, id: evil })).text();
    expect(page).not.toContain('<script>');
  }
  expect(await (await open(`/widerruf?ref=${encodeURIComponent(evil)}`)).text()).not.toContain('<script>');
});

test('a form from elsewhere, too long, or of another kind is refused', async () => {
  expect((await post('/widerruf/bestaetigung', { ...typed, id: 'x' })).status).toBe(400);
  expect((await post('/widerruf', { ...typed, statement: 'x'.repeat(40_000) })).status).toBe(413);
  expect((await platform.request(workshop.host, '/widerruf', { json: typed })).status).toBe(415);
  expect((await post('/widerruf', { ...typed, name: '' }, {})).headers.get('content-type')).toBe('application/problem+json');
});

test.each(['cross-site', 'same-site'])('a page elsewhere (%s) cannot have its visitors declare anything', async (site) => {
  const declaration = { ...typed, id: '3f0c2a52-5f7e-4f4e-9f56-0d6b7d0b6c11' };
  expect((await post('/widerruf/bestaetigung', declaration, { ...browser, 'sec-fetch-site': site })).status).toBe(403);
  expect((await post('/widerruf', declaration, { ...browser, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});
