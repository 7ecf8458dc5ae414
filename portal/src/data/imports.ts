import { importListSchema, importSchema, type Import, type ImportField, type ImportList } from '@meldewerk/contract/import';
import { ConnectionError, readProblem, request, requestJson } from '@meldewerk/shell/request';
import { currentLanguage } from '../locale.ts';
import * as v from 'valibot';

export async function fetchImports(): Promise<ImportList['imports']> {
  return (await requestJson(importListSchema, 'GET', '/api/imports')).imports;
}

export function fetchImport(id: string, signal?: AbortSignal): Promise<Import> {
  return requestJson(importSchema, 'GET', `/api/imports/${id}`, { signal });
}

/** What the file is its content decides, so it goes as it is. */
export async function uploadTable(file: File): Promise<Import> {
  const response = await fetch(`/api/imports?fileName=${encodeURIComponent(file.name.slice(-200))}`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Accept-Language': currentLanguage(), 'Content-Type': 'application/octet-stream' },
    body: file,
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    throw new ConnectionError('no answer', { cause });
  });
  if (!response.ok) throw await readProblem(response);
  const parsed = v.safeParse(importSchema, await response.json().catch(() => undefined));
  if (!parsed.success) throw new ConnectionError('unexpected answer to an import');
  return parsed.output;
}

export function changeImport(id: string, columns: (ImportField | null)[], leftOut: number[]): Promise<Import> {
  return requestJson(importSchema, 'PATCH', `/api/imports/${id}`, { body: { columns, leftOut } });
}

export async function sendImport(id: string) {
  await request('POST', `/api/imports/${id}/sending`);
}

export function faultyRowsUrl(id: string): string {
  return `/api/imports/${id}/faulty-rows.csv`;
}
