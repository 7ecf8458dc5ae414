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
 * Connects with a bounded pool. A connection that is not made after `timeoutSeconds` is given up, a statement that runs longer is
 * cancelled by the server. `prepare: false` is needed behind a transaction-mode pooler only.
 */
export function connect(url: string, { poolSize, timeoutSeconds = 5 }: { poolSize: number; timeoutSeconds?: number }): DatabaseClient {
  const client = postgres(url, {
    max: poolSize,
    connect_timeout: timeoutSeconds,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: 'meldewerk',
      statement_timeout: timeoutSeconds * 1_000,
      idle_in_transaction_session_timeout: Math.max(30, timeoutSeconds) * 1_000,
      // What the application asks takes milliseconds; starting a helper process for it costs more than it saves.
      max_parallel_workers_per_gather: 0,
    },
  });
  const db = drizzle({ client: keepingPlans(client), schema });
  return { db, sql: client, close: () => client.end({ timeout: 5 }) };
}

/**
 * Drizzle hands its queries to `unsafe`, which has the server parse and plan them anew each time: for the statement that takes
 * in a report that is most of its cost. With this its parameterised queries are prepared once per connection, as those of
 * postgres.js itself are.
 */
function keepingPlans(client: postgres.Sql): postgres.Sql {
  const begin = client.begin.bind(client) as (...parts: unknown[]) => Promise<unknown>;
  prepareUnsafe(client);
  return Object.assign(client, {
    begin: (...parts: unknown[]) => {
      const work = parts.pop() as (tx: postgres.TransactionSql) => unknown;
      return begin(...parts, (tx: postgres.TransactionSql) => work(prepareUnsafe(tx)));
    },
  });
}

function prepareUnsafe<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const { unsafe } = client;
  const prepared: typeof unsafe = (query, parameters, options) => unsafe(query, parameters, parameters?.length ? { prepare: true, ...options } : options);
  return Object.assign(client, { unsafe: prepared });
}
