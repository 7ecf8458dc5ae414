import type { IncomingMessage, ServerResponse } from 'node:http';
import { embeddingChangeSchema, type EmbeddingView } from '@meldewerk/contract/embedding';
import type { StaffRole } from '@meldewerk/contract/staff';
import * as v from 'valibot';

/** How the widget looks, and where. */
export function standInEmbedding(name: string) {
  let view: EmbeddingView = {
    settings: { widgetOrigins: null, colors: { brand: '#14507a', accent: '#f28c28' } },
    name, languages: ['de', 'en'], logoUrl: null, pageUrl: 'https://karosserie-muster.example/',
  };
  return async (url: URL, request: IncomingMessage, response: ServerResponse, role: StaffRole): Promise<boolean> => {
    if (url.pathname !== '/api/settings/embedding') return false;
    if (request.method === 'PUT') {
      if (role !== 'admin') {
        response.writeHead(403, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code: 'forbidden', status: 403, title: 'Nicht erlaubt', detail: 'Dafür fehlt Ihnen die Berechtigung.' }));
        return true;
      }
      let body = '';
      for await (const part of request) body += String(part);
      const { logo: _logo, ...settings } = v.parse(embeddingChangeSchema, JSON.parse(body));
      view = { ...view, settings };
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(view));
    return true;
  };
}
