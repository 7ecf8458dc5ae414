import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';

const dialect = new PgDialect();

/**
 * `inTenant` for one statement that only reads: transaction, tenant, statement and commit go out together and cost one
 * round trip instead of three. Rows are as the driver gives them, named as the statement names its columns.
 */
export async function readInTenant<Row extends object>(sql: postgres.Sql, tenantId: string, query: SQL): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const connection = await sql.reserve();
  try {
    const [, , rows] = await everyOne([
      connection.unsafe('begin read only'),
      connection`select set_config('app.tenant_id', ${tenantId}::uuid::text, true)`,
      connection.unsafe<Row[]>(text, params as postgres.ParameterOrJSON<never>[], { prepare: true }),
      connection.unsafe('commit'),
    ] as const);
    return rows;
  } finally {
    connection.release();
  }
}

/** Waits for all, also when one fails: the connection may not be lent on before the commit (then a rollback) is through. */
async function everyOne<Results extends readonly unknown[]>(promises: Results): Promise<{ -readonly [Key in keyof Results]: Awaited<Results[Key]> }> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as { -readonly [Key in keyof Results]: Awaited<Results[Key]> };
}
