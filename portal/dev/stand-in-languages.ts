import type { IncomingMessage, ServerResponse } from 'node:http';
import { languages, type Language } from '@meldewerk/contract/language';
import { languageSettingsSchema } from '@meldewerk/contract/language-settings';
import * as v from 'valibot';

/** The languages offered to customers. */
export function standInLanguages() {
  let offered: Language[] = [...languages];
  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (url.pathname !== '/api/settings/languages') return false;
    if (request.method === 'PUT') {
      let body = '';
      for await (const part of request) body += String(part);
      ({ languages: offered } = v.parse(languageSettingsSchema, JSON.parse(body)));
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ languages: offered }));
    return true;
  };
}
