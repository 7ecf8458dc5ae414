import type { Issue, Problem, ProblemCode } from '@meldewerk/contract/problem';
import type { Language } from '@meldewerk/contract/language';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemText } from './problem-texts.ts';

/** The one error that verbs throw on purpose; `onError` turns it into an RFC 9457 document. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly issues: Issue[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, details: { issues?: Issue[]; retryAfterSeconds?: number } = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.issues = details.issues;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

export const problemStatus: Record<ProblemCode, ContentfulStatusCode> = {
  malformedRequest: 400,
  validationFailed: 422,
  unauthenticated: 401,
  invalidCredentials: 401,
  forbidden: 403,
  crossSiteRequest: 403,
  notFound: 404,
  tenantNotFound: 404,
  tenantSuspended: 403,
  methodNotAllowed: 405,
  resetLinkInvalid: 410,
  draftSubmitted: 409,
  draftExpired: 410,
  linkExpired: 410,
  linkWithdrawn: 410,
  handoffUsed: 409,
  handoffExpired: 410,
  handoffEnded: 410,
  messageOutdated: 409,
  changedMeanwhile: 409,
  appointmentNotFitting: 409,
  alreadySubmitted: 409,
  keptInternal: 409,
  approvalAnswered: 409,
  approvalWithdrawn: 409,
  notSubmittedYet: 409,
  itemNotWanted: 409,
  phoneOptedOut: 409,
  noWayToReach: 422,
  partnerNotActivated: 422,
  formNotFitting: 409,
  formChanged: 409,
  formIncomplete: 422,
  formAlreadySigned: 409,
  signatureEmpty: 422,
  statementSigned: 409,
  pdfUnreadable: 422,
  pdfEncrypted: 422,
  pdfTooManyPages: 422,
  importUnreadable: 422,
  importTooLong: 422,
  idempotencyKeyMissing: 400,
  idempotencyKeyReused: 422,
  catalogueOutdated: 409,
  photoTypeUnsupported: 415,
  photoTooLarge: 413,
  photoTooManyPixels: 422,
  photoUnreadable: 422,
  photoLimitReached: 409,
  uploadConflict: 409,
  signInLinkInvalid: 410,
  codeWrong: 401,
  mandateFailed: 422,
  enrollmentExpired: 410,
  setupIncomplete: 409,
  paymentVendorDown: 503,
  paymentVendorRefused: 422,
  linksStopped: 403,
  bodyTooLarge: 413,
  unsupportedMediaType: 415,
  tooManyRequests: 429,
  unavailable: 503,
  internal: 500,
};

/** The document a client gets. A 500 tells it the request id and nothing else. */
export function problemDocument(error: ProblemError, language: Language, requestId: string): Problem {
  const text = problemText(error.code, language);
  return {
    type: `urn:meldewerk:problem:${error.code}`,
    title: text.title,
    status: problemStatus[error.code],
    detail: text.detail,
    code: error.code,
    requestId,
    ...(error.issues && { issues: error.issues }),
  };
}

const readableAnywhere = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

export function problemResponse(error: ProblemError, language: Language, requestId: string): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'content-language': language, 'cache-control': 'no-store' });
  // Told before it is known whose widget asks: a foreign website may read that there is nobody here, or the widget could not say so.
  if (error.code === 'tenantNotFound' || error.code === 'tenantSuspended') for (const [name, value] of Object.entries(readableAnywhere)) headers.set(name, value);
  if (error.retryAfterSeconds !== undefined) headers.set('retry-after', String(Math.ceil(error.retryAfterSeconds)));
  return new Response(JSON.stringify(problemDocument(error, language, requestId)), { status: problemStatus[error.code], headers });
}
