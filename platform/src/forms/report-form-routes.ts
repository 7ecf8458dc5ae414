import { attachFormSchema, reportFormSchema } from '@meldewerk/contract/form';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { attachForm } from './attach-form.ts';
import { detachForm } from './detach-form.ts';

const formOfReport = v.object({ reportId: idSchema, id: idSchema });
const formAnswer = { description: 'The form on the report', content: { 'application/json': { schema: resolver(reportFormSchema) } } };

/** Forms on a report, for staff. */
export const reportForms = new Hono<AppEnv>()
  .put(
    '/api/reports/:reportId/forms/:id',
    describeRoute({ tags: ['Forms'], summary: 'Put a form on a report that its customer has not sent yet', responses: { 200: formAnswer } }),
    staffOnly,
    may('clerk'),
    params(formOfReport),
    jsonBody(attachFormSchema),
    async (c) => {
      const { reportId, id } = c.req.valid('param');
      const input = c.req.valid('json');
      if (input.id !== id) throw new ProblemError('malformedRequest');
      return c.json(await attachForm(c.var.staffScope, reportId, input));
    },
  )
  .delete(
    '/api/reports/:reportId/forms/:id',
    describeRoute({ tags: ['Forms'], summary: 'Take a form off a report again, as long as nobody has signed it', responses: { 204: { description: 'It is off' } } }),
    staffOnly,
    may('clerk'),
    params(formOfReport),
    async (c) => {
      const { reportId, id } = c.req.valid('param');
      await detachForm(c.var.staffScope, reportId, id);
      return c.body(null, 204);
    },
  );
