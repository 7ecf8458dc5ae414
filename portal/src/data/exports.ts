import { exportListSchema, exportSchema, type Export, type NewExport } from '@meldewerk/contract/export';
import { ksrPreviewSchema, ksrSettingsSchema, type KsrColumn, type KsrPreview, type KsrSettings } from '@meldewerk/contract/ksr';
import { request, requestJson } from '@meldewerk/shell/request';

/** What of a report can be had as a file. */
export type ReportFile = 'dossier.pdf' | 'report.xlsx' | 'ksr.xlsx';

/** A file of a report, with the name the server gives it. */
export async function fetchReportFile(reportId: string, file: ReportFile, options: { notes?: boolean; language: string }): Promise<{ blob: Blob; fileName: string }> {
  const search = new URLSearchParams({ ...(options.notes ? { notes: '1' } : {}), ...(file === 'ksr.xlsx' ? {} : { lang: options.language }) });
  const response = await request('GET', `/api/reports/${reportId}/${file}${search.size > 0 ? `?${search}` : ''}`);
  return { blob: await response.blob(), fileName: nameIn(response.headers.get('Content-Disposition')) ?? file };
}

export async function fetchExports(): Promise<Export[]> {
  return (await requestJson(exportListSchema, 'GET', '/api/exports')).exports;
}

export function beginExport(asked: NewExport): Promise<Export> {
  return requestJson(exportSchema, 'POST', '/api/exports', { body: asked });
}

export async function dropExport(id: string) {
  await request('DELETE', `/api/exports/${id}`);
}

export function exportFileUrl(id: string): string {
  return `/api/exports/${id}/file`;
}

export function fetchKsrSettings(): Promise<KsrSettings> {
  return requestJson(ksrSettingsSchema, 'GET', '/api/settings/ksr-columns');
}

/** Null goes back to the default. */
export function saveKsrColumns(columns: KsrColumn[] | null): Promise<KsrSettings> {
  return requestJson(ksrSettingsSchema, 'PUT', '/api/settings/ksr-columns', { body: { columns } });
}

export function previewKsrColumns(reportId: string, columns: KsrColumn[], signal?: AbortSignal): Promise<KsrPreview> {
  return requestJson(ksrPreviewSchema, 'POST', `/api/reports/${reportId}/ksr-preview`, { body: { columns }, signal });
}

function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : null;
}
