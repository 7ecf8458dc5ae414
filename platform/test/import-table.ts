import type { Import } from '@meldewerk/contract/import';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

/** Reads in a table of two customers, one of whom cannot be reached. Nothing is sent. */
export async function importTable(platform: Platform, workshop: Workshop, cookie: string, word = 'Muster'): Promise<Import> {
  const body = `Name;Handy;Kennzeichen\n${word};0151 23456785;KA-HA 1\nOhne ${word};;KA-HA 2\n`;
  const response = await platform.request(workshop.host, `/api/imports?fileName=${word}.csv`, { method: 'POST', cookie, body });
  if (response.status !== 201) throw new Error(`an import answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Import;
}
