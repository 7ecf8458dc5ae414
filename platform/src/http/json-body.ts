import type { Issue } from '@meldewerk/contract/problem';
import type { MiddlewareHandler } from 'hono';
import { resolver, uniqueSymbol } from 'hono-openapi';
import * as v from 'valibot';
import { describeIssue } from './issue-text.ts';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './scope.ts';
import { readTextBody } from './text-body.ts';
import type { Language } from '@meldewerk/contract/language';

const maxBytes = 256 * 1024;
const maxDepth = 40;

type Validated<Target extends 'json' | 'query' | 'param', Schema extends v.GenericSchema> = MiddlewareHandler<
  AppEnv,
  string,
  { in: { [Key in Target]: v.InferInput<Schema> }; out: { [Key in Target]: v.InferOutput<Schema> } }
>;

/** Parses the body once at the door: JSON only, bounded, and of this shape; the same schema describes it in /openapi.json. */
export function jsonBody<Schema extends v.GenericSchema>(schema: Schema): Validated<'json', Schema> {
  const middleware: Validated<'json', Schema> = async (c, next) => {
    const value = parse(schema, await readJson(c.req.raw), c.var.spoken);
    c.req.addValidatedData('json', value as object);
    await next();
  };
  return described(middleware, 'json', schema);
}

export function query<Schema extends v.GenericSchema>(schema: Schema): Validated<'query', Schema> {
  const middleware: Validated<'query', Schema> = async (c, next) => {
    c.req.addValidatedData('query', parse(schema, c.req.query(), c.var.spoken) as object);
    await next();
  };
  return described(middleware, 'query', schema);
}

/** Path parameters. A value that cannot name anything is the same as one that names nothing: 404. */
export function params<Schema extends v.GenericSchema>(schema: Schema): Validated<'param', Schema> {
  const middleware: Validated<'param', Schema> = async (c, next) => {
    const parsed = v.safeParse(schema, c.req.param());
    if (!parsed.success) throw new ProblemError('notFound');
    c.req.addValidatedData('param', parsed.output as object);
    await next();
  };
  return described(middleware, 'param', schema);
}

function described<Middleware extends object>(middleware: Middleware, target: string, schema: v.GenericSchema): Middleware {
  return Object.assign(middleware, { [uniqueSymbol]: { target, ...resolver(schema, { errorMode: 'ignore', typeMode: 'input' }) } });
}

function parse<Schema extends v.GenericSchema>(schema: Schema, value: unknown, language: Language): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const issues: Issue[] = parsed.issues.map((issue) => {
    const path = v.getDotPath(issue) ?? '';
    return { path, code: issue.type, message: describeIssue(path, { code: issue.type, missing: issue.input === undefined || issue.input === '' }, language) };
  });
  throw new ProblemError('validationFailed', { issues });
}

/** Reads and parses a bounded JSON body. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readTextBody(request, 'application/json', maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('malformedRequest');
  }
  if (isDeeper(value, maxDepth)) throw new ProblemError('malformedRequest');
  return value;
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}
