import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ContentChanges, DraftContent } from '@meldewerk/contract/draft-content';

type Others = Pick<DraftContent, 'photos' | 'signatures' | 'receipt'>;

/** What was typed into drafts, as the server keeps it for other devices; the last one to arrive counts. */
export class ContentStandIn {
  readonly fields = new Map<string, Map<string, unknown>>();
  #revision = 0;

  async answer(request: IncomingMessage, response: ServerResponse, draftId: string, others: Others): Promise<void> {
    const fields = this.fields.get(draftId) ?? new Map<string, unknown>();
    this.fields.set(draftId, fields);
    if (request.method === 'PATCH') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { changes } = JSON.parse(Buffer.concat(chunks).toString()) as ContentChanges;
      for (const { path, value } of changes) fields.set(path, value);
      this.#revision += 1;
    }
    const version = `${this.#revision} ${JSON.stringify(others).length}`;
    const told = [...fields].map(([path, value]) => ({ path, value, stamp: this.#revision }));
    const content: DraftContent = { revision: this.#revision, version: encodeURIComponent(version), fields: told, handoff: null, ...others };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
  }
}
