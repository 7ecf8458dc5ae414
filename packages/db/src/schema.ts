import { bigint, boolean, date, doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, tenantId } from './columns.ts';

// The tables as migrations/*.sql make them: the SQL is the authority (keys, indexes, policies), this file gives queries their types.

export const tenants = pgTable('tenants', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  settings: jsonb('settings').notNull(),
  createdAt: instant('created_at').notNull(),
  suspendedAt: instant('suspended_at'),
  linksStoppedAt: instant('links_stopped_at'),
});

export const catalogueVersions = pgTable(
  'catalogue_versions',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    content: jsonb('content').notNull(),
    publishedAt: instant('published_at').notNull(),
    /** Which of the product's own catalogues it is; null where the workshop wrote it itself. */
    defaultDigest: text('default_digest'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version] })],
);

export const staffUsers = pgTable(
  'staff_users',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<'admin' | 'clerk' | 'viewer'>().notNull(),
    language: text('language').$type<'de' | 'en'>().notNull(),
    passwordHash: text('password_hash'),
    receivesReports: boolean('receives_reports').notNull(),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const staffSessions = pgTable(
  'staff_sessions',
  {
    tenantId: tenantId(),
    idHash: bytea('id_hash').notNull(),
    staffUserId: uuid('staff_user_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.idHash] })],
);

export const passwordResets = pgTable(
  'password_resets',
  {
    tenantId: tenantId(),
    tokenHash: bytea('token_hash').notNull(),
    staffUserId: uuid('staff_user_id').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.tokenHash] })],
);

export const damageReports = pgTable(
  'damage_reports',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reference: text('reference').notNull(),
    status: text('status').notNull(),
    category: text('category'),
    catalogueVersion: integer('catalogue_version').notNull(),
    language: text('language').$type<'de' | 'en' | 'tr' | 'pl' | 'uk' | 'ar'>().notNull(),
    reporter: jsonb('reporter').notNull(),
    vehicle: jsonb('vehicle').notNull(),
    insurance: jsonb('insurance').notNull(),
    answers: jsonb('answers').notNull(),
    damages: jsonb('damages').notNull().default([]),
    safety: jsonb('safety'),
    skippedShots: jsonb('skipped_shots').$type<string[]>().notNull(),
    source: jsonb('source').notNull(),
    licensePlate: text('license_plate').notNull(),
    plateSearchKey: text('plate_search_key').notNull(),
    customerName: text('customer_name').notNull(),
    searchText: text('search_text').notNull(),
    photoCount: integer('photo_count').notNull(),
    listedAt: instant('listed_at').notNull(),
    submittedAt: instant('submitted_at'),
    preparationVersion: integer('preparation_version'),
    preparedAt: instant('prepared_at'),
    preparedBy: uuid('prepared_by'),
    partner: jsonb('partner').$type<{ id: string; name: string; kind: 'steering' | 'leasing' | 'insurer' | 'fleet' | 'broker'; orderNumber: string | null }>(),
    incidentDate: date('incident_date'),
    firstOpenedAt: instant('first_opened_at'),
    firstOpenedBy: uuid('first_opened_by'),
    version: integer('version').notNull().default(1),
    subStatus: text('sub_status'),
    statusSince: instant('status_since').notNull(),
    subStatusSince: instant('sub_status_since'),
    assigneeId: uuid('assignee_id'),
    priority: text('priority').$type<'low' | 'normal' | 'high'>().notNull().default('normal'),
    tags: text('tags').array().notNull().default([]),
    dueOn: date('due_on'),
    nextStep: text('next_step'),
    closedAt: instant('closed_at'),
    internalSince: instant('internal_since'),
    activeAt: instant('active_at').notNull(),
    customerWroteAt: instant('customer_wrote_at'),
    itemsState: text('items_state').$type<'waiting' | 'complete'>(),
    firstAnsweredAt: instant('first_answered_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const drafts = pgTable(
  'drafts',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    tokenHash: bytea('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    reportId: uuid('report_id'),
    preparedReportId: uuid('prepared_report_id'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const reportLinks = pgTable(
  'report_links',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    generation: integer('generation').notNull(),
    draftId: uuid('draft_id').notNull(),
    tokenHash: bytea('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by'),
    expiresAt: instant('expires_at').notNull(),
    sentAt: instant('sent_at'),
    openedAt: instant('opened_at'),
    begunAt: instant('begun_at'),
    lastStep: text('last_step'),
    lastActiveAt: instant('last_active_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.generation] })],
);

export const reportMessages = pgTable(
  'report_messages',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id').notNull(),
    author: text('author').$type<'customer' | 'staff'>().notNull(),
    staffUserId: uuid('staff_user_id'),
    audience: text('audience').$type<'customer' | 'internal'>().notNull(),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    mentions: uuid('mentions').array().notNull().default([]),
    readAt: instant('read_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const statusLinks = pgTable(
  'status_links',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    generation: integer('generation').notNull(),
    tokenHash: bytea('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by'),
    sentAt: instant('sent_at'),
    openedAt: instant('opened_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.generation] })],
);

export const smsOptOuts = pgTable(
  'sms_opt_outs',
  { tenantId: tenantId(), phone: text('phone').notNull(), stoppedAt: instant('stopped_at').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.phone] })],
);

export const reportReminders = pgTable(
  'report_reminders',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    generation: integer('generation').notNull(),
    number: integer('number').notNull(),
    kind: text('kind').notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.generation, table.number] })],
);

export const reportImports = pgTable(
  'report_imports',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    fileName: text('file_name').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    columns: jsonb('columns').notNull(),
    startedAt: instant('started_at'),
    startedBy: uuid('started_by'),
    finishedAt: instant('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const reportImportRows = pgTable(
  'report_import_rows',
  {
    tenantId: tenantId(),
    importId: uuid('import_id').notNull(),
    number: integer('number').notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
    leftOut: boolean('left_out').notNull(),
    preparation: jsonb('preparation'),
    issues: jsonb('issues').notNull(),
    channel: text('channel').$type<'sms' | 'email'>(),
    reportId: uuid('report_id').notNull(),
    messageId: uuid('message_id').notNull(),
    preparedAt: instant('prepared_at'),
    sentAt: instant('sent_at'),
    errorCode: text('error_code'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.importId, table.number] })],
);

export const photos = pgTable(
  'photos',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    draftId: uuid('draft_id').notNull(),
    reportId: uuid('report_id'),
    shotId: text('shot_id').notNull(),
    position: integer('position').notNull().default(0),
    state: text('state').$type<'received' | 'ready' | 'refused'>().notNull(),
    problem: text('problem'),
    mediaType: text('media_type').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    sha256: bytea('sha256').notNull(),
    source: text('source').$type<'camera' | 'file'>().notNull(),
    originalName: text('original_name'),
    width: integer('width'),
    height: integer('height'),
    capturedAt: text('captured_at'),
    spotId: uuid('spot_id'),
    findings: text('findings').array().notNull().default([]),
    handoffId: uuid('handoff_id'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    redactionId: uuid('redaction_id'),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const consents = pgTable(
  'consents',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    kind: text('kind').$type<'privacy' | 'withdrawalNotice' | 'earlyStart'>().notNull(),
    textVersion: integer('text_version').notNull(),
    text: text('text').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.kind] })],
);

export const reportEvents = pgTable(
  'report_events',
  {
    tenantId: tenantId(),
    reportId: uuid('report_id').notNull(),
    sequence: integer('sequence').notNull(),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    body: text('body').notNull(),
    previousHash: bytea('previous_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.reportId, table.sequence] })],
);

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    tenantId: tenantId(),
    key: text('key').notNull(),
    requestHash: bytea('request_hash').notNull(),
    reportId: uuid('report_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.key] })],
);

export const deliveries = pgTable(
  'deliveries',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id'),
    target: text('target').notNull(),
    purpose: text('purpose').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    recipient: text('recipient').notNull(),
    message: jsonb('message').notNull(),
    state: text('state').$type<'waiting' | 'sending' | 'sent' | 'failed'>().notNull(),
    round: integer('round').notNull().default(1),
    attemptCount: integer('attempt_count').notNull().default(0),
    failureCount: integer('failure_count').notNull().default(0),
    vendorId: text('vendor_id'),
    errorCode: text('error_code'),
    createdAt: instant('created_at').notNull(),
    nextAttemptAt: instant('next_attempt_at'),
    sentAt: instant('sent_at'),
    arrival: text('arrival').$type<'delivered' | 'undelivered' | 'bounced' | 'complained'>(),
    arrivalAt: instant('arrival_at'),
    arrivalCode: text('arrival_code'),
    eventSequence: integer('event_sequence'),
    standsInFor: uuid('stands_in_for'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const deliveryAttempts = pgTable(
  'delivery_attempts',
  {
    tenantId: tenantId(),
    deliveryId: uuid('delivery_id').notNull(),
    number: integer('number').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    outcome: text('outcome').$type<'sent' | 'failed' | 'unknown'>(),
    errorCode: text('error_code'),
    response: jsonb('response'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.deliveryId, table.number] })],
);

export const vendorEvents = pgTable(
  'vendor_events',
  {
    tenantId: tenantId(),
    vendor: text('vendor').$type<'twilio' | 'resend'>().notNull(),
    eventId: text('event_id').notNull(),
    deliveryId: uuid('delivery_id').notNull(),
    type: text('type').notNull(),
    messageId: text('message_id').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.vendor, table.eventId] })],
);

export const partners = pgTable('partners', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').$type<'steering' | 'leasing' | 'insurer' | 'fleet' | 'broker'>().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  disabledAt: instant('disabled_at'),
});

export const partnerActivations = pgTable(
  'partner_activations',
  {
    tenantId: tenantId(),
    partnerId: uuid('partner_id').notNull(),
    email: text('email'),
    activatedAt: instant('activated_at').notNull(),
    deactivatedAt: instant('deactivated_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.partnerId] })],
);

export const supportRequests = pgTable(
  'support_requests',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    kind: text('kind').$type<'contact' | 'newPartner' | 'training'>().notNull(),
    staffUserId: uuid('staff_user_id').notNull(),
    content: jsonb('content').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const forms = pgTable(
  'forms',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    createdAt: instant('created_at').notNull(),
    retiredAt: instant('retired_at'),
    retiredBy: uuid('retired_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const formUploads = pgTable(
  'form_uploads',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    sha256: bytea('sha256').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    pages: jsonb('pages').$type<{ width: number; height: number }[]>().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const formVersions = pgTable(
  'form_versions',
  {
    tenantId: tenantId(),
    formId: uuid('form_id').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    kind: text('kind').$type<'paymentInstruction' | 'assignment' | 'serviceAgreement' | 'repairContract' | 'other'>().notNull(),
    language: text('language').$type<'de' | 'en'>().notNull(),
    cases: jsonb('cases').$type<('thirdPartyLiability' | 'fullyComprehensive' | 'partialCover' | 'selfPay' | 'partner')[]>().notNull(),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    needsWorkshopSignature: boolean('needs_workshop_signature').notNull(),
    concludesContract: boolean('concludes_contract').notNull(),
    content: jsonb('content').notNull(),
    pageCount: integer('page_count'),
    isSample: boolean('is_sample').notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.formId, table.version] })],
);

export const reportForms = pgTable(
  'report_forms',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportId: uuid('report_id').notNull(),
    formId: uuid('form_id').notNull(),
    version: integer('version').notNull(),
    attachedAt: instant('attached_at').notNull(),
    attachedBy: uuid('attached_by').notNull(),
    doubts: jsonb('doubts').$type<('outdated' | 'notYetValid' | 'otherCase' | 'retired')[]>().notNull(),
    detachedAt: instant('detached_at'),
    detachedBy: uuid('detached_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const formDocuments = pgTable(
  'form_documents',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportFormId: uuid('report_form_id').notNull(),
    number: integer('number').notNull(),
    sha256: bytea('sha256').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    pageCount: integer('page_count').notNull(),
    text: text('text'),
    placeholderValues: jsonb('placeholder_values').$type<Record<string, string | null>>().notNull(),
    fieldValues: jsonb('field_values').$type<Record<string, string | boolean>>().notNull(),
    signatureFields: jsonb('signature_fields').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const formSignatures = pgTable(
  'form_signatures',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportFormId: uuid('report_form_id').notNull(),
    documentId: uuid('document_id').notNull(),
    signer: text('signer').$type<'customer' | 'workshop'>().notNull(),
    staffUserId: uuid('staff_user_id'),
    name: text('name').notNull(),
    signature: jsonb('signature').notNull(),
    signedAt: instant('signed_at').notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const signedDocuments = pgTable(
  'signed_documents',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reportFormId: uuid('report_form_id').notNull(),
    signatureId: uuid('signature_id').notNull(),
    sha256: bytea('sha256').notNull(),
    unsignedSha256: bytea('unsigned_sha256').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const installationKeys = pgTable('installation_keys', {
  purpose: text('purpose').primaryKey(),
  certificate: bytea('certificate').notNull(),
  encryptedKey: bytea('encrypted_key').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const withdrawalNotices = pgTable(
  'withdrawal_notices',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    notice: jsonb('notice').$type<{ de: string; en: string }>().notNull(),
    modelForm: jsonb('model_form').$type<{ de: string; en: string }>().notNull(),
    isSample: boolean('is_sample').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: uuid('published_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version] })],
);

export const withdrawalNoticeFiles = pgTable(
  'withdrawal_notice_files',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    language: text('language').$type<'de' | 'en'>().notNull(),
    documentId: uuid('document_id').notNull(),
    sha256: bytea('sha256').notNull(),
    byteSize: bigint('byte_size', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version, table.language] })],
);

export const withdrawalDeclarations = pgTable(
  'withdrawal_declarations',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    contract: text('contract').notNull(),
    statement: text('statement'),
    language: text('language').$type<'de' | 'en'>().notNull(),
    declaredAt: instant('declared_at').notNull(),
    reportId: uuid('report_id'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
