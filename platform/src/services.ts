import { join } from 'node:path';
import type { BlobStore } from '@meldewerk/blobs/blob-store';
import { createBilling, type Billing } from '@meldewerk/billing/billing';
import { createFileSystemBlobs } from '@meldewerk/blobs/file-system';
import { createS3Blobs } from '@meldewerk/blobs/s3';
import { connect, type Database } from '@meldewerk/db/client';
import { createDocuments } from '@meldewerk/documents/create-documents';
import type { Documents } from '@meldewerk/documents/documents';
import { createSendEmail, type SendEmail } from '@meldewerk/messaging/email';
import { createSendSms, type SmsChannel } from '@meldewerk/messaging/sms';
import { findTenantBySlug, type Tenant } from '@meldewerk/tenants/find';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { originOf, type Config } from './config.ts';
import { loadSealKey } from './documents/load-seal-key.ts';
import { createLogger, type Logger } from './http/logger.ts';
import { createTableReader, type TableReader } from './imports/table-reader.ts';
import { createDecoder, type Decoder } from './photos/decoder.ts';
import { createPasswords, type Passwords } from './staff/password.ts';
import { rememberTenants } from './tenant-cache.ts';

export type Clock = { now(): Date };

/** Set while the process stops: readiness says no, running requests are finished. */
export type Lifecycle = { draining: boolean };

/** Everything a verb may need from outside itself, wired once. */
export type Services = {
  config: Config;
  db: Database;
  sql: postgres.Sql;
  blobs: BlobStore;
  decoder: Decoder;
  documents: Documents;
  tables: TableReader;
  sendEmail: SendEmail;
  sms: SmsChannel;
  /** Null where the operator charges nothing by this installation. */
  billing: Billing | null;
  passwords: Passwords;
  findTenant: (label: string) => Promise<Tenant | null>;
  /** After a change of its settings: the next request reads them anew. */
  forgetTenant: (label: string) => void;
  clock: Clock;
  newId: () => string;
  log: Logger;
  lifecycle: Lifecycle;
  close(): Promise<void>;
};

export type ServiceOverrides = Partial<Omit<Services, 'close' | 'config'>> & {
  /** What time it is at a simulated payment vendor whose time machine goes ahead. */
  businessClock?: Clock;
};

/** Wires the services. `config.resend` and `config.twilio` have to be set; a local start points them to its simulators. */
export function createServices(config: Config, appUrl: string, overrides: ServiceOverrides = {}): Services {
  const { resend, twilio, s3, vendorTimeoutMs } = config;
  if (!resend || !twilio) throw new Error('no mail and SMS vendor configured');
  const database = connect(appUrl, config.database);
  const decoder = overrides.decoder ?? createDecoder();
  const clock = overrides.clock ?? { now: () => new Date() };
  const newId = overrides.newId ?? (() => uuidv7());
  const documents = overrides.documents ?? createDocuments({ sealKey: () => loadSealKey({ db: database.db, config, now: () => clock.now() }) });
  const tables = overrides.tables ?? createTableReader();
  return {
    config,
    db: database.db,
    sql: database.sql,
    blobs: s3 ? createS3Blobs(s3) : createFileSystemBlobs(join(config.dataFolder, 'blobs')),
    sendEmail: createSendEmail({ ...resend, timeoutMs: vendorTimeoutMs }),
    sms: createSendSms({ ...twilio, timeoutMs: vendorTimeoutMs }),
    billing: billingOf(config, database.db, { clock, businessClock: overrides.businessClock ?? clock }, newId),
    passwords: createPasswords({ parallel: 2, queue: 50 }),
    ...rememberTenants((label) => findTenantBySlug(database.db, label)),
    newId,
    log: createLogger(config.logLevel),
    lifecycle: { draining: false },
    ...overrides,
    clock,
    decoder,
    documents,
    tables,
    async close() {
      await decoder.close();
      await documents.close();
      await tables.close();
      await database.close();
    },
  };
}

function billingOf(config: Config, db: Database, { clock, businessClock }: { clock: Clock; businessClock: Clock }, newId: () => string): Billing | null {
  const { billing, vendorTimeoutMs, production } = config;
  if (!billing?.chargebee) return null;
  const { chargebee, stripe, routes, creditor, graceDays } = billing;
  return createBilling({ chargebee, stripe, routes, creditor, graceDays, secret: config.secret, portalUrl: originOf(config, 'billing') }, { db, newId, now: () => clock.now(), businessNow: () => businessClock.now(), timeoutMs: vendorTimeoutMs, validate: !production });
}
