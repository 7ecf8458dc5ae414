import type { Context } from 'hono';
import { checkParams } from './check-params.ts';
import { listPage } from './list.ts';
import { readForm } from './params.ts';
import { withKinds } from './wire.ts';

/** Answers as the vendor does; `resources` satisfy the client's type of the response. */
export function answer(c: Context, resources: object) {
  return c.json(withKinds(resources));
}

/** What the form says, held against the client's schema of this call. `Given` is the client's type of it, lists as columns. */
export async function readBody<Given>(c: Context, resource: string, action: string): Promise<Given> {
  return (await checkParams(resource, action, readForm(await c.req.text()))) as Given;
}

/** A page of a list whose members are named as the vendor names them. */
export async function answerList<T extends object>(c: Context, resource: string, values: T[], order?: { sortBy?: string & keyof T; descending?: boolean }) {
  const { list, next_offset } = await listPage(resource, new URL(c.req.url).search, values, order);
  return c.json({ list: list.map((value) => withKinds({ [resource]: value })), ...(next_offset !== undefined && { next_offset }) });
}
