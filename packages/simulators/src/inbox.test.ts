import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInbox } from './inbox.ts';
import type { Sms } from './message.ts';

const sms: Sms = {
  vendor: 'twilio', id: 'SM1', accountSid: 'AC1', to: '+4915112345678', from: 'Meldewerk', text: 'Grüße', segmentCount: 1,
  status: 'queued', receivedAt: '2026-11-21T13:00:00.000Z',
};
let folder: string;
let stateFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inbox-'));
  stateFile = join(folder, 'state', 'messages.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a restart keeps every message and what became of it', () => {
  const inbox = openInbox(stateFile);
  inbox.add(sms);
  inbox.update('SM1', { status: 'delivered' });
  expect(openInbox(stateFile).messages()).toEqual([{ ...sms, status: 'delivered' }]);
});

test('a line torn by a kill is forgotten and does not harm the next', () => {
  openInbox(stateFile).add(sms);
  appendFileSync(stateFile, '{"added":{"id":"SM2"');
  const inbox = openInbox(stateFile);
  expect(inbox.messages()).toEqual([sms]);
  inbox.add({ ...sms, id: 'SM3' });
  expect(openInbox(stateFile).messages().map(({ id }) => id)).toEqual(['SM1', 'SM3']);
});

test('clearing leaves nothing behind, on the disk neither', () => {
  const inbox = openInbox(stateFile);
  inbox.add(sms);
  inbox.clear();
  expect(inbox.messages()).toEqual([]);
  expect(readFileSync(stateFile, 'utf8')).toBe('');
});

test('who answered STOP is known after a restart, until START', () => {
  const inbox = openInbox(stateFile);
  inbox.setStopped(sms.to, true);
  expect(openInbox(stateFile).hasStopped(sms.to)).toBe(true);
  inbox.setStopped(sms.to, false);
  expect(openInbox(stateFile).hasStopped(sms.to)).toBe(false);
});
