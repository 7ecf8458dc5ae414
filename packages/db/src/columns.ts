import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Columns that every table knows. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const tenantId = () => uuid('tenant_id').notNull();
