import { Hono } from 'hono';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { sendFile } from '../http/static-files.ts';
import { bundles } from './bundles.ts';

/** Style sheets and icon of the plain pages, on every host. */
export const pageFiles = new Hono<AppEnv>().get('/files/:path', (c) => {
  const file = bundles.pages().get(c.req.param('path'));
  if (!file) throw new ProblemError('notFound');
  return sendFile(c.req.raw, file, { immutable: false });
});
