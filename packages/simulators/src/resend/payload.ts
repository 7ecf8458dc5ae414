export type ResendError = { statusCode: number; name: string; message: string };

export type ResendAttachment = { content?: string; filename?: string; path?: string; content_type?: string; content_id?: string };

export type ResendPayload = {
  from: string;
  to: string | string[];
  subject: string;
  html?: string;
  text?: string;
  cc?: string | string[];
  bcc?: string | string[];
  reply_to?: string | string[];
  tags?: { name: string; value: string }[];
  attachments?: ResendAttachment[];
};

const knownFields = new Set([
  'from', 'to', 'subject', 'html', 'text', 'cc', 'bcc', 'reply_to', 'headers', 'tags', 'attachments', 'scheduled_at', 'template', 'topic_id',
]);
const address = /^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)$/;
const maxRecipients = 50;
/** All files of a mail together, after base64. */
const maxAttachmentLength = 40 * 1024 * 1024;
const attachmentFields = new Set(['content', 'filename', 'path', 'content_type', 'content_id']);
const tagWord = /^[A-Za-z0-9_-]{1,256}$/;

/** Checks a mail the way Resend does. Unknown fields are refused although Resend ignores them: here they are a bug of ours. */
export function checkPayload(body: unknown): { payload: ResendPayload } | { error: ResendError } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('validation_error', 'The request body must be an object.');
  const payload = body as Record<string, unknown>;
  const unknown = Object.keys(payload).find((field) => !knownFields.has(field));
  if (unknown) return refuse('validation_error', `Unrecognized field \`${unknown}\`.`);
  for (const field of ['from', 'to', 'subject']) {
    if (payload[field] === undefined || payload[field] === '') return refuse('missing_required_field', `Missing \`${field}\` field.`);
  }
  if (payload.html === undefined && payload.text === undefined) {
    return refuse('validation_error', 'Missing `html` or `text` field.');
  }
  for (const field of ['subject', 'html', 'text']) {
    if (payload[field] !== undefined && typeof payload[field] !== 'string') return refuse('validation_error', `The \`${field}\` field must be a string.`);
  }
  if (/[\r\n]/.test(String(payload.subject))) return refuse('validation_error', 'The `\\n` is not allowed in the `subject` field.');
  if (!isAddress(payload.from)) return refuse('invalid_from_address', invalidAddress('from'));
  for (const field of ['to', 'cc', 'bcc', 'reply_to']) {
    const value = payload[field];
    if (value === undefined) continue;
    const addresses = Array.isArray(value) ? value : [value];
    if (addresses.length === 0 || addresses.length > maxRecipients) {
      return refuse('validation_error', `The \`${field}\` field must have between 1 and ${maxRecipients} recipients.`);
    }
    if (!addresses.every(isAddress)) return refuse('validation_error', invalidAddress(field));
  }
  if (payload.tags !== undefined && !(Array.isArray(payload.tags) && payload.tags.every(isTag))) {
    return refuse('validation_error', 'Tags should only contain ASCII letters, numbers, underscores, or dashes.');
  }
  const attachmentFault = faultOfAttachments(payload.attachments);
  if (attachmentFault) return refuse('invalid_attachment', attachmentFault);
  return { payload: payload as ResendPayload };
}

function faultOfAttachments(attachments: unknown): string | undefined {
  if (attachments === undefined) return undefined;
  if (!Array.isArray(attachments)) return 'The `attachments` field must be an array.';
  let length = 0;
  for (const attachment of attachments as unknown[]) {
    if (typeof attachment !== 'object' || attachment === null) return 'Attachments must be objects.';
    const { content, filename, path, content_type } = attachment as Record<string, unknown>;
    const unknown = Object.keys(attachment).find((field) => !attachmentFields.has(field));
    if (unknown) return `Unrecognized field \`attachments.${unknown}\`.`;
    if (!content && !path) return 'Attachment must have either a `content` or `path`.';
    if (content && (typeof content !== 'string' || !/^[A-Za-z0-9+/\r\n]*={0,2}\s*$/.test(content))) return 'Attachment `content` must be a base64 encoded string.';
    if (path && !(typeof path === 'string' && URL.canParse(path))) return 'Attachment `path` must be a URL.';
    if (content && !(typeof filename === 'string' && filename !== '')) return 'Attachment must have a `filename`.';
    if (content_type !== undefined && typeof content_type !== 'string') return 'Attachment `content_type` must be a string.';
    length += typeof content === 'string' ? content.length : 0;
  }
  return length > maxAttachmentLength ? 'The attachments are larger than 40MB.' : undefined;
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 400 && address.test(value);
}

function isTag(value: unknown): boolean {
  const { name, value: word } = (value ?? {}) as { name?: unknown; value?: unknown };
  return [name, word].every((part) => typeof part === 'string' && tagWord.test(part));
}

function invalidAddress(field: string): string {
  return `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`;
}

function refuse(name: string, message: string): { error: ResendError } {
  return { error: { statusCode: 422, name, message } };
}
