import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSimulators, type Simulators } from '../start.ts';

const evil = '<script>alert(1)</script>';
const twilioAccount = `AC${'1'.repeat(32)}`;
let simulators: Simulators;

beforeAll(async () => void (simulators = await startSimulators({ now: () => new Date('2026-11-21T13:00:00Z') })));
beforeEach(() => simulators.inbox.clear());
afterAll(() => simulators.close());

const visit = async (path: string, init?: RequestInit) => simulators.fetch(new Request(`http://simulators.localhost${path}`, init));

async function receiveMail(change: Record<string, string> = {}): Promise<string> {
  const mail = { from: '"Karosserie Muster" <post@example.org>', to: 'jana@example.org', subject: 'Hallo', html: '<p><a href="https://x.example/">Los</a></p>', text: 'Hallo', ...change };
  const response = await fetch(`${simulators.resendUrl}/emails`, {
    method: 'POST', headers: { authorization: 'Bearer re_test', 'idempotency-key': `key-${change.to ?? 1}` }, body: JSON.stringify(mail),
  });
  return ((await response.json()) as { id: string }).id;
}

async function receiveSms(text: string) {
  await fetch(`${simulators.twilioUrl}/2010-04-01/Accounts/${twilioAccount}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${twilioAccount}:token`)}` },
    body: new URLSearchParams({ To: '+4915112345678', From: 'Muster', Body: text }),
  });
}

test('the page says that nothing is really sent, in both languages', async () => {
  expect(await (await visit('/')).text()).toContain('hier wird nichts wirklich verschickt');
  expect(await (await visit('/?lang=en')).text()).toContain('nothing is really sent');
});

test('what a message contains is shown as text, and its scripts cannot run', async () => {
  const id = await receiveMail({ subject: evil, from: `"${evil.replace(/[<>]/g, '')}" <post@example.org>`, html: `${evil}<p>Hallo</p>` });
  await receiveSms(`${evil} https://x.example/r/1.`);
  const page = await visit('/');
  const html = await page.text();
  expect(html).not.toContain(evil);
  expect(html).toContain('<a href="https://x.example/r/1" target="_blank"');
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'(?!.*unsafe)/);
  const policy = (await visit(`/messages/${id}/html`)).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/^sandbox(?!.*allow-scripts)/);
});

test('links in a mail open a tab of their own', async () => {
  const id = await receiveMail();
  expect(await (await visit(`/messages/${id}/html`)).text()).toContain('<base target="_blank">');
});

test('a recipient is found by address and by number however it is typed', async () => {
  await receiveMail({ to: 'jana@example.org' });
  await receiveMail({ to: 'paul@example.org' });
  await receiveSms('Hallo');
  const recipients = async (to: string) => {
    const response = await visit(`/api/messages?to=${encodeURIComponent(to)}`);
    return ((await response.json()) as { to: string }[]).map((message) => message.to);
  };
  expect(await recipients('JANA')).toEqual(['jana@example.org']);
  expect(await recipients('0151 1234-5678')).toEqual(['+4915112345678']);
  expect(await recipients('')).toHaveLength(3);
  expect(await (await visit('/?to=paul')).text()).not.toContain('jana@example.org');
});

test('messages are there as JSON for tests', async () => {
  const id = await receiveMail();
  expect(await (await visit('/api/messages?to=jana@example.org')).json()).toEqual([
    {
      id, vendor: 'resend', to: 'jana@example.org', from: '"Karosserie Muster" <post@example.org>', subject: 'Hallo', text: 'Hallo',
      html: '<p><a href="https://x.example/">Los</a></p>', receivedAt: '2026-11-21T13:00:00.000Z', idempotencyKey: 'key-1',
    },
  ]);
});

test('an open page hears of a new message', async () => {
  const leaving = new AbortController();
  const response = await visit('/events', { signal: leaving.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await receiveMail();
  expect((await reader.read()).value).toContain('event: changed');
  await reader.cancel();
  leaving.abort();
});

test('another website can neither clear the inbox nor break a vendor', async () => {
  await receiveMail();
  const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
  expect((await visit('/clearing', { method: 'POST', headers, body: '' })).status).toBe(403);
  expect((await visit('/faults', { method: 'POST', headers, body: 'vendor=resend&mode=down' })).status).toBe(403);
  expect(simulators.inbox.messages()).toHaveLength(1);
  const cleared = await visit('/clearing', { method: 'POST', headers: { ...headers, 'sec-fetch-site': 'same-origin' }, body: 'back=%2F%3Flang%3Den' });
  expect([cleared.status, cleared.headers.get('location')]).toEqual([303, '/?lang=en']);
  expect(simulators.inbox.messages()).toEqual([]);
});

test('a form cannot be made to lead to another website', async () => {
  const response = await visit('/clearing', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'back=//evil.example' });
  expect(response.headers.get('location')).toBeNull();
});

test('a fault lasts for as many calls as it was set for', async () => {
  const set = (body: unknown) => visit('/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect((await set({ vendor: 'resend', mode: 'down', times: 1 })).status).toBe(204);
  expect(await receiveMail()).toBeUndefined();
  expect(await receiveMail()).toBeDefined();
  expect((await set({ vendor: 'nobody', mode: 'down' })).status).toBe(422);
});

test('the files of a mail are listed with their size, named in the JSON, and open to the letter', async () => {
  const content = Buffer.from('{"Kennzeichen":"KA-PA 777"}');
  const response = await fetch(`${simulators.resendUrl}/emails`, {
    method: 'POST', headers: { authorization: 'Bearer re_test' },
    body: JSON.stringify({
      from: 'post@example.org', to: 'jana@example.org', subject: 'Anhänge', text: 'Hallo',
      attachments: [{ filename: 'Übersicht.json', content: content.toString('base64'), content_type: 'application/json' }, { filename: `${evil}.html`, content: btoa(evil), content_type: 'text/html' }],
    }),
  });
  const { id } = (await response.json()) as { id: string };
  const [mail] = (await (await visit('/api/messages')).json()) as { attachments: unknown[] }[];
  expect(mail?.attachments[0]).toEqual({ fileName: 'Übersicht.json', mediaType: 'application/json', byteSize: content.length, url: `/messages/${id}/attachments/1` });
  const page = await (await visit(`/messages/${id}`)).text();
  expect(page).toContain(`href="/messages/${id}/attachments/1"`);
  expect(page).not.toContain(evil);
  const file = await visit(`/messages/${id}/attachments/1`);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
  expect(file.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''%C3%9Cbersicht.json");
  // Somebody else's HTML is saved and never shown as a page of ours.
  expect((await visit(`/messages/${id}/attachments/2`)).headers.get('content-disposition')).toMatch(/^attachment;/);
  expect((await visit(`/messages/${id}/attachments/3`)).status).toBe(404);
});

test('a phone that answers STOP gets nothing more until it answers START', async () => {
  const answer = (stopped: boolean) => visit('/opt-outs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ number: '+4915112345678', stopped }) });
  await receiveSms('eins');
  expect(await (await visit('/')).text()).toContain('STOP antworten');
  expect((await answer(true)).status).toBe(204);
  await receiveSms('zwei');
  expect(simulators.inbox.messages()).toHaveLength(1);
  expect(await (await visit('/')).text()).toContain('START antworten');
  await answer(false);
  await receiveSms('drei');
  expect(simulators.inbox.messages().map(({ text }) => text)).toEqual(['eins', 'drei']);
  expect((await visit('/opt-outs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"number":"nobody"}' })).status).toBe(422);
});
