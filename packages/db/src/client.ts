import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema.ts';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export type DatabaseClient = {
  db: Database;
  /** The driver itself, for LISTEN, advisory locks and statements drizzle cannot pipeline. */
  sql: postgres.Sql;
  close(): Promise<void>;
};

/**
 * Connects with a bounded pool. Statements that run longer than `statementTimeoutMs` are cancelled by the server.
 * `prepare: false` is needed behind a transaction-mode pooler only.
 */
export function connect(url: string, options: { poolSize: number; statementTimeoutMs?: number }): DatabaseClient {
  const client = postgres(url, {
    max: options.poolSize,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: 'meldewerk',
      statement_timeout: options.statementTimeoutMs ?? 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
  return { db: drizzle({ client, schema }), sql: client, close: () => client.end({ timeout: 5 }) };
}
