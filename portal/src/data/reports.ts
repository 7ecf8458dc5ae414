import {
  reportDetailSchema, reportPageSchema, type ReportDetail, type ReportPage, type ReportQuery,
} from '@meldewerk/contract/report';
import { request, requestJson } from './request.ts';

export type ReportFilter = Omit<ReportQuery, 'cursor'>;

export function fetchReportPage(filter: ReportFilter, cursor: string | null, signal?: AbortSignal): Promise<ReportPage> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  if (cursor) search.set('cursor', cursor);
  const query = search.size > 0 ? `?${search}` : '';
  return requestJson(reportPageSchema, 'GET', `/api/reports${query}`, { signal });
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
