import { openJournal } from './journal.ts';
import type { Message, Sms } from './message.ts';

export type Inbox = {
  /** Oldest first. */
  messages(): Message[];
  find(id: string): Message | undefined;
  add(message: Message): void;
  /** Replaces what is known of an SMS: its status moves on after it was accepted. */
  update(id: string, change: Pick<Sms, 'status' | 'errorCode'>): void;
  /** Whether the owner of a number answered STOP. */
  hasStopped(number: string): boolean;
  /** The owner of a number answers STOP, or START to be sent to again. */
  setStopped(number: string, stopped: boolean): void;
  clear(): void;
  onChange(listener: () => void): () => void;
};

type Line = { added: Message } | { updated: { id: string; change: Pick<Sms, 'status' | 'errorCode'> } } | { answered: { number: string; stopped: boolean } };

/**
 * Everything the simulated vendors accepted. With a file, each message is on it before the vendor answers,
 * so that a killed process forgets nothing it acknowledged.
 */
export function openInbox(stateFile?: string): Inbox {
  const messages = new Map<string, Message>();
  const stopped = new Set<string>();
  const listeners = new Set<() => void>();
  const journal = openJournal<Line>(stateFile);
  for (const line of journal.lines) apply(line);

  function apply(line: Line) {
    if ('added' in line) return void messages.set(line.added.id, line.added);
    if ('answered' in line) return void (line.answered.stopped ? stopped.add(line.answered.number) : stopped.delete(line.answered.number));
    const message = messages.get(line.updated.id);
    if (message?.vendor === 'twilio') messages.set(message.id, { ...message, ...line.updated.change });
  }
  function record(line: Line) {
    journal.append(line);
    apply(line);
    for (const listener of listeners) listener();
  }
  return {
    messages: () => [...messages.values()],
    find: (id) => messages.get(id),
    add: (message) => record({ added: message }),
    update: (id, change) => record({ updated: { id, change } }),
    hasStopped: (number) => stopped.has(number),
    setStopped: (number, isStopped) => record({ answered: { number, stopped: isStopped } }),
    clear() {
      journal.clear();
      messages.clear();
      stopped.clear();
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
