import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StaffRole } from '@meldewerk/contract/staff';
import { towingSettingsSchema } from '@meldewerk/contract/towing';
import * as v from 'valibot';

/** The number for towing. */
export function standInTowing(workshopPhone: string) {
  let towingPhone: string | null = null;
  return async (url: URL, request: IncomingMessage, response: ServerResponse, role: StaffRole): Promise<boolean> => {
    if (url.pathname !== '/api/settings/towing') return false;
    if (request.method === 'PUT') {
      if (role !== 'admin') {
        response.writeHead(403, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code: 'forbidden', status: 403, title: 'Nicht erlaubt', detail: 'Dafür fehlt Ihnen die Berechtigung.' }));
        return true;
      }
      let body = '';
      for await (const part of request) body += String(part);
      ({ towingPhone } = v.parse(towingSettingsSchema, JSON.parse(body)));
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ towingPhone, workshopPhone }));
    return true;
  };
}
