import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Message, Sms } from './message.ts';

export type Inbox = {
  /** Oldest first. */
  messages(): Message[];
  find(id: string): Message | undefined;
  add(message: Message): void;
  /** Replaces what is known of an SMS: its status moves on after it was accepted. */
  update(id: string, change: Pick<Sms, 'status' | 'errorCode'>): void;
  clear(): void;
  onChange(listener: () => void): () => void;
};

type Line = { added: Message } | { updated: { id: string; change: Pick<Sms, 'status' | 'errorCode'> } };

/**
 * Everything the simulated vendors accepted. With a file, each message is on it before the vendor answers,
 * so that a killed process forgets nothing it acknowledged.
 */
export function openInbox(stateFile?: string): Inbox {
  const messages = new Map<string, Message>();
  const listeners = new Set<() => void>();
  if (stateFile) for (const line of readLines(stateFile)) apply(line);

  function apply(line: Line) {
    if ('added' in line) return void messages.set(line.added.id, line.added);
    const message = messages.get(line.updated.id);
    if (message?.vendor === 'twilio') messages.set(message.id, { ...message, ...line.updated.change });
  }
  function record(line: Line) {
    if (stateFile) appendFileSync(stateFile, `${JSON.stringify(line)}\n`);
    apply(line);
    for (const listener of listeners) listener();
  }
  return {
    messages: () => [...messages.values()],
    find: (id) => messages.get(id),
    add: (message) => record({ added: message }),
    update: (id, change) => record({ updated: { id, change } }),
    clear() {
      if (stateFile) writeFileSync(stateFile, '');
      messages.clear();
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readLines(stateFile: string): Line[] {
  mkdirSync(dirname(stateFile), { recursive: true });
  if (!existsSync(stateFile)) return [];
  const bytes = readFileSync(stateFile);
  // A kill can tear the last line; it was never acknowledged, and what follows must not be glued to it.
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(stateFile, end);
  const lines = bytes.subarray(0, end).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Line);
}
