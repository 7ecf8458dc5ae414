import { msg, str } from '@lit/localize';
import { messageLimits, type MessageFile } from '@meldewerk/contract/message';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { uploadMessageFile } from '../../../data/messages.ts';

/** A file on its way to the server, or there. */
export type Attachment = { key: string; name: string; state: 'uploading' | 'ready' | 'failed'; share: number; fault: string; /** Whether it can go another time. */ passing: boolean; uploaded: MessageFile | null; file: File | null };

/** The files of a message that is being written: uploaded as soon as they are chosen. */
export class AttachmentsController implements ReactiveController {
  items: Attachment[] = [];
  /** Why a file was not taken at all. */
  refusal = '';

  readonly #host: ReactiveControllerHost;
  readonly #reportId: () => string;
  readonly #changed: () => void;
  readonly #stops = new Map<string, AbortController>();

  /** `changed` hears when a file is there or gone. */
  constructor(host: ReactiveControllerHost, reportId: () => string, changed: () => void) {
    this.#host = host;
    this.#reportId = reportId;
    this.#changed = changed;
    host.addController(this);
  }

  hostDisconnected() {
    for (const stop of this.#stops.values()) stop.abort();
  }

  get ready(): MessageFile[] {
    return this.items.flatMap(({ uploaded }) => uploaded ?? []);
  }

  get pending(): boolean {
    return this.items.some(({ state }) => state !== 'ready');
  }

  /** What was uploaded before, out of a draft. */
  restore(files: MessageFile[]) {
    for (const stop of this.#stops.values()) stop.abort();
    this.items = files.map((uploaded) => ({ key: uploaded.id, name: uploaded.fileName, state: 'ready', share: 1, fault: '', passing: true, uploaded, file: null }));
    this.refusal = '';
    this.#host.requestUpdate();
  }

  take(files: Iterable<File>) {
    this.refusal = '';
    for (const file of files) {
      if (this.items.length >= messageLimits.maxFiles) this.refusal = msg(str`Mehr als ${messageLimits.maxFiles} Anhänge nimmt eine Nachricht nicht auf.`, { id: 'messages.tooMany' });
      else if (file.size > messageLimits.maxPhotoBytes) this.refusal = msg(str`„${file.name}“ ist größer als 25 MB.`, { id: 'messages.tooLarge' });
      else void this.#upload({ key: crypto.randomUUID(), name: file.name || msg('Foto', { id: 'messages.photo' }), state: 'uploading', share: 0, fault: '', passing: true, uploaded: null, file });
    }
    this.#host.requestUpdate();
  }

  retry(key: string) {
    const item = this.items.find((candidate) => candidate.key === key);
    if (item?.file) void this.#upload({ ...item, state: 'uploading', share: 0, fault: '' });
  }

  remove(key: string) {
    this.#stops.get(key)?.abort();
    this.items = this.items.filter((item) => item.key !== key);
    this.refusal = '';
    this.#changed();
    this.#host.requestUpdate();
  }

  async #upload(item: Attachment) {
    const { key, file } = item;
    if (!file) return;
    this.items = this.items.some((known) => known.key === key) ? this.items.map((known) => (known.key === key ? item : known)) : [...this.items, item];
    const stop = new AbortController();
    this.#stops.set(key, stop);
    try {
      const uploaded = await uploadMessageFile(this.#reportId(), file, (share) => this.#set(key, { share }), stop.signal);
      this.#set(key, { state: 'ready', uploaded, name: uploaded.fileName });
      this.#changed();
    } catch (error) {
      if (!stop.signal.aborted) this.#set(key, { state: 'failed', fault: faultOf(error), passing: !(error instanceof ProblemError) || error.problem.status === 429 || error.problem.status >= 500 });
    } finally {
      this.#stops.delete(key);
    }
  }

  #set(key: string, change: Partial<Attachment>) {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#host.requestUpdate();
  }
}

function faultOf(error: unknown): string {
  return (error instanceof ProblemError && error.problem.issues?.[0]?.message) || errorText(error);
}
