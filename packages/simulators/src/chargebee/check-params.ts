import { wrongValue } from './failure.ts';
import type { Params } from './params.ts';

/** As much of a zod schema as is looked at here; Chargebee's client does not hand out the types of its own. */
type Schema = {
  def: { type: string; shape?: Record<string, Schema>; element?: Schema; innerType?: Schema };
  safeParse(value: unknown): { success: true } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
};

/**
 * Holds what arrived against the schema that Chargebee's own client has for this call, and gives it back with numbers and
 * booleans in place of their spelling. Names the schema does not know are refused: a slip of ours, which the client lets pass.
 */
export async function checkParams(resource: string, action: string, params: Params): Promise<Record<string, unknown>> {
  const schema = await schemaOf(resource, action);
  const read = spellOut(schema, params) as Record<string, unknown>;
  const unknown = Object.keys(read).find((name) => !(name in (schema.def.shape ?? {})));
  if (unknown) throw wrongValue(unknown, 'is not known here');
  const checked = schema.safeParse(read);
  if (checked.success) return read;
  const [issue] = checked.error.issues;
  throw wrongValue(issue ? issue.path.map((part, at) => (at === 0 ? String(part) : `[${String(part)}]`)).join('') : 'params', issue?.message ?? 'wrong');
}

const modules = new Map<string, Promise<Record<string, Schema>>>();

/** The files are not among the package's exports, so they are found beside its entry. */
async function schemaOf(resource: string, action: string): Promise<Schema> {
  const file = new URL(`./schema/${resource}.schema.js`, import.meta.resolve('chargebee')).href;
  const loading = modules.get(file) ?? (import(file) as Promise<Record<string, Schema>>);
  modules.set(file, loading);
  const pascal = (name: string) => name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const name = `${pascal(action)}${pascal(resource)}BodySchema`;
  const schema = (await loading)[name];
  if (!schema) throw new Error(`chargebee has no ${name}`);
  return schema;
}

function spellOut(schema: Schema, value: unknown): unknown {
  const { type, shape, element, innerType } = schema.def;
  if (innerType) return spellOut(innerType, value);
  if (type === 'object' && typeof value === 'string' && value.startsWith('{')) return JSON.parse(value) as unknown;
  if (type === 'object' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape?.[name] ? spellOut(shape[name], inner) : inner]));
  }
  if (type === 'array' && Array.isArray(value)) return value.map((inner) => (element ? spellOut(element, inner) : inner));
  if (type === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
