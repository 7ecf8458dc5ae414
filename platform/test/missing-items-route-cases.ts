import { randomUUID } from 'node:crypto';
import { signatureFor, typedName } from './forms.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';

const tus = { 'tus-resumable': '1.0.0' };
const ofReport = (at: Premises) => `/api/reports/${at.report.receipt.reportId}`;
const ofRequest = (at: Premises) => `${ofReport(at)}/item-requests/${at.items.requestId}`;
const metadata = (at: Premises) => Object.entries({ itemId: at.items.photo, photoId: randomUUID(), shotId: 'odometer' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');

export const missingItemsCases: RouteCase[] = [
  // Asked for already: the same ids again change nothing.
  { route: 'POST /api/reports/:reportId/item-requests', door: 'staff', role: 'clerk', path: (at) => `${ofReport(at)}/item-requests`, body: (at) => ({ channel: 'none', items: [{ id: at.items.field, kind: 'field', field: 'claimNumber', reason: 'missing' }] }), honest: [200] },
  { route: 'POST /api/reports/:reportId/item-message-previews', door: 'staff', role: 'clerk', path: (at) => `${ofReport(at)}/item-message-previews`, body: () => ({ count: 2 }), honest: [200] },
  { route: 'POST /api/reports/:reportId/item-requests/:requestId/reminders', door: 'staff', role: 'clerk', path: (at) => `${ofRequest(at)}/reminders`, body: () => ({ id: randomUUID(), channel: 'email' }), honest: [202] },
  { route: 'GET /api/status/items', door: 'customer', path: () => '/api/status/items', honest: [200] },
  { route: 'OPTIONS /api/status/uploads', door: 'open', path: () => '/api/status/uploads', headers: () => tus, honest: [204] },
  { route: 'OPTIONS /api/status/uploads/:id', door: 'open', path: (at) => at.items.uploadPath, headers: () => tus, honest: [204] },
  { route: 'POST /api/status/uploads', door: 'customer', path: () => '/api/status/uploads', headers: (at) => ({ ...tus, 'upload-length': '100', 'upload-metadata': metadata(at) }), honest: [201, 409] },
  { route: 'HEAD /api/status/uploads/:id', door: 'customer', path: (at) => at.items.uploadPath, headers: () => tus, honest: [200] },
  { route: 'PATCH /api/status/uploads/:id', door: 'customer', path: (at) => at.items.uploadPath, headers: () => ({ ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': '0' }), honest: [204] },
  { route: 'DELETE /api/status/uploads/:id', door: 'customer', path: (at) => at.items.uploadPath, headers: () => tus, honest: [204] },
  { route: 'PUT /api/status/items/:itemId', door: 'customer', path: (at) => `/api/status/items/${at.items.field}`, body: () => ({ values: { 'insurance.claimNumber': 'S-4711' } }), honest: [200, 409] },
  { route: 'POST /api/status/items/:itemId/document', door: 'customer', path: (at) => `/api/status/items/${at.items.signature}/document`, body: () => ({ fields: {} }), honest: [200, 409] },
  { route: 'GET /api/status/items/:itemId/documents/:documentId', door: 'customer', path: (at) => `/api/status/items/${at.items.signature}/documents/${at.items.documentId}`, honest: [200] },
  { route: 'POST /api/status/items/:itemId/signatures', door: 'customer', path: (at) => `/api/status/items/${at.items.signature}/signatures`, body: (at) => signatureFor(at.items.document, { signature: typedName }), honest: [201, 409] },
  { route: 'DELETE /api/reports/:reportId/item-requests/:requestId/items/:itemId', door: 'staff', role: 'clerk', path: (at) => `${ofRequest(at)}/items/${at.items.spare}`, honest: [200] },
  { route: 'DELETE /api/reports/:reportId/item-requests/:requestId', door: 'staff', role: 'clerk', path: ofRequest, honest: [200] },
];
