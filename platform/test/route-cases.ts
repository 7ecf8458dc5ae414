import { randomUUID } from 'node:crypto';
import { defaultReminderSettings } from '@meldewerk/contract/reminder';
import type { StaffRole } from '@meldewerk/contract/staff';
import { signWebhook } from '@meldewerk/simulators/resend/webhook';
import { signCallback } from '@meldewerk/simulators/twilio/status-callback';
import { accidentStatementCases } from './accident-statements.ts';
import { billingCases } from './billing-route-cases.ts';
import { operatorCases } from './operators.ts';
import { billingEventCases } from './billing-event-cases.ts';
import { exportCases } from './export-route-cases.ts';
import { appointmentCases } from './appointment-route-cases.ts';
import { embeddingCases } from './embedding-route-cases.ts';
import { languageCases } from './language-route-cases.ts';
import { conditionPhotoCases } from './condition-photos.ts';
import { draftFormCases, staffFormCases } from './form-route-cases.ts';
import { handoffCases } from './handoffs.ts';
import { handlingCases } from './handling-route-cases.ts';
import { resendWebhookSecret, type TestRequest } from './harness.ts';
import { messageCases } from './message-route-cases.ts';
import { missingItemsCases } from './missing-items-route-cases.ts';
import { listCases } from './list-route-cases.ts';
import type { Premises } from './premises.ts';
import { preparationOf } from './prepare-report.ts';
import { approvalCases } from './approval-route-cases.ts';
import { statusCases } from './status-route-cases.ts';
import { bearer, submissionOf, type OpenDraft } from './submit-report.ts';
import { staffPassword } from './workshop.ts';
import { redactionCases } from './redactions.ts';

export type RouteCase = {
  /** As the app registers it. */
  route: string;
  /** `open`: anybody. `draft`: the bearer of a draft. `link`: the bearer of an individual link. `status link`: the bearer of a status link. `customer`: the access that the second factor gave. `statement`: the bearer of one side of an accident statement. `code`: the token of a QR code. `phone`: the bearer of the phone that scanned it. `staff`: a session. `same origin`: no session yet, but only from our own page. `vendor`: what a vendor signed. `account holder`: a session of the billing portal. `operator`: a session of the operator's console. `vendor password`: a vendor that has a password and signs nothing. */
  door: 'open' | 'draft' | 'link' | 'status link' | 'customer' | 'statement' | 'code' | 'phone' | 'staff' | 'same origin' | 'vendor' | 'vendor password' | 'account holder' | 'operator';
  /** The lowest role that may, where a session alone is not enough. */
  role?: StaffRole;
  path: (at: Premises) => string;
  headers?: (at: Premises) => Record<string, string>;
  body?: (at: Premises) => unknown;
  /** A body that is signed to the letter. */
  text?: (at: Premises) => string;
  /** Asked of the installation's own host instead of a workshop's. */
  onApex?: true;
  /** Asked of `billing.DOMAIN`. */
  onBilling?: true;
  /** Asked of the operator's console, which sees the money of every workshop. */
  onOperator?: true;
  /** What the honest request is answered with. */
  honest: number[];
};

const tus = { 'tus-resumable': '1.0.0' };
const smsCallbackPath = (at: Premises) => `/api/webhooks/twilio/${at.smsDeliveryId}?round=1`;
const smsStatus = { MessageSid: `SM${'0'.repeat(32)}`, MessageStatus: 'delivered' };
const mailEvent = (at: Premises) => JSON.stringify({ type: 'email.delivered', data: { email_id: 'mail', tags: { tenant: at.workshop.tenantId, delivery: at.deliveryId, round: '1' } } });
const uploadMetadata = (draft: OpenDraft) =>
  Object.entries({ draftId: draft.draftId, photoId: randomUUID(), shotId: 'damageWide' })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** A new declaration each time: the batteries ask often, and a stranger's address is written to a few times only. */
const withdrawalForm = () => new URLSearchParams({ id: randomUUID(), name: 'Jo Kern', email: `${randomUUID()}@kunde.example`, contract: 'KA-PA 777' }).toString();

/**
 * Every route of the app with an honest request for it. The batteries run over all of them, and a route of the app that
 * is not listed here fails the isolation test.
 */
export const routeCases: RouteCase[] = [
  { route: 'GET /', door: 'open', path: () => '/', honest: [200] },
  { route: 'GET /assets/:path{.+}', door: 'open', path: () => '/assets/none.js', honest: [404] },
  { route: 'GET /*', door: 'open', path: () => '/nothing-here', honest: [404] },
  { route: 'GET /healthz', door: 'open', path: () => '/healthz', honest: [200] },
  { route: 'GET /readyz', door: 'open', path: () => '/readyz', honest: [200] },
  { route: 'GET /files/:path', door: 'open', path: () => '/files/icon.svg', honest: [200, 404] },
  { route: 'GET /seal-certificate.pem', door: 'open', path: () => '/seal-certificate.pem', honest: [200] },
  { route: 'GET /widerruf', door: 'open', path: () => '/widerruf', honest: [200] },
  { route: 'GET /widerruf/style.css', door: 'open', path: () => '/widerruf/style.css', honest: [200] },
  ...(['/widerruf', '/widerruf/eingabe', '/widerruf/bestaetigung'] as const).map((path): RouteCase => ({ route: `POST ${path}`, door: 'open', path: () => path, headers: () => ({ 'content-type': 'application/x-www-form-urlencoded' }), text: () => withdrawalForm(), honest: [200] })),
  { route: 'GET /api/withdrawal-notice', door: 'open', path: () => '/api/withdrawal-notice', honest: [200] },
  { route: 'PUT /api/withdrawal-notice', door: 'staff', role: 'admin', path: () => '/api/withdrawal-notice', body: () => ({ notice: { de: 'Belehrung', en: 'Notice' }, modelForm: { de: 'Formular', en: 'Form' } }), honest: [200] },
  { route: 'GET /api/withdrawal-declarations', door: 'staff', path: () => '/api/withdrawal-declarations', honest: [200] },
  { route: 'POST /api/withdrawal-declarations', door: 'open', path: () => '/api/withdrawal-declarations', body: () => Object.fromEntries(new URLSearchParams(withdrawalForm())), honest: [201] },
  { route: 'POST /api/withdrawal-declarations/:declarationId/report', door: 'staff', role: 'clerk', path: (at) => `/api/withdrawal-declarations/${at.declarationId}/report`, body: (at) => ({ reportId: at.report.receipt.reportId }), honest: [204] },
  { route: 'GET /openapi.json', door: 'open', path: () => '/openapi.json', honest: [200] },
  { route: 'GET /docs', door: 'open', path: () => '/docs', honest: [200] },
  { route: 'GET /docs/:file', door: 'open', path: () => '/docs/swagger-ui.css', honest: [200] },
  { route: 'GET /api/site', door: 'open', path: () => '/api/site', honest: [200] },
  { route: 'GET /logo', door: 'open', path: () => '/logo', honest: [200, 404] },
  // The bundles exist after a build only.
  { route: 'GET /service-worker.js', door: 'open', path: () => '/service-worker.js', honest: [200, 404, 503] },
  { route: 'GET /widget.js', door: 'open', path: () => '/widget.js', honest: [200, 404, 503] },
  { route: 'GET /widget/:path{.+}', door: 'open', path: () => '/widget/a.js', honest: [200, 404, 503] },
  { route: 'GET /portal', door: 'open', path: () => '/portal', honest: [200, 404, 503] },
  { route: 'GET /portal/*', door: 'open', path: () => '/portal/reports', honest: [200, 404, 503] },
  { route: 'GET /portal/assets/:path{.+}', door: 'open', path: () => '/portal/assets/a.js', honest: [200, 404, 503] },
  { route: 'GET /api/catalogues/:version', door: 'open', path: () => '/api/catalogues/1', honest: [200] },

  { route: 'PUT /api/drafts/:draftId', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}`, honest: [200] },
  { route: 'GET /api/drafts/:draftId', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}`, honest: [200] },
  { route: 'OPTIONS /api/uploads', door: 'open', path: () => '/api/uploads', headers: () => tus, honest: [204] },
  { route: 'OPTIONS /api/uploads/:id', door: 'open', path: (at) => at.draft.uploadPath, headers: () => tus, honest: [204] },
  {
    route: 'POST /api/uploads',
    door: 'draft',
    path: () => '/api/uploads',
    headers: (at) => ({ ...tus, 'upload-length': '100', 'upload-metadata': uploadMetadata(at.draft) }),
    honest: [201],
  },
  { route: 'HEAD /api/uploads/:id', door: 'draft', path: (at) => at.draft.uploadPath, headers: () => tus, honest: [200] },
  {
    route: 'PATCH /api/uploads/:id',
    door: 'draft',
    path: (at) => at.draft.uploadPath,
    headers: () => ({ ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': '0' }),
    honest: [204],
  },
  {
    route: 'POST /api/reports',
    door: 'draft',
    path: () => '/api/reports',
    headers: () => ({ 'idempotency-key': randomUUID() }),
    body: (at) => submissionOf(at.draft, [at.draft.photoId]),
    honest: [201],
  },
  { route: 'DELETE /api/uploads/:id', door: 'draft', path: (at) => at.draft.uploadPath, headers: () => tus, honest: [204] },
  { route: 'DELETE /api/drafts/:draftId/photos/:photoId', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}/photos/${at.draft.photoId}`, honest: [204] },

  { route: 'GET /m/:token', door: 'open', path: (at) => `/m/${at.prepared.token}`, honest: [200] },
  ...draftFormCases,
  ...handoffCases,
  { route: 'GET /s/:token', door: 'open', path: (at) => `/s/${at.status.token}`, honest: [200] },
  { route: 'GET /api/status/door', door: 'status link', path: () => '/api/status/door', honest: [200] },
  { route: 'POST /api/status/unlocking', door: 'status link', path: () => '/api/status/unlocking', body: () => ({ answer: 'ka pa 777' }), honest: [200, 429] },
  { route: 'GET /api/status', door: 'customer', path: () => '/api/status', honest: [200] },
  ...statusCases,
  ...approvalCases,
  ...appointmentCases,
  { route: 'PATCH /api/reports/:reportId/handling', door: 'staff', role: 'clerk', path: (at) => `/api/reports/${at.report.receipt.reportId}/handling`, body: () => ({ expected: { nextStep: null, tags: [] }, set: { nextStep: 'Teile bestellen', tags: ['Hagel'] } }), honest: [200, 409] },
  ...listCases,
  ...conditionPhotoCases,
  ...redactionCases,
  ...accidentStatementCases,
  { route: 'GET /api/overview', door: 'staff', path: () => '/api/overview?weeks=12', honest: [200] },
  ...handlingCases,
  ...messageCases,
  ...missingItemsCases,
  { route: 'GET /api/colleagues', door: 'staff', path: () => '/api/colleagues', honest: [200] },

  { route: 'GET /api/link', door: 'link', path: () => '/api/link', honest: [200] },
  { route: 'POST /api/link/opening', door: 'link', path: () => '/api/link/opening', honest: [204] },
  { route: 'PUT /api/link/progress', door: 'link', path: () => '/api/link/progress', body: () => ({ step: 'photos' }), honest: [204] },
  { route: 'POST /api/link/renewal', door: 'link', path: () => '/api/link/renewal', honest: [202] },

  { route: 'POST /api/staff/sessions', door: 'same origin', path: () => '/api/staff/sessions', body: (at) => ({ email: at.workshop.emailOf.clerk, password: staffPassword }), honest: [200] },
  { route: 'POST /api/staff/password-resets', door: 'same origin', path: () => '/api/staff/password-resets', body: () => ({ email: 'jemand@kunde.example' }), honest: [202] },
  { route: 'POST /api/staff/passwords', door: 'same origin', path: () => '/api/staff/passwords', body: () => ({ token: 'x'.repeat(43), password: 'ein langes Passwort' }), honest: [410] },
  { route: 'DELETE /api/staff/sessions/current', door: 'same origin', path: () => '/api/staff/sessions/current', honest: [204] },
  { route: 'GET /api/staff/sessions/current', door: 'staff', path: () => '/api/staff/sessions/current', honest: [200] },
  { route: 'GET /api/live', door: 'staff', path: () => '/api/live', honest: [200] },
  { route: 'GET /api/reports', door: 'staff', path: () => '/api/reports?q=e', honest: [200] },
  { route: 'GET /api/reports/:reportId', door: 'staff', path: (at) => `/api/reports/${at.report.receipt.reportId}`, honest: [200] },
  { route: 'POST /api/reports/:reportId/opening', door: 'staff', path: (at) => `/api/reports/${at.report.receipt.reportId}/opening`, honest: [204] },
  { route: 'GET /api/reports/:reportId/preparation', door: 'staff', role: 'clerk', path: (at) => `/api/reports/${at.prepared.reportId}/preparation`, honest: [200] },
  {
    route: 'PUT /api/reports/:reportId/preparation',
    door: 'staff',
    role: 'clerk',
    path: (at) => `/api/reports/${at.prepared.reportId}/preparation`,
    body: () => ({ version: 1, preparation: preparationOf('Geändert') }),
    // The battery of bodies has changed it before.
    honest: [200, 409],
  },
  {
    route: 'POST /api/reports/:reportId/link-messages',
    door: 'staff',
    role: 'clerk',
    path: (at) => `/api/reports/${at.prepared.reportId}/link-messages`,
    body: () => ({ id: randomUUID(), channel: 'email' }),
    honest: [202],
  },
  {
    route: 'POST /api/link-message-previews',
    door: 'staff',
    role: 'clerk',
    path: () => '/api/link-message-previews',
    body: (at) => ({ reportId: at.prepared.reportId, language: 'de', firstName: 'Ada', lastName: 'Kunze', phone: '0151 23456789', email: 'ada@kunde.example' }),
    honest: [200],
  },
  { route: 'GET /api/reports/:reportId/link', door: 'staff', role: 'clerk', path: (at) => `/api/reports/${at.prepared.reportId}/link`, honest: [200] },
  { route: 'POST /api/reports/:reportId/link', door: 'staff', role: 'clerk', path: (at) => `/api/reports/${at.prepared.reportId}/link`, honest: [200] },
  { route: 'DELETE /api/reports/:reportId/link', door: 'staff', role: 'clerk', path: (at) => `/api/reports/${at.prepared.reportId}/link`, honest: [204] },
  { route: 'GET /api/reports/:reportId/photos.zip', door: 'staff', path: (at) => `/api/reports/${at.report.receipt.reportId}/photos.zip`, honest: [200] },
  { route: 'GET /api/photos/:photoId/:rendition', door: 'staff', path: (at) => `/api/photos/${at.report.photoIds[0]}/original`, honest: [200] },
  { route: 'GET /api/support-requests', door: 'staff', path: () => '/api/support-requests', honest: [200] },
  { route: 'POST /api/support-requests', door: 'staff', path: () => '/api/support-requests', body: () => ({ id: randomUUID(), kind: 'contact', subject: 'Frage', message: 'Eine Frage' }), honest: [201] },
  ...staffFormCases,
  ...exportCases,
  { route: 'GET /api/imports', door: 'staff', path: () => '/api/imports', honest: [200] },
  {
    route: 'POST /api/imports', door: 'staff', role: 'clerk', path: () => '/api/imports?fileName=kunden.csv',
    headers: () => ({ 'content-type': 'text/csv' }), text: () => 'Name;Handy\nJana;0151 23456789\n', honest: [201],
  },
  { route: 'GET /api/imports/:importId', door: 'staff', path: (at) => `/api/imports/${at.importId}`, honest: [200] },
  { route: 'GET /api/imports/:importId/faulty-rows.csv', door: 'staff', path: (at) => `/api/imports/${at.importId}/faulty-rows.csv`, honest: [200] },
  {
    route: 'PATCH /api/imports/:importId', door: 'staff', role: 'clerk', path: (at) => `/api/imports/${at.importId}`,
    body: () => ({ columns: ['name', 'phone', 'licensePlate'], leftOut: [] }), honest: [200],
  },
  { route: 'POST /api/imports/:importId/sending', door: 'staff', role: 'clerk', path: (at) => `/api/imports/${at.importId}/sending`, honest: [202] },
  { route: 'GET /api/settings/reminders', door: 'staff', path: () => '/api/settings/reminders', honest: [200] },
  ...embeddingCases,
  ...languageCases,
  { route: 'GET /api/settings/towing', door: 'staff', path: () => '/api/settings/towing', honest: [200] },
  { route: 'PUT /api/settings/towing', door: 'staff', role: 'admin', path: () => '/api/settings/towing', body: () => ({ towingPhone: '0721 555 112' }), honest: [200] },
  { route: 'PUT /api/settings/reminders', door: 'staff', role: 'admin', path: () => '/api/settings/reminders', body: () => defaultReminderSettings, honest: [200] },
  { route: 'GET /api/partners', door: 'staff', path: () => '/api/partners', honest: [200] },
  // A partner's signed link; without one nothing is found. What it opens is tested beside it.
  { route: 'GET /p/:token', door: 'open', path: () => '/p/none', honest: [404] },
  { route: 'GET /p/:token/notice.json', door: 'open', path: () => '/p/none/notice.json', honest: [404] },
  { route: 'GET /p/:token/photos.zip', door: 'open', path: () => '/p/none/photos.zip', honest: [404] },
  { route: 'GET /p/:token/photos/:photoId', door: 'open', path: (at) => `/p/none/photos/${at.report.photoIds[0]}`, honest: [404] },
  { route: 'GET /p/:token/pictures/:photoId', door: 'open', path: (at) => `/p/none/pictures/${at.report.photoIds[0]}`, honest: [404] },
  { route: 'GET /api/deliveries/:deliveryId/attachments/:number', door: 'staff', path: (at) => `/api/deliveries/${at.deliveryId}/attachments/1`, honest: [200, 404] },
  { route: 'POST /api/deliveries/:deliveryId/attempts', door: 'staff', role: 'clerk', path: (at) => `/api/deliveries/${at.deliveryId}/attempts`, honest: [202] },
  {
    route: 'POST /api/webhooks/twilio/:deliveryId',
    door: 'vendor',
    path: smsCallbackPath,
    headers: (at) => ({ 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signCallback(`http://${at.workshop.host}${smsCallbackPath(at)}`, 'test', smsStatus) }),
    text: () => new URLSearchParams(smsStatus).toString(),
    honest: [204],
  },
  {
    route: 'POST /api/webhooks/resend',
    door: 'vendor',
    onApex: true,
    path: () => '/api/webhooks/resend',
    headers: (at) => ({ 'content-type': 'application/json', ...signWebhook(resendWebhookSecret, 'msg_battery', new Date(), mailEvent(at)) }),
    text: mailEvent,
    honest: [204],
  },
  ...billingEventCases,
  ...billingCases,
  ...operatorCases,
  { route: 'DELETE /api/staff/sessions', door: 'staff', path: () => '/api/staff/sessions', honest: [204] },
];

/** The honest request: with the bearer of the draft or a session of an admin, and the body the route wants. */
export function honestRequest(routeCase: RouteCase, at: Premises): TestRequest {
  return {
    headers: { ...(routeCase.door === 'draft' && bearer(at.draft)), ...(routeCase.door === 'link' && bearer(at.prepared)), ...(routeCase.door === 'status link' && bearer(at.status)), ...(routeCase.door === 'statement' && bearer(at.accident)), ...(routeCase.door === 'code' && bearer({ token: at.handoff.code })), ...(routeCase.door === 'phone' && bearer({ token: at.handoff.phone })), ...(routeCase.door === 'customer' && bearer({ token: at.status.access })), ...routeCase.headers?.(at) },
    ...(routeCase.door === 'staff' && { cookie: at.cookieOf.admin }),
    ...(routeCase.door === 'account holder' && { cookie: at.holder.cookie }),
    ...(routeCase.door === 'operator' && { cookie: at.operatorCookie }),
    ...(routeCase.body && { json: routeCase.body(at) }),
    ...(routeCase.text && { body: routeCase.text(at) }),
  };
}
