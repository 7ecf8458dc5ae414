/**
 * Rows in the form that goes over the wire: a list for each column. The client's types want rows, its own schemas (of
 * `enableValidation`, version 3.33) want columns, and it sends both alike.
 */
export function inColumns<Row extends object>(rows: Row[]): Row[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row)[];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as unknown as Row[];
}
