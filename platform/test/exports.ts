import { randomUUID } from 'node:crypto';
import type { Export, NewExport } from '@meldewerk/contract/export';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

/** Asks for a list as a workbook; run the jobs to have it made. */
export async function askForExport(platform: Platform, workshop: Workshop, cookie: string, filter: NewExport['filter'] = {}): Promise<string> {
  const response = await platform.request(workshop.host, '/api/exports', { cookie, json: { id: randomUUID(), filter } });
  if (response.status !== 202) throw new Error(`an export answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as Export).id;
}
