import type { IncomingMessage, ServerResponse } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { itemFieldLabels } from '@meldewerk/contract/item-labels';
import { itemMessagePreviewInputSchema, requestItemsSchema, type ItemInput, type ItemMessagePreview, type ItemRequest, type MissingItems, type RequestedItem } from '@meldewerk/contract/missing-items';
import type { ReportDetail } from '@meldewerk/contract/report';
import * as v from 'valibot';

type Reports = { find: (id: string) => ReportDetail | undefined; change: (id: string, changes: Partial<ReportDetail>) => void };

/** Asking for what is missing, on the stand-in's reports. Nothing is judged; the platform's own tests hold the real rules. */
export async function standInMissingItems(url: URL, request: IncomingMessage, response: ServerResponse, reports: Reports): Promise<boolean> {
  const [, , area, reportId = '', part = '', requestId = '', , itemId] = url.pathname.split('/');
  const report = area === 'reports' && (part === 'item-requests' || part === 'item-message-previews') ? reports.find(reportId) : undefined;
  if (!report) return false;
  const answer = (body?: unknown) => {
    if (body === undefined) response.statusCode = 202;
    else response.setHeader('Content-Type', 'application/json');
    response.end(body === undefined ? undefined : JSON.stringify(body));
    return true;
  };
  if (part === 'item-message-previews') return answer(previewOf(report, v.parse(itemMessagePreviewInputSchema, await readJson(request)).count));
  const change = (requests: ItemRequest[]) => {
    const missingItems: MissingItems = { ...report.missingItems, requests };
    reports.change(reportId, { missingItems });
    return answer(missingItems);
  };
  const { requests } = report.missingItems;
  const open = requests.find(({ state }) => state === 'open');
  if (url.pathname.endsWith('/reminders')) {
    change(requests.map((known) => (known.id === requestId ? { ...known, remindedAt: new Date().toISOString() } : known)));
    return true;
  }
  if (request.method === 'DELETE') {
    return change(requests.map((known) => {
      if (known.id !== requestId) return known;
      const items = known.items.map((item): RequestedItem => (item.state === 'open' && (!itemId || item.id === itemId) ? { ...item, state: 'withdrawn' } : item));
      const left = items.some(({ state }) => state === 'open');
      return { ...known, items, ...(!left && { state: items.some(({ state }) => state === 'provided') ? ('complete' as const) : ('withdrawn' as const), closedAt: new Date().toISOString() }) };
    }));
  }
  const asked = v.parse(requestItemsSchema, await readJson(request));
  const items = asked.items.map((item) => describe(report, item));
  if (open) return change(requests.map((known) => (known === open ? { ...known, items: [...known.items, ...items] } : known)));
  return change([{ id: crypto.randomUUID(), state: 'open', requestedAt: new Date().toISOString(), requestedBy: 'Sabine Kern', channel: asked.channel, note: asked.note ?? null, closedAt: null, remindedAt: null, items }, ...requests]);
}

function describe(report: ReportDetail, item: ItemInput): RequestedItem {
  const [subject, label] = nameOf(report, item);
  return { id: item.id, kind: item.kind, subject, label, reason: item.reason, note: item.note ?? null, state: 'open', requestedAt: new Date().toISOString(), providedAt: null, replacesPhotoId: item.kind === 'photo' ? (item.replacesPhotoId ?? null) : null, photoId: null, refused: false, before: null, after: null };
}

function nameOf(report: ReportDetail, item: ItemInput): [string, { de: string; en: string }] {
  const plain = (text: string) => ({ de: text, en: text });
  switch (item.kind) {
    case 'photo': return [item.shotId, report.shotLabels[item.shotId] ?? report.missingItems.shots.find(({ id }) => id === item.shotId)?.label ?? plain(item.shotId)];
    case 'field': return [item.field, itemFieldLabels[item.field]];
    case 'answer': return [item.questionId, report.missingItems.questions.find(({ id }) => id === item.questionId)?.label ?? plain(item.questionId)];
    case 'signature': return [item.id, plain('Formular')];
  }
}

function previewOf({ reporter, reference }: ReportDetail, count: number): ItemMessagePreview {
  const text = `Karosserie Muster: Zu ${reference} fehlen noch ${count} Angaben: https://muster.example/s/${'x'.repeat(22)}`;
  return { sms: reporter.phone ? { text, to: reporter.phoneDisplay ?? reporter.phone, segments: 1 } : null, email: reporter.email ? { subject: `Zu ${reference} fehlen noch ${count} Angaben`, text, to: reporter.email } : null, noSms: null };
}
