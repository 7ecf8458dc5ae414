import { reportDetailSchema, reportPageSchema, type ReportDetail, type ReportPage } from '@meldewerk/contract/report';
import { reportCountsSchema, reportFacetsSchema, type ReportCounts, type ReportFacets, type ReportFilter, type ReportQuery } from '@meldewerk/contract/report-filter';
import { request, requestJson } from '@meldewerk/shell/request';

export type { ReportFilter };

export function fetchReportPage(query: ReportQuery, signal?: AbortSignal): Promise<ReportPage> {
  return requestJson(reportPageSchema, 'GET', `/api/reports${searchOf(query)}`, { signal });
}

export function fetchReportCounts(filter: ReportFilter, signal?: AbortSignal): Promise<ReportCounts> {
  return requestJson(reportCountsSchema, 'GET', `/api/report-counts${searchOf(filter)}`, { signal });
}

/** Tags and insurers that occur. */
export function fetchReportFacets(): Promise<ReportFacets> {
  return requestJson(reportFacetsSchema, 'GET', '/api/report-facets');
}

export function fetchReport(id: string, signal?: AbortSignal): Promise<ReportDetail> {
  return requestJson(reportDetailSchema, 'GET', `/api/reports/${id}`, { signal });
}

/** Records that somebody of the workshop has opened the report; saying so twice does no harm. */
export async function markReportOpened(id: string) {
  await request('POST', `/api/reports/${id}/opening`);
}

export function photosArchiveUrl(reportId: string): string {
  return `/api/reports/${reportId}/photos.zip`;
}

export function photoUrl(photoId: string, rendition: 'thumbnail' | 'display' | 'original'): string {
  return `/api/photos/${photoId}/${rendition}`;
}

/** Exactly what was sent; `number` counts from 1. */
export function deliveryAttachmentUrl(deliveryId: string, number: number): string {
  return `/api/deliveries/${deliveryId}/attachments/${number}`;
}

export async function sendDeliveryAgain(deliveryId: string) {
  await request('POST', `/api/deliveries/${deliveryId}/attempts`);
}

function searchOf(query: ReportQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.size > 0 ? `?${search}` : '';
}
