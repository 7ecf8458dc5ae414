import { msg, str } from '@lit/localize';
import { messageLimits, type MessageFile } from '@meldewerk/contract/message';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPassing, ProblemError } from '../api.ts';
import type { StatusApi } from './status-api.ts';

export type Attachment = { key: number; name: string; state: 'uploading' | 'ready' | 'failed'; share: number; fault: string; /** Whether it can go another time. */ passing: boolean; uploaded: MessageFile | null; file: File | null };

/** The files of the message that is being written: on their way as soon as they are chosen, and again once there is a connection. */
export class MessageAttachments implements ReactiveController {
  items: Attachment[] = [];
  refusal = '';
  readonly #host: ReactiveControllerHost;
  readonly #api: () => StatusApi;
  readonly #changed: () => void;
  readonly #stops = new Map<number, AbortController>();
  #keys = 0;

  /** `changed` hears when a file is there or gone. */
  constructor(host: ReactiveControllerHost, api: () => StatusApi, changed: () => void) {
    this.#host = host;
    this.#api = api;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#again);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#again);
    for (const stop of this.#stops.values()) stop.abort();
  }

  get ready(): MessageFile[] {
    return this.items.flatMap(({ uploaded }) => uploaded ?? []);
  }

  get pending(): boolean {
    return this.items.some(({ state }) => state !== 'ready');
  }

  restore(files: MessageFile[]): void {
    this.items = files.map((uploaded) => ({ key: (this.#keys += 1), name: uploaded.fileName, state: 'ready', share: 1, fault: '', passing: true, uploaded, file: null }));
    this.refusal = '';
    this.#host.requestUpdate();
  }

  take(files: Iterable<File>): void {
    this.refusal = '';
    for (const file of files) {
      if (this.items.length >= messageLimits.maxFiles) this.refusal = msg(str`Mehr als ${messageLimits.maxFiles} Dateien gehen nicht in eine Nachricht.`, { id: 'message.tooMany' });
      else if (file.size > messageLimits.maxPhotoBytes) this.refusal = msg(str`„${file.name}“ ist größer als 25 MB.`, { id: 'message.tooLarge' });
      else {
        const item: Attachment = { key: (this.#keys += 1), name: file.name, state: 'uploading', share: 0, fault: '', passing: true, uploaded: null, file };
        this.items = [...this.items, item];
        void this.#upload(item);
      }
    }
    this.#host.requestUpdate();
  }

  retry(key: number): void {
    const item = this.items.find((candidate) => candidate.key === key);
    if (item?.state === 'failed' && item.passing) void this.#upload(item);
  }

  remove(key: number): void {
    this.#stops.get(key)?.abort();
    this.items = this.items.filter((item) => item.key !== key);
    this.refusal = '';
    this.#changed();
    this.#host.requestUpdate();
  }

  readonly #again = (): void => {
    for (const { key } of this.items) this.retry(key);
  };

  async #upload({ key, file, name }: Attachment): Promise<void> {
    if (!file) return;
    this.#set(key, { state: 'uploading', share: 0, fault: '' });
    const stop = new AbortController();
    this.#stops.set(key, stop);
    try {
      const uploaded = await this.#api().uploadWatched<MessageFile>(`/message-files?fileName=${encodeURIComponent(name)}`, file, (share) => this.#set(key, { share }), stop.signal);
      this.#set(key, { state: 'ready', uploaded });
      this.#changed();
    } catch (error) {
      const fault = error instanceof ProblemError ? (error.problem.issues?.[0]?.message ?? error.problem.detail) : msg('Keine Verbindung. Wir versuchen es wieder, sobald sie da ist.', { id: 'message.fileOffline' });
      this.#set(key, { state: 'failed', fault, passing: !(error instanceof ProblemError) || isPassing(error.problem) });
    } finally {
      this.#stops.delete(key);
    }
  }

  #set(key: number, change: Partial<Attachment>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#host.requestUpdate();
  }
}
