import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSimulators, type Simulators } from '../start.ts';

const mail = { from: 'Muster <post@example.org>', to: ['jana@example.org'], subject: 'Hallo', html: '<p>Hallo</p>' };
const start = new Date('2026-11-21T13:00:00Z');
let now = start;
let simulators: Simulators;

beforeAll(async () => void (simulators = await startSimulators({ now: () => now })));
beforeEach(() => {
  now = start;
  simulators.inbox.clear();
});
afterAll(() => simulators.close());

function post(body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${simulators.resendUrl}/emails`, {
    method: 'POST',
    headers: { authorization: 'Bearer re_test', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

test('an accepted mail can be read back', async () => {
  const { id } = (await (await post(mail)).json()) as { id: string };
  const response = await fetch(`${simulators.resendUrl}/emails/${id}`, { headers: { authorization: 'Bearer re_test' } });
  expect(await response.json()).toMatchObject({ object: 'email', id, to: ['jana@example.org'], subject: 'Hallo', created_at: '2026-11-21T13:00:00.000Z' });
});

test('a key is needed', async () => {
  expect(await (await fetch(`${simulators.resendUrl}/emails`, { method: 'POST' })).json()).toMatchObject({ statusCode: 401, name: 'missing_api_key' });
  expect((await post(mail, { authorization: 'Bearer wrong' })).status).toBe(403);
});

test.each([
  ['no recipient', { ...mail, to: undefined }, 'missing_required_field'],
  ['no recipient in the list', { ...mail, to: [] }, 'validation_error'],
  ['more than fifty recipients', { ...mail, to: Array.from({ length: 51 }, (_, i) => `a${i}@example.org`) }, 'validation_error'],
  ['no address', { ...mail, to: 'nobody' }, 'validation_error'],
  ['a sender that is none', { ...mail, from: 'nobody' }, 'invalid_from_address'],
  ['a subject that is a number', { ...mail, subject: 1 }, 'validation_error'],
  ['a subject of two lines', { ...mail, subject: 'a\nBcc: b@example.org' }, 'validation_error'],
  ['a misspelt field', { ...mail, replyTo: 'a@example.org' }, 'validation_error'],
  ['no content', { ...mail, html: undefined }, 'validation_error'],
  ['a file without content', { ...mail, attachments: [{ filename: 'a.pdf' }] }, 'invalid_attachment'],
  ['a file that is not in base64', { ...mail, attachments: [{ filename: 'a.pdf', content: '§§' }] }, 'invalid_attachment'],
  ['a file without a name', { ...mail, attachments: [{ content: 'QUJD' }] }, 'invalid_attachment'],
  ['a misspelt field of a file', { ...mail, attachments: [{ fileName: 'a.pdf', content: 'QUJD' }] }, 'invalid_attachment'],
  ['files of more than 40 MB', { ...mail, attachments: [{ filename: 'a.pdf', content: 'A'.repeat(41 * 1024 * 1024) }] }, 'invalid_attachment'],
  ['broken JSON', '{', 'validation_error'],
])('%s is refused in the words of the vendor', async (_, body, name) => {
  const response = await post(body);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ statusCode: 422, name });
  expect(simulators.inbox.messages()).toEqual([]);
});

test('an idempotency key holds for a day', async () => {
  const key = { 'idempotency-key': 'k1' };
  const first = await (await post(mail, key)).json();
  expect(await (await post(mail, key)).json()).toEqual(first);
  expect((await post({ ...mail, subject: 'Anders' }, key)).status).toBe(409);
  now = new Date(start.getTime() + 24 * 3_600_000);
  expect(await (await post(mail, key)).json()).not.toEqual(first);
  expect((await post(mail, { 'idempotency-key': 'x'.repeat(257) })).status).toBe(400);
});
