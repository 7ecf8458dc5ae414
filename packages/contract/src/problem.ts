import * as v from 'valibot';

/** The closed set of failures a client can meet. Which HTTP status each has is the server's business. */
export const problemCodes = [
  'malformedRequest',
  'validationFailed',
  'unauthenticated',
  'invalidCredentials',
  'forbidden',
  'crossSiteRequest',
  'notFound',
  'tenantNotFound',
  'tenantSuspended',
  'methodNotAllowed',
  'resetLinkInvalid',
  'draftSubmitted',
  'draftExpired',
  'linkExpired',
  'linkWithdrawn',
  'handoffUsed',
  'handoffExpired',
  'handoffEnded',
  'messageOutdated',
  'changedMeanwhile',
  'appointmentNotFitting',
  'alreadySubmitted',
  'keptInternal',
  'approvalAnswered',
  'approvalWithdrawn',
  'notSubmittedYet',
  'itemNotWanted',
  'phoneOptedOut',
  'noWayToReach',
  'partnerNotActivated',
  'formNotFitting',
  'formChanged',
  'formIncomplete',
  'formAlreadySigned',
  'signatureEmpty',
  'statementSigned',
  'pdfUnreadable',
  'pdfEncrypted',
  'pdfTooManyPages',
  'importUnreadable',
  'importTooLong',
  'idempotencyKeyMissing',
  'idempotencyKeyReused',
  'catalogueOutdated',
  'photoTypeUnsupported',
  'photoTooLarge',
  'photoTooManyPixels',
  'photoUnreadable',
  'photoLimitReached',
  'uploadConflict',
  'bodyTooLarge',
  'unsupportedMediaType',
  'tooManyRequests',
  'unavailable',
  'internal',
] as const;
export const problemCodeSchema = v.picklist(problemCodes);
export type ProblemCode = v.InferOutput<typeof problemCodeSchema>;

/** One fault in the input. `path` is a dotted path into the body (`vehicle.licensePlate`, `answers.incidentDate`). */
export const issueSchema = v.object({
  path: v.string(),
  code: v.string(),
  message: v.string(),
});
export type Issue = v.InferOutput<typeof issueSchema>;

/** RFC 9457 problem document. `title` and `detail` are sentences in the language the client asked for. */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  code: problemCodeSchema,
  requestId: v.string(),
  issues: v.optional(v.array(issueSchema)),
});
export type Problem = v.InferOutput<typeof problemSchema>;
