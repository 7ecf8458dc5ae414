import type { Import } from '@meldewerk/contract/import';

/** How many rows stand how, and by which way the good ones go. */
export function countRows({ rows }: Pick<Import, 'rows'>) {
  const count = (state: Import['rows'][number]['state']) => rows.filter((row) => row.state === state).length;
  const ready = rows.filter(({ state }) => state === 'ready');
  return {
    all: rows.length, ready: ready.length, faulty: count('faulty'), leftOut: count('leftOut'), sent: count('sent'), failed: count('failed'),
    sms: ready.filter(({ channel }) => channel === 'sms').length, email: ready.filter(({ channel }) => channel === 'email').length,
  };
}
export type RowCounts = ReturnType<typeof countRows>;
