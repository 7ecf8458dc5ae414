import { checkParams } from './check-params.ts';
import { wrongValue } from './failure.ts';
import { type Params, readForm } from './params.ts';

type Resource = Record<string, unknown>;
const defaultLimit = 10;
const arrayOperators = new Set(['in', 'not_in', 'between']);

/**
 * A page of a list: filtered by what the query says (`status[is]=paid`, `occurred_at[after]=…`), sorted, cut at `limit`.
 * `next_offset` is where the next one begins; it means nothing to a client.
 */
export async function listPage<T extends object>(resource: string, query: string, values: T[], { sortBy = 'created_at', descending = true }: { sortBy?: string; descending?: boolean } = {}): Promise<{ list: T[]; next_offset?: string }> {
  const params = readForm(query);
  await checkParams(resource, 'list', withoutArrays(params));
  const { limit, offset, sort_by: sort, include_deleted: deleted, ...filters } = params;
  const found = (values as (T & Resource)[]).filter((value) => (deleted === 'true' || value.deleted !== true) && Object.entries(filters).every(([name, filter]) => passes(value[name], filter, name)));
  const [direction, name] = typeof sort === 'object' ? (Object.entries(sort)[0] as [string, string]) : [descending ? 'desc' : 'asc', sortBy];
  // What was made in the same second keeps the order in which it was made.
  const sorted = found.map((value, at) => ({ value, at })).sort((one, other) => compare(one.value[name], other.value[name]) || one.at - other.at).map(({ value }) => value);
  if (direction === 'desc') sorted.reverse();
  const start = startOf(offset);
  const end = start + Number(limit ?? defaultLimit);
  return { list: sorted.slice(start, end), ...(end < sorted.length && { next_offset: JSON.stringify([String(end)]) }) };
}

function startOf(offset: Params[string] | undefined): number {
  if (offset === undefined) return 0;
  const start = /^\["(\d{1,9})"\]$/.exec(String(offset))?.[1];
  if (start === undefined) throw wrongValue('offset', 'is none that was handed out');
  return Number(start);
}

/** The client's schemas take a single value where its types and the wire have several. */
function withoutArrays(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, filter]) => [name, typeof filter === 'object' && !Array.isArray(filter) ? Object.fromEntries(Object.entries(filter).filter(([operator]) => !arrayOperators.has(operator))) : filter]));
}

function passes(value: unknown, filter: Params[string], name: string): boolean {
  if (typeof filter !== 'object' || Array.isArray(filter)) return String(value) === String(filter);
  return Object.entries(filter).every(([operator, wanted]) => passesOne(value, operator, arrayOperators.has(operator) ? readArray(String(wanted), name) : [String(wanted)]));
}

function passesOne(value: unknown, operator: string, wanted: string[]): boolean {
  const [first = '', second = ''] = wanted;
  const text = value === undefined || value === null ? null : String(value);
  if (operator === 'is_present') return (text !== null) === (first === 'true');
  if (operator === 'is_not') return text !== first;
  if (operator === 'not_in') return text === null || !wanted.includes(text);
  if (text === null) return false;
  if (operator === 'is') return text === first;
  if (operator === 'in') return wanted.includes(text);
  if (operator === 'starts_with') return text.startsWith(first);
  if (operator === 'after' || operator === 'gt') return Number(text) > Number(first);
  if (operator === 'gte') return Number(text) >= Number(first);
  if (operator === 'before' || operator === 'lt') return Number(text) < Number(first);
  if (operator === 'lte') return Number(text) <= Number(first);
  if (operator === 'on') return Math.floor(Number(text) / 86_400) === Math.floor(Number(first) / 86_400);
  if (operator === 'between') return Number(text) >= Number(first) && Number(text) <= Number(second);
  throw wrongValue(operator, 'is no operator');
}

function readArray(text: string, name: string): string[] {
  try {
    return (JSON.parse(text) as unknown[]).map(String);
  } catch {
    throw wrongValue(name, 'has to be a list');
  }
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one ?? '').localeCompare(String(other ?? ''));
}
