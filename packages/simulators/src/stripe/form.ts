import { StripeFault } from './stripe-fault.ts';

/** What a request brought; names as they are written in the documentation, `a[b]`, lists with `[]` at the end, free keys by `[*]`. */
export type Form = {
  text(name: string): string | undefined;
  list(name: string): string[];
  map(name: string): Record<string, string>;
  has(group: string): boolean;
};

/** Reads a form-encoded body or query. A name that the endpoint does not know is refused, as Stripe does. */
export function readForm(encoded: string, known: readonly string[]): Form {
  const entries = [...new URLSearchParams(encoded)].map(([name, value]) => ({ name: name.replace(/\[\d+\]$/, '[]'), value }));
  for (const { name } of entries) if (!known.includes(name) && !known.includes(name.replace(/\[[^[\]]+\]$/, '[*]'))) throw unknown(name);
  return {
    text(name) {
      const value = entries.findLast((entry) => entry.name === name)?.value;
      if (value === '') throw new StripeFault(400, { code: 'parameter_invalid_empty', message: `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`, param: name });
      return value;
    },
    list: (name) => entries.filter((entry) => entry.name === `${name}[]`).map(({ value }) => value),
    map: (name) => Object.fromEntries(entries.filter((entry) => entry.name.startsWith(`${name}[`)).map((entry) => [entry.name.slice(name.length + 1, -1), entry.value])),
    has: (group) => entries.some(({ name }) => name.startsWith(`${group}[`)),
  };
}

export function needed(form: Form, name: string): string {
  const value = form.text(name);
  if (value === undefined) throw new StripeFault(400, { code: 'parameter_missing', message: `Missing required param: ${name}.`, param: name });
  return value;
}

export function oneOf<Value extends string>(form: Form, name: string, values: readonly Value[]): Value | undefined {
  const value = form.text(name);
  if (value === undefined) return undefined;
  const found = values.find((allowed) => allowed === value);
  if (found === undefined) throw new StripeFault(400, { message: `Invalid ${name}: must be one of ${values.join(', ')}`, param: name });
  return found;
}

function unknown(name: string): StripeFault {
  return new StripeFault(400, { code: 'parameter_unknown', message: `Received unknown parameter: ${name}`, param: name });
}
