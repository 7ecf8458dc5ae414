import { wrongValue } from './failure.ts';

export type Params = { [name: string]: string | string[] | Params };

/**
 * Reads a form or a query as Chargebee's clients write it: `billing_address[city]=…` nests, and a number at the end counts the
 * members of a column: `subscription_items[item_price_id][0]=…&subscription_items[quantity][0]=…`.
 */
export function readForm(text: string): Params {
  const params: Params = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const path = key.split('[').map((part) => part.replace(/\]$/, ''));
    const index = path.length > 1 && /^\d{1,3}$/.test(path.at(-1) ?? '') ? Number(path.pop()) : null;
    if (path.some((part) => !/^[a-z]\w*$/.test(part))) throw wrongValue(key, 'is no parameter');
    const name = path.pop() as string;
    let inner = params;
    for (const part of path) inner = (inner[part] ??= {}) as Params;
    if (index === null) inner[name] = value;
    else ((inner[name] ??= []) as string[])[index] = value;
  }
  return params;
}

/** The things of a list that came as columns. */
export function rowsOf<Row>(columns: { [Name in keyof Row]?: Row[Name][] } | undefined): Row[] {
  const entries = Object.entries(columns ?? {}) as [string, unknown[]][];
  const length = Math.max(0, ...entries.map(([, column]) => column.length));
  return Array.from({ length }, (_, row) => Object.fromEntries(entries.flatMap(([name, column]) => (column[row] === undefined ? [] : [[name, column[row]]])))) as Row[];
}
